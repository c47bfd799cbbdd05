// What may be tuned in who is let in, with the reason for each value.
#pragma once

#include <chrono>
#include <cstddef>

namespace plumb::server {

// A bearer token: a stolen one is good for a quarter of an hour, an idle tablet fetches four an hour.
inline constexpr std::chrono::seconds kTokenLife{900};
// The longest life of a signed assertion (PROTOCOL.md), so long its `jti` is remembered.
inline constexpr std::chrono::seconds kLongestAssertion{60};
// A device's clock may run this much ahead of ours.
inline constexpr std::chrono::seconds kAssertionLeeway{30};
// What is longer is not looked at.
inline constexpr std::size_t kMaxJti = 128;
inline constexpr std::size_t kMaxAssertion = 4096;

}  // namespace plumb::server
