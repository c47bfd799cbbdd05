// How large an XForm may be, each with its reason.
#pragma once

#include <cstddef>

namespace plumb::form {

// Refused unread beyond; so deep and with so many fields and groups no form is written, and a tablet still opens one.
inline constexpr std::size_t kMaxFormBytes = 64 * 1024 * 1024;
inline constexpr std::size_t kMaxDepth = 200;
inline constexpr std::size_t kMaxNodes = 100'000;
// So many are listed: who has more begins anew.
inline constexpr std::size_t kMostFormProblems = 200;

}  // namespace plumb::form
