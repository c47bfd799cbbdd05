// What a fleet of tablets does, drawn from a seed before anything is done: who visits what, how long it takes, how many
// photos are taken, when it is sent. Times are event time, from the fleet's beginning; nobody waits for them where no
// network is concerned. The same options give the same plan on every machine. Pure; any thread.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace plumb::fleet {

struct PlanOptions {
    std::size_t devices = 6, inspections = 60;
    std::size_t photos = 20;                    // of all inspections together; more where the checklists ask for them
    std::chrono::minutes think{20};             // between two visits, on average
    std::size_t batch = 0;                      // visits before they are sent; 0: one to four, as it comes
    std::vector<std::string> checklists{"c3"};  // one is drawn for each visit
    std::size_t sites = 12;
    std::uint64_t seed = 1;
};

struct Visit {
    std::size_t number = 0;  // of all; what is found there is drawn by it
    std::size_t site = 0;
    std::string checklist;
    std::chrono::milliseconds lasts{0};
    std::size_t photos = 0;
};

struct Act {
    std::chrono::milliseconds at{0};  // when it ends
    std::optional<Visit> visit;       // none: what waits is sent
};

// By device, each in order of time. The last act of each is a sending.
std::vector<std::vector<Act>> planOf(const PlanOptions& options);

// "1 04:05:06.789": days, and the time of day.
std::string eventTime(std::chrono::milliseconds at);

}  // namespace plumb::fleet
