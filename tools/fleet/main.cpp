// fleet: simulated tablets on the real sync engine and the real store, against a real server.
#include <CLI/CLI.hpp>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "tools/fleet/fleet.h"

namespace plumb::fleet {
namespace {

namespace fs = std::filesystem;

constexpr const char* kHelp =
    R"(Either --invite with an administrator's invitation (of `plumbserver init`, or of `plumb admin invite`), or --admin with
the home that `plumb enrol` made for one (PIN in PLUMB_PIN). The fleet publishes its checklists and sites, invites its
tablets, and leaves all of it in the server's log: give it a server of its own.
  --link wifi                     or satellite, 2g, dying; several, and tablets take them in turn: --link 2g,dying
  --faults "about 40KB corrupt"   beside the link's own (faultproxy --help)
It prints `fleet.NAME VALUE UNIT` lines and, on stderr, each difference between a tablet and the server; exit 1 where
there is one. The same seed on the same day gives the same acts: `fleet.acts` is their digest, --acts FILE has them.)";

struct Options {
    FleetOptions fleet;
    std::string invite, admin, server, faults, acts, home;
    std::vector<std::string> links{"wifi"};
    int think = 20;
    bool keep = false;
};

constexpr std::size_t kDifferencesShown = 50;

// The folder of the tablets; gone at the end where nobody named it.
class Home {
  public:
    Home(const std::string& given, bool keep) : m_keep(keep || !given.empty()) {
        if (!given.empty()) {
            path = given;
            if (fs::exists(path) && !fs::is_empty(path))
                throw std::runtime_error(given + " is not empty; a fleet sets out in an empty folder");
            fs::create_directories(path);
            return;
        }
        auto name = (fs::temp_directory_path() / "plumb-fleet-XXXXXX").string();
        if (!mkdtemp(name.data())) throw std::runtime_error("no folder can be made in the system's temporary one");
        path = name;
    }
    ~Home() {
        std::error_code ignored;
        if (!m_keep) fs::remove_all(path, ignored);
    }
    fs::path path;

  private:
    bool m_keep;
};

std::string pinOf() {
    const char* pin = std::getenv("PLUMB_PIN");
    if (!pin) throw std::runtime_error("set PLUMB_PIN to the PIN of --admin's home");
    return pin;
}

Office officeOf(const Options& options, const fs::path& home) {
    if (!options.admin.empty()) return Office::ofHome(options.admin, pinOf(), options.server);
    const auto invitation = domain::parseInvitation(options.invite);
    if (!invitation) throw std::runtime_error(invitation.error().detail);
    return Office::enrolled(home / "office", *invitation, options.server);
}

int run(Options options) {
    const Home home(options.home, options.keep);
    auto& fleet = options.fleet;
    fleet.plan.think = std::chrono::minutes(options.think);
    fleet.home = home.path;
    fleet.links.clear();
    for (const auto& link : options.links) {
        const auto profile = fault::profileText(link);
        fleet.links.push_back((profile ? "profile " + link : link) +
                              (options.faults.empty() ? "" : "; " + options.faults));
    }
    Books books;
    for (const auto& name : fleet.plan.checklists) books.emplace(name, province::loadAnswerBook(name));
    auto office = officeOf(options, home.path);
    const auto report = runFleet(office, books, fleet);
    for (const auto& one : report.measures)
        std::printf(one.value == std::floor(one.value) ? "fleet.%s %.0f %s\n" : "fleet.%s %.2f %s\n", one.name.c_str(),
                    one.value, one.unit.c_str());
    std::printf("fleet.acts %s sha256\n", report.digest().c_str());
    if (!options.acts.empty()) {
        std::ofstream out(options.acts, std::ios::binary);
        for (const auto& act : report.acts) out << act << "\n";
        if (!out.flush()) throw std::runtime_error("cannot write " + options.acts);
    }
    const auto& differences = report.compared.differences;
    for (std::size_t i = 0; i < std::min(differences.size(), kDifferencesShown); ++i)
        std::cerr << "fleet: " << differences[i] << "\n";
    if (differences.size() > kDifferencesShown)
        std::cerr << "fleet: and " << differences.size() - kDifferencesShown << " more\n";
    return differences.empty() ? 0 : 1;
}

void add(CLI::App& app, Options& options) {
    auto& plan = options.fleet.plan;
    auto* invite = app.add_option("--invite", options.invite, "plumb://enrol?… of an administrator, not yet claimed");
    auto* admin = app.add_option("--admin", options.admin, "The home of an administrator who is enrolled");
    invite->excludes(admin);
    app.add_option("--server,--url", options.server, "https://host:port, where it is not the invitation's");
    app.add_option("--devices", plan.devices, "Tablets")->capture_default_str()->check(CLI::Range(1, 5000));
    app.add_option("--inspections", plan.inspections, "Of all tablets together")->capture_default_str();
    app.add_option("--photos", plan.photos, "Likewise; more where the checklists ask for them")->capture_default_str();
    app.add_option("--photo-bytes", options.fleet.photoBytes, "Of each photo")->capture_default_str();
    app.add_option("--think", options.think, "Minutes between two visits, on average, of event time")
        ->capture_default_str();
    app.add_option("--batch", plan.batch, "Visits before they are sent; 0: one to four")->capture_default_str();
    app.add_option("--checklist", plan.checklists, "Those that are drawn from: 6a, 6b, c1 … c5")
        ->capture_default_str()
        ->delimiter(',');
    app.add_option("--link", options.links, "Profiles or scripts")->capture_default_str()->delimiter(',');
    app.add_option("--faults", options.faults, "A script beside each link's own");
    app.add_option("--sites", plan.sites, "Sites that are visited")
        ->capture_default_str()
        ->check(CLI::Range(1, 100000));
    app.add_option("--counties", options.fleet.counties, "Over which sites and tablets are spread; each reads its own")
        ->capture_default_str()
        ->check(CLI::Range(1, 8));
    app.add_option("--seed", plan.seed, "The same seed on the same day gives the same acts")->capture_default_str();
    app.add_option("--pace", options.fleet.pace, "Seconds of event time in a second; 0: nobody waits")
        ->capture_default_str();
    app.add_option("--threads", options.fleet.threads, "Tablets that do something at once")
        ->capture_default_str()
        ->check(CLI::Range(1, 1000));
    app.add_option("--tries", options.fleet.mostTries, "Of one sync, before it is given up")->capture_default_str();
    app.add_option("--acts", options.acts, "Write what was done to this file");
    app.add_option("--home", options.home, "An empty folder for the tablets, which stays");
    app.add_flag("--keep", options.keep, "Keep the tablets' temporary folder");
}

}  // namespace
}  // namespace plumb::fleet

int main(int argc, char** argv) {
    CLI::App app("Simulated tablets against a real server: what they do, what it costs, and whether all agree",
                 "fleet");
    app.footer(plumb::fleet::kHelp);
    plumb::fleet::Options options;
    plumb::fleet::add(app, options);
    CLI11_PARSE(app, argc, argv);
    if (options.invite.empty() && options.admin.empty()) {
        std::cerr << "fleet: say --invite, or --admin\n";
        return 2;
    }
    try {
        return plumb::fleet::run(std::move(options));
    } catch (const std::exception& error) {
        std::cerr << "fleet: " << error.what() << "\n";
        return 2;
    }
}
