#include "tools/fleet/plan.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "tools/province/random.h"

namespace plumb::fleet {
namespace {

using province::Random;
using std::chrono::milliseconds;

// How long a visit takes: 35 to 110 minutes.
constexpr double kShortest = 35 * 60'000.0, kLongest = 110 * 60'000.0;

// Waiting times as they come where nobody plans them, none longer than five times the usual.
milliseconds pauseOf(std::chrono::minutes usual, Random& random) {
    const double drawn = -std::log(1 - random.unit());
    return milliseconds(std::llround(std::min(drawn, 5.0) * static_cast<double>(milliseconds(usual).count())));
}

}  // namespace

std::vector<std::vector<Act>> planOf(const PlanOptions& options) {
    Random random(options.seed, "fleet");
    std::vector<std::size_t> photos(options.inspections, 0);
    for (std::size_t i = 0; i < options.photos && options.inspections > 0; ++i)
        ++photos[random.below(options.inspections)];
    std::vector<std::vector<Act>> out(options.devices);
    for (std::size_t device = 0; device < options.devices; ++device) {
        Random own(options.seed, "device " + std::to_string(device));
        auto& acts = out[device];
        milliseconds now{0};
        std::size_t waiting = 0, wanted = 0;
        const auto send = [&] {
            now += milliseconds(own.between(5'000, 60'000));
            acts.push_back({now, {}});
            waiting = 0;
        };
        for (std::size_t number = device; number < options.inspections; number += options.devices) {
            Visit visit;
            visit.number = number;
            visit.site = own.below(options.sites);
            visit.checklist = own.pick(options.checklists);
            visit.lasts = milliseconds(std::llround(own.between(kShortest, kLongest)));
            visit.photos = photos[number];
            now += pauseOf(options.think, own) + visit.lasts;
            acts.push_back({now, std::move(visit)});
            if (waiting++ == 0) wanted = options.batch > 0 ? options.batch : 1 + own.below(4);
            if (waiting == wanted) send();
        }
        if (waiting > 0 || acts.empty()) send();
    }
    return out;
}

std::string eventTime(milliseconds at) {
    const auto count = at.count();
    char out[40];
    std::snprintf(out, sizeof out, "%lld %02lld:%02lld:%02lld.%03lld", static_cast<long long>(count / 86'400'000),
                  static_cast<long long>(count / 3'600'000 % 24), static_cast<long long>(count / 60'000 % 60),
                  static_cast<long long>(count / 1000 % 60), static_cast<long long>(count % 1000));
    return out;
}

}  // namespace plumb::fleet
