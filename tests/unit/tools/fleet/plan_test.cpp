#include "tools/fleet/plan.h"

#include <catch2/catch.hpp>

#include <set>

using namespace plumb::fleet;
using namespace std::chrono_literals;

namespace {

// Everything that a plan says, as text.
std::string told(const PlanOptions& options) {
    std::string out;
    for (const auto& acts : planOf(options)) {
        for (const auto& act : acts) {
            out += eventTime(act.at);
            if (act.visit)
                out += " " + std::to_string(act.visit->number) + " " + act.visit->checklist + " " +
                       std::to_string(act.visit->site) + " " + std::to_string(act.visit->lasts.count()) + " " +
                       std::to_string(act.visit->photos);
            out += "\n";
        }
        out += "--\n";
    }
    return out;
}

}  // namespace

TEST_CASE("a seed gives one plan, and another seed another") {
    PlanOptions options;
    options.checklists = {"c3", "6a"};
    CHECK(told(options) == told(options));
    auto other = options;
    other.seed = 2;
    CHECK(told(options) != told(other));
}

TEST_CASE("each inspection is made once, each photo taken, and all of it is sent") {
    for (const std::size_t devices : {1, 6, 70}) {
        PlanOptions options;
        options.devices = devices;
        const auto plan = planOf(options);
        REQUIRE(plan.size() == devices);
        std::set<std::size_t> numbers;
        std::size_t photos = 0;
        for (const auto& acts : plan) {
            REQUIRE_FALSE(acts.empty());
            CHECK_FALSE(acts.back().visit);
            auto last = -1ms;
            for (const auto& act : acts) {
                CHECK(act.at > last);
                last = act.at;
                if (!act.visit) continue;
                CHECK(numbers.insert(act.visit->number).second);
                CHECK(act.visit->site < options.sites);
                CHECK(act.visit->lasts > 30min);
                photos += act.visit->photos;
            }
        }
        CHECK(numbers.size() == options.inspections);
        CHECK(photos == options.photos);
    }
}

TEST_CASE("a batch is as large as it is wanted") {
    PlanOptions options;
    options.devices = 1;
    options.inspections = 45;
    options.batch = 20;
    std::vector<std::size_t> batches;
    std::size_t visits = 0;
    const auto plan = planOf(options);
    for (const auto& act : plan.front()) {
        if (act.visit)
            ++visits;
        else
            batches.push_back(std::exchange(visits, 0));
    }
    CHECK(batches == std::vector<std::size_t>{20, 20, 5});
}

TEST_CASE("event time is told in days and the time of day") {
    CHECK(eventTime(0ms) == "0 00:00:00.000");
    CHECK(eventTime(24h + 61min + 2345ms) == "1 01:01:02.345");
}
