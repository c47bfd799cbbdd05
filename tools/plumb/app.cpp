#include "tools/plumb/app.h"

#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>

#include "shared/store/key_history.h"

namespace plumb::cli {
namespace {

int exitOf(const Error& error) {
    if (error.code == "wrong_pin" || error.code == "pin_wait") return kWrongPin;
    switch (error.kind) {
        case ErrorKind::offline:
            return kOffline;
        case ErrorKind::full:
            return kFull;
        case ErrorKind::broken:
            return kBroken;
        case ErrorKind::malformed:
        case ErrorKind::notFound:
        case ErrorKind::conflict:
        case ErrorKind::badSignature:
        case ErrorKind::forbidden:
        case ErrorKind::expired:
        case ErrorKind::tooLarge:
        case ErrorKind::unsupported:
        case ErrorKind::refused:
            return kNo;
    }
    return kNo;
}

}  // namespace

void addJson(CLI::App& command, bool& json) {
    command.add_flag("--json", json, "Print JSON");
}

void addHome(CLI::App& command, HomeOptions& options) {
    command.add_option("--home", options.home, "Folder of this device's store")->required();
    command.add_option("--person", options.person, "Whose store, where the home has several (name or key id)");
    addJson(command, options.json);
}

Result<std::string> askPin(const char* prompt) {
    if (const char* pin = std::getenv("PLUMB_PIN")) return std::string(pin);
    if (!isatty(STDIN_FILENO))
        return fail(ErrorKind::refused, "no_pin", "set PLUMB_PIN, or run on a terminal to be asked for the PIN");
    std::cerr << prompt << std::flush;
    termios before{};
    tcgetattr(STDIN_FILENO, &before);
    termios quiet = before;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSANOW, &quiet);
    std::string pin;
    std::getline(std::cin, pin);
    tcsetattr(STDIN_FILENO, TCSANOW, &before);
    std::cerr << "\n";
    return pin;
}

std::string describePerson(const store::Person& person) {
    const auto history = store::keyHistory(person.folder);
    std::string out = person.name + " (" + person.role + ")";
    if (!history.device.empty()) out += ", device " + history.device;
    out += ", key " + person.kid;
    if (history.enrolled) out += ", enrolled " + formatInstant(*history.enrolled);
    if (!history.revoked) return out;
    out += ", revoked " + formatInstant(*history.revoked);
    if (history.unsentRecords > 0 || history.unsentFiles > 0)
        out += " with " + std::to_string(history.unsentRecords) + " records and " +
               std::to_string(history.unsentFiles) + " files not sent";
    return out;
}

std::vector<store::Person> peopleAsked(const HomeOptions& options) {
    constexpr std::size_t kKeyPrefix = 4;  // so many characters of a key's id name it
    std::vector<store::Person> people;
    for (auto& person : store::peopleOf(options.home)) {
        const bool named = options.person.empty() || person.name == options.person ||
                           (options.person.size() >= kKeyPrefix && person.kid.starts_with(options.person));
        if (person.enrolled && named) people.push_back(std::move(person));
    }
    return people;
}

Result<std::unique_ptr<store::TabletStore>> openHome(const HomeOptions& options) {
    auto people = peopleAsked(options);
    if (people.empty())
        return fail(ErrorKind::notFound, "not_enrolled",
                    "nobody " + (options.person.empty() ? "" : "named \"" + options.person + "\" ") +
                        "is enrolled in " + options.home + "; run: plumb enrol --home " + options.home + " URI");
    // One who enrolled again goes on with the new key; what the old one holds is told, and opened by its id.
    const auto revoked = [](const store::Person& person) {
        return store::keyHistory(person.folder).revoked.has_value();
    };
    const auto end = std::stable_partition(people.begin(), people.end(), [&](const auto& p) { return !revoked(p); });
    if (end - people.begin() == 1 && people.size() > 1) {
        for (auto old = end; old != people.end(); ++old)
            std::cerr << "plumb: also here: " << describePerson(*old) << "; --person " << old->kid.substr(0, 8)
                      << " opens it\n";
        people.erase(end, people.end());
    }
    if (people.size() > 1) {
        std::string names;
        for (const auto& person : people) names += "\n  " + describePerson(person);
        return fail(ErrorKind::refused, "several_people",
                    "several keys are enrolled here; say which with --person and a name, or the first characters of a "
                    "key:" +
                        names);
    }
    const auto pin = askPin();
    if (!pin) return fail(pin.error());
    const auto key = store::unlock(people.front().folder, *pin, systemNow());
    if (!key) return fail(key.error());
    return store::TabletStore::open(people.front().folder, *key, systemNow);
}

std::string notThereSentence(const store::FileTally& files, const std::string& thing) {
    if (files.missing == 0) return {};
    return std::to_string(files.missing) + " of " + std::to_string(files.total) + " " + thing +
           (files.total == 1 ? "" : "s") + (files.missing == 1 ? " is" : " are") +
           " not at the server; nothing of it is let go of here";
}

std::string clockSentence(const store::ClockState& clock) {
    if (!clock.off()) return {};
    const bool behind = clock.offset.count() > 0;
    return std::string("this device's clock is ") +
           (clock.basis == store::ClockState::Basis::atLeast ? "at least " : "") + store::spanText(clock.offset) +
           (behind ? " behind" : " ahead") + ", by the time that the log signed (" + formatInstant(clock.time) +
           "); what is signed states both, and days count from the corrected time";
}

json::object clockObject(const store::ClockState& clock) {
    if (clock.basis == store::ClockState::Basis::unknown) return {};
    return {{"offset_ms", clock.offset.count()},
            {"within_ms", clock.within.count()},
            {"off", clock.off()},
            {"time", formatInstant(clock.time)}};
}

int report(const Error& error, bool json) {
    if (json) {
        std::cerr << toText(json::object{{"error", {{"code", error.code}, {"detail", error.detail}}}}) << "\n";
    } else {
        std::cerr << "plumb: " << error.detail << "\n";
    }
    return exitOf(error);
}

int print(const json::object& object, const std::string& text, bool json) {
    std::cout << (json ? toText(object) : text);
    if (json || (!text.empty() && text.back() != '\n')) std::cout << "\n";
    std::cout.flush();
    return kDone;
}

}  // namespace plumb::cli
