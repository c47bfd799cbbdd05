#include "tools/plumb/app.h"

#include <termios.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include "shared/store/vault_store.h"

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

Result<std::unique_ptr<store::TabletStore>> openHome(const HomeOptions& options) {
    std::vector<store::Person> people;
    for (auto& person : store::peopleOf(options.home)) {
        if (person.enrolled &&
            (options.person.empty() || person.name == options.person || person.kid == options.person))
            people.push_back(std::move(person));
    }
    if (people.empty())
        return fail(ErrorKind::notFound, "not_enrolled",
                    "nobody is enrolled in " + options.home + "; run: plumb enrol --home " + options.home + " URI");
    if (people.size() > 1) {
        std::string names;
        for (const auto& person : people) names += "\n  " + person.name + "  " + person.kid;
        return fail(ErrorKind::refused, "several_people",
                    "several people are enrolled here; say which with --person:" + names);
    }
    const auto pin = askPin();
    if (!pin) return fail(pin.error());
    const auto key = store::unlock(people.front().folder, *pin, systemNow());
    if (!key) return fail(key.error());
    return store::TabletStore::open(people.front().folder, *key, systemNow);
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
