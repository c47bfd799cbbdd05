// Simulated tablets at a real server: enrolled, in the field behind bad links, and in the end compared with the server.
// Blocking; threads of its own play the tablets.
#pragma once

#include "tools/fleet/compare.h"

namespace plumb::fleet {

struct FleetOptions {
    PlanOptions plan;
    std::vector<std::string> links{"profile wifi"};  // scripts (faultproxy/script.h); devices take them in turn
    std::size_t counties = 1;                        // over which sites and inspectors are spread
    std::size_t photoBytes = 200'000;
    std::size_t threads = 16;
    double pace = 0;  // seconds of event time that a second takes; 0: nobody waits
    int mostTries = 400;
    std::filesystem::path home;  // an empty folder, for the tablets
};

struct Measure {
    std::string name;
    double value = 0;
    std::string unit;
};

struct FleetReport {
    std::vector<std::string> acts;  // in order of device and time: the same seed tells the same
    Compared compared;
    std::vector<Measure> measures;
    // By the name without "fleet."; NaN: it was not measured.
    [[nodiscard]] double value(const std::string& name) const;
    [[nodiscard]] std::string digest() const;  // of the acts
};

// `books`: of the checklists of the plan, by name. Throws std::runtime_error where the fleet cannot set out.
FleetReport runFleet(Office& office, const Books& books, const FleetOptions& options);

}  // namespace plumb::fleet
