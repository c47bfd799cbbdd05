// sample-province: makes a believable deployment in a folder, through the code that a real one is made of. See
// tools/province/README.md.
#include <CLI/CLI.hpp>
#include <QtGui/QGuiApplication>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "tools/province/founding.h"
#include "tools/province/world.h"

namespace plumb::province {
namespace {

namespace fs = std::filesystem;

struct Options {
    std::size_t sites = 64;
    std::uint64_t seed = 1;
    std::string home = "sample-province", url = "https://127.0.0.1:8443", today,
                passphrase = "a passphrase for the stage";
};

std::size_t inspections(const World& world) {
    return static_cast<std::size_t>(
        std::count_if(world.visits.begin(), world.visits.end(), [](const Visit& visit) { return !visit.self; }));
}
std::size_t orders(const World& world) {
    return static_cast<std::size_t>(
        std::count_if(world.visits.begin(), world.visits.end(), [](const Visit& visit) { return visit.ordered; }));
}

// The world in figures, and what is needed to enter it.
json::object described(const World& world, const Options& options) {
    json::object out{{"root", world.deployment.root().kid()},
                     {"url", options.url},
                     {"seed", options.seed},
                     {"today", dayText(world.options.today)},
                     {"lines", world.deployment.head()->size},
                     {"checkpoint", world.deployment.head()->note},
                     {"sites", world.sites.size()},
                     {"inspections", inspections(world)},
                     {"assessments", world.visits.size() - inspections(world)},
                     {"orders", orders(world)},
                     {"files", world.deployment.files()},
                     {"bytes", world.deployment.fileBytes()}};
    json::array people;
    for (const auto& member : world.members) {
        json::object one{{"id", member.person.id},
                         {"name", member.person.name},
                         {"role", domain::roleName(member.person.role)},
                         {"device", member.device.name()},
                         {"kid", member.device.kid()}};
        if (!member.person.grants.front().sites.empty()) one["site"] = member.person.grants.front().sites.front();
        people.push_back(std::move(one));
    }
    out["people"] = std::move(people);
    return out;
}

int make(const Options& options) {
    const auto began = std::chrono::steady_clock::now();
    WorldOptions given;
    given.sites = options.sites;
    given.seed = options.seed;
    given.today = localDay(systemNow().utc);
    if (!options.today.empty()) {
        const auto day = parseDay(options.today);
        if (!day) throw std::runtime_error("--today takes a day as in 2026-11-28, not \"" + options.today + "\"");
        given.today = *day;
    }
    const fs::path home = options.home;
    if (fs::exists(home) && !fs::is_empty(home))
        throw std::runtime_error(home.string() + " is not empty; a world is made in an empty folder");
    given.server = {home / "server", options.url, options.passphrase, options.seed};
    World world(std::move(given));
    live(world);
    // Whoever looks at it comes in as people of the world, with devices of their own.
    const auto& enterprise = *world.enterprises.at(world.sites.front().site.id).front();
    const json::object enrol{{"administrator", inviteAgain(world, world.administrator())},
                             {"inspector", inviteAgain(world, world.members[1])},
                             {"enterprise", inviteAgain(world, enterprise)}};
    auto said = described(world, options);
    said["enrol"] = enrol;
    said["supervisor"] = world.members[13].person.id;
    said["enterprise"] = enterprise.person.id;
    said["inspector"] = world.members[1].person.id;
    std::ofstream(home / "province.json") << toText(said) << "\n";
    std::cout << "sample-province: " << world.sites.size() << " sites, " << world.members.size() << " devices, "
              << inspections(world) << " inspections, " << orders(world) << " orders, " << world.deployment.head()->size
              << " lines, " << world.deployment.files() << " files of " << world.deployment.fileBytes() / 1'000'000
              << " MB, in "
              << std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began).count()
              << " ms\n";
    return 0;
}

}  // namespace
}  // namespace plumb::province

int main(int argc, char** argv) {
    plumb::province::Options options;
    CLI::App app("Makes a sample deployment: a year of two provinces, signed and logged by the real code.");
    app.add_option("--sites", options.sites, "How many sites")->check(CLI::Range(1, 2000))->capture_default_str();
    app.add_option("--seed", options.seed, "The same seed and day give the same lines")->capture_default_str();
    app.add_option("--home", options.home, "An empty folder, for server/ and province.json")->capture_default_str();
    app.add_option("--url", options.url, "Where the server will be found")->capture_default_str();
    app.add_option("--today", options.today,
                   "The day on which the year ends (YYYY-MM-DD); today where it is not given");
    CLI11_PARSE(app, argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");  // it draws letters, and shows nothing
    int none = 1;
    QGuiApplication qt(none, argv);
    try {
        return plumb::province::make(options);
    } catch (const std::exception& wrong) {
        std::cerr << "sample-province: " << wrong.what() << "\n";
        return 1;
    }
}
