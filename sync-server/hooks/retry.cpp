#include "sync-server/hooks/retry.h"

#include <algorithm>

#include "sync-server/hooks/tuning.h"

namespace plumb::server {

std::chrono::milliseconds waitAfter(unsigned failed, double chance, std::optional<std::chrono::seconds> asked) {
    constexpr unsigned kMostDoublings = 20;  // beyond the cap long before
    const auto doublings = std::min(std::max(failed, 1u) - 1, kMostDoublings);
    const auto plain = std::min<std::chrono::milliseconds>(kHookFirstWait * (1ll << doublings), kHookLongestWait);
    auto wait = std::chrono::milliseconds(static_cast<long long>(double(plain.count()) * (0.8 + 0.4 * chance)));
    if (asked) wait = std::max(wait, std::min<std::chrono::milliseconds>(*asked, kHookLongestWait));
    return std::min(wait, kHookLongestWait);
}

}  // namespace plumb::server
