// plumb enrol --home H URI
#include <unistd.h>

#include "shared/domain/comparison.h"
#include "shared/sync/enrolment.h"
#include "tools/plumb/app.h"

namespace plumb::cli {
namespace {

struct Options {
    std::string home, uri, device, suite = "EdDSA";
    bool json = false;
};

std::string hostName() {
    char name[128] = "plumb";
    gethostname(name, sizeof name - 1);
    return name;
}

// A home whose enrolment was cut off goes on with it, since its invitation may be used up by the very line that it
// sent.
Result<sync::Enrolled> enrolOrFinish(const Options& options, const std::string& pin) {
    auto invitation = domain::parseInvitation(options.uri);
    if (!invitation) return fail(invitation.error());
    const auto suite = crypto::suiteByName(options.suite);
    if (!suite) return fail(suite.error());
    for (const auto& person : store::peopleOf(options.home)) {
        if (person.enrolled) continue;
        const auto key = store::unlock(person.folder, pin, systemNow());
        if (!key) return fail(key.error());
        // With the invitation that it was begun with; another one begins anew.
        const auto begun = store::TabletStore::open(person.folder, *key, systemNow);
        const auto profile = begun ? (*begun)->profile() : Result<store::Profile>(fail(begun.error()));
        const auto line =
            profile ? record::Line::parse(profile->enrolment) : Result<record::Line>(fail(profile.error()));
        const auto invite = crypto::PrivateKey::fromSecret(invitation->suite, invitation->secret);
        if (line && invite && line->kid() == invite->kid())
            return sync::finishEnrolment(person.folder, *key, systemNow);
    }
    return sync::enrol(
        {options.home, *invitation, pin, options.device.empty() ? hostName() : options.device, *suite, {}}, systemNow);
}

int run(const Options& options) {
    const auto pin = askPin("Choose a PIN: ");
    if (!pin) return report(pin.error(), options.json);
    const auto done = enrolOrFinish(options, *pin);
    if (!done) return report(done.error(), options.json);
    const auto key = crypto::PrivateKey::fromSecret(done->profile.suite, done->profile.secret);
    const std::string role(domain::roleName(done->profile.grants.front().role));
    const auto enrolment = record::Line::parse(done->profile.enrolment);
    if (!enrolment) return report(enrolment.error(), options.json);
    std::string compare;
    for (const auto& character : domain::comparisonCharacters(enrolment->hash())) compare += character;
    return print({{"kid", key->kid()},
                  {"compare", compare},
                  {"name", done->profile.personName},
                  {"role", role},
                  {"server", done->profile.server},
                  {"root", done->profile.rootKid}},
                 "enrolled: " + done->profile.personName + " (" + role + ")\nkey: " + key->kid() +
                     "\ncompare with the administrator: " + compare,
                 options.json);
}

}  // namespace

void addEnrol(CLI::App& app, int& exit) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("enrol", "Enrol this device with an invitation");
    command->add_option("--home", options->home, "Folder of this device's store")->required();
    command->add_option("--device", options->device, "A name for this device (the host's name)");
    command->add_option("--suite", options->suite, "Suite of the device's key: EdDSA, ES256, SM2")
        ->capture_default_str();
    command->add_option("URI", options->uri, "plumb://enrol?…")->required();
    addJson(*command, options->json);
    command->callback([options, &exit] { exit = run(*options); });
}

}  // namespace plumb::cli
