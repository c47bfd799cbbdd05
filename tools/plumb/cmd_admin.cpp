// plumb admin invite, grant, withdraw, revoke, recover-log
#include "shared/base/uuid.h"
#include "shared/domain/invitation.h"
#include "shared/domain/trust_body.h"
#include "shared/store/reference.h"
#include "shared/sync/engine.h"
#include "tools/plumb/admin.h"

namespace plumb::cli {
namespace {

struct GrantOptions : HomeOptions {
    std::string role;
    std::vector<std::string> regions, sites;
};

struct InviteOptions : GrantOptions {
    std::string name, person, suite;
    bool namesake = false;
    std::string certificate, certificateUntil;
    int days = 14;
};

struct ChangeOptions : GrantOptions {
    std::string kid, reason;
};

// The grant that the options describe. Where no region is named: an enterprise gets those of its sites as published,
// others the administrator's own.
Result<domain::Grant> grantOf(const GrantOptions& options, const store::TabletStore& store,
                              const store::Profile& profile) {
    const auto role = domain::roleByName(options.role);
    if (!role) return fail(role.error());
    domain::Grant grant{*role, options.regions, options.sites};
    for (const auto& region : grant.regions) {
        if (!domain::isRegion(region))
            return fail(ErrorKind::malformed, "bad_region",
                        "\"" + region + "\" is not a region code of 2, 4 or 6 digits (GB/T 2260)");
    }
    if (*role == domain::Role::enterprise && grant.sites.empty())
        return fail(ErrorKind::malformed, "no_site", "an enterprise needs its site: --site ID");
    const bool open = grant.regions.empty();
    for (const auto& id : grant.sites) {
        const auto site = store::siteById(store, id);
        if (!site) return fail(site.error());
        if (open) grant.regions.push_back(site->region);
    }
    if (!open || *role == domain::Role::enterprise) return grant;
    for (const auto& own : profile.grants)
        grant.regions.insert(grant.regions.end(), own.regions.begin(), own.regions.end());
    return grant;
}

// Browsers may lack Ed25519 and always lack SM2: who works in one gets an ES256 invitation.
crypto::Suite inviteSuite(domain::Role role, crypto::Suite own) {
    const bool field = role == domain::Role::inspector || role == domain::Role::enterprise;
    return field && own == crypto::Suite::sm2 ? crypto::Suite::sm2 : crypto::Suite::es256;
}

int invite(const InviteOptions& options) {
    auto store = openFresh(options);
    if (!store) return report(store.error(), options.json);
    const auto profile = (*store)->profile();
    if (!profile) return report(profile.error(), options.json);
    const auto grant = grantOf(options, **store, *profile);
    if (!grant) return report(grant.error(), options.json);
    auto suite = inviteSuite(grant->role, profile->suite);
    if (!options.suite.empty()) {
        const auto named = crypto::suiteByName(options.suite);
        if (!named) return report(named.error(), options.json);
        suite = *named;
    }
    const auto key = crypto::PrivateKey::generate(suite);
    const Instant now = systemNow();
    const Instant expires{now.utc + std::chrono::hours(24) * options.days, now.offset};
    store::NewRecord record;
    record.type = "invite.issued";
    const auto person = options.person.empty() ? makeUuid7(now.utc) : options.person;
    std::optional<domain::PersonCertificate> certificate;
    if (!options.certificate.empty())
        certificate = domain::PersonCertificate{options.certificate, options.certificateUntil};
    record.body = domain::inviteBody(key.publicKey(), person, options.name, {*grant}, expires, nullptr, {},
                                     options.namesake, certificate);
    const auto line = (*store)->append(record);
    if (!line) return report(line.error(), options.json);
    const auto delivered = deliver(**store, {*line});
    if (!delivered) return report(delivered.error(), options.json);
    const std::string uri = domain::formatInvitation(
        {profile->server, profile->pin, profile->logKey, profile->rootKid, suite, key.secret()});
    return print({{"enrol", uri},
                  {"invite", key.kid()},
                  {"person", person},
                  {"expires", formatInstant(expires)},
                  {"delivered", *delivered}},
                 "enrol URI: " + uri +
                     (*delivered ? "" : "\nthe server cannot be reached: the invitation works after the next sync"),
                 options.json);
}

struct RevokeOptions : HomeOptions {
    std::string kid, reason;
};

int revoke(const RevokeOptions& options) {
    auto store = openFresh(options);
    if (!store) return report(store.error(), options.json);
    store::NewRecord record;
    record.type = "key.revoked";
    record.body = domain::toBody(domain::RevocationBody{options.kid, options.reason});
    const auto line = (*store)->append(record);
    if (!line) return report(line.error(), options.json);
    const auto delivered = deliver(**store, {*line});
    if (!delivered) return report(delivered.error(), options.json);
    return print({{"revoked", options.kid}, {"delivered", *delivered}}, "revoked: " + options.kid, options.json);
}

struct RecoverOptions : HomeOptions {
    std::string reason;
};

int recoverLog(const RecoverOptions& options) {
    auto store = openHome(options);
    if (!store) return report(store.error(), options.json);
    const auto done = sync::Engine(**store).recoverLog(options.reason);
    if (!done) return report(done.error(), options.json);
    const auto left = done->waiting + (*store)->countOffered();
    std::string text = "the log is open again, with " + std::to_string(done->logSize) +
                       " entries; every device brings back what it holds at its next sync\n";
    for (const auto& problem : done->problems) text += problem + "\n";
    return print({{"opened", true},
                  {"log_size", done->logSize},
                  {"left", left},
                  {"problems", json::array(done->problems.begin(), done->problems.end())}},
                 text, options.json);
}

// role.granted and role.withdrawn.
int change(const ChangeOptions& options, const std::string& type) {
    auto store = openFresh(options);
    if (!store) return report(store.error(), options.json);
    const auto profile = (*store)->profile();
    if (!profile) return report(profile.error(), options.json);
    const auto grant = grantOf(options, **store, *profile);
    if (!grant) return report(grant.error(), options.json);
    store::NewRecord record;
    record.type = type;
    record.body = domain::toBody(domain::RoleChangeBody{options.kid, {*grant}, options.reason});
    const auto line = (*store)->append(record);
    if (!line) return report(line.error(), options.json);
    const auto delivered = deliver(**store, {*line});
    if (!delivered) return report(delivered.error(), options.json);
    return print({{"type", type}, {"key", options.kid}, {"delivered", *delivered}}, type + ": " + options.kid,
                 options.json);
}

void addGrant(CLI::App& command, GrantOptions& options) {
    addHome(command, options);
    command.add_option("--role", options.role, "inspector, enterprise, supervisor, administrator, auditor")->required();
    command.add_option("--region", options.regions, "Region prefix (62, 6209, 620921); may be given again");
    command.add_option("--site", options.sites, "Site id; for enterprises");
}

}  // namespace

void addAdmin(CLI::App& app, int& exit) {
    auto* admin = app.add_subcommand("admin", "What administrators do");
    admin->require_subcommand(1);

    auto inviting = std::make_shared<InviteOptions>();
    auto* inviteCommand = admin->add_subcommand("invite", "Invite a person; prints the enrolment URI");
    addGrant(*inviteCommand, *inviting);
    inviteCommand->add_option("--name", inviting->name, "The person's name")->required();
    inviteCommand->add_option("--person-id", inviting->person,
                              "The id of a person who is known already: another device, another role");
    inviteCommand->add_option("--certificate", inviting->certificate,
                              "the number of the credential by which she may inspect");
    inviteCommand->add_option("--certificate-until", inviting->certificateUntil, "until when it holds: 2028-06")
        ->needs("--certificate");
    inviteCommand->add_flag("--namesake", inviting->namesake,
                            "Another person of this name is known, and this is not the same one");
    inviteCommand->add_option("--days", inviting->days, "Days that the invitation holds")
        ->capture_default_str()
        ->check(CLI::Range(1, 365));
    inviteCommand->add_option("--suite", inviting->suite,
                              "Suite of the invite key (ES256; SM2 where the deployment uses it)");
    inviteCommand->callback([inviting, &exit] { exit = invite(*inviting); });

    addPublish(*admin, exit);

    for (const auto& [name, type, about] :
         {std::tuple("grant", "role.granted", "Give an enrolled key another role or more regions"),
          std::tuple("withdraw", "role.withdrawn",
                     "Take from a key a role that it was given, named as it was given")}) {
        auto changing = std::make_shared<ChangeOptions>();
        auto* changeCommand = admin->add_subcommand(name, about);
        changeCommand->add_option("KID", changing->kid, "The key's id")->required();
        addGrant(*changeCommand, *changing);
        changeCommand->add_option("--reason", changing->reason, "Why")->required();
        changeCommand->callback([changing, type = std::string(type), &exit] { exit = change(*changing, type); });
    }

    auto revoking = std::make_shared<RevokeOptions>();
    auto* revokeCommand = admin->add_subcommand("revoke", "Revoke a device's key");
    addHome(*revokeCommand, *revoking);
    revokeCommand->add_option("KID", revoking->kid, "The key's id")->required();
    revokeCommand->add_option("--reason", revoking->reason, "Why")->required();
    revokeCommand->callback([revoking, &exit] { exit = revoke(*revoking); });

    auto recovering = std::make_shared<RecoverOptions>();
    auto* recoverCommand = admin->add_subcommand(
        "recover-log", "Open the log of a server that was restored from a backup: what it lost is offered again");
    addHome(*recoverCommand, *recovering);
    recoverCommand->add_option("--reason", recovering->reason, "What happened; it stands in the log for ever")
        ->required();
    recoverCommand->callback([recovering, &exit] { exit = recoverLog(*recovering); });
}

}  // namespace plumb::cli
