#include "shared/store/pin_attempts.h"

#include <algorithm>

#include "shared/store/tuning.h"

namespace plumb::store {
namespace {

constexpr std::chrono::milliseconds kLongestWait = kFirstWait * (1 << kMostDoublings);

TimePoint waitUntil(const PinAttempts& attempts, TimePoint now) {
    const int counted = attempts.failures + std::max(0, attempts.unjudged - kFreeUnjudged);
    if (counted < kFreeAttempts) return {};
    return now + kFirstWait * (1 << std::min(counted - kFreeAttempts, kMostDoublings));
}

}  // namespace

std::chrono::milliseconds waitOf(const PinAttempts& attempts, TimePoint now) {
    if (now >= attempts.notBefore || attempts.notBefore - now > kLongestWait) return {};
    return attempts.notBefore - now;
}

PinAttempts noted(PinAttempts before, TimePoint now) {
    ++before.generation;
    before.unjudged = std::min(before.unjudged + 1, kMostCounted);
    before.notBefore = waitUntil(before, now);
    return before;
}

PinAttempts judgedWrong(PinAttempts noted, TimePoint now) {
    ++noted.generation;
    --noted.unjudged;
    noted.failures = std::min(noted.failures + 1, kMostCounted);
    noted.notBefore = waitUntil(noted, now);
    return noted;
}

PinAttempts judgedRight(PinAttempts noted, TimePoint now) {
    return {noted.generation + 1, 0, 0, {}, now};
}

PinAttempts takenBack(const PinAttempts& noted, PinAttempts before) {
    before.generation = noted.generation + 1;
    return before;
}

PinAttempts lostCount(TimePoint now) {
    PinAttempts out;
    out.failures = kFreeAttempts + kMostDoublings;
    out.notBefore = now + kLongestWait;
    return out;
}

}  // namespace plumb::store
