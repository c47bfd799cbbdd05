// SHA-256 stopped between two blocks (FIPS 180-4, §6.2.2): with the state that the bytes before came to, and the bytes
// that follow, anybody reckons the hash of the whole and learns nothing of what stood before. By that a line of the log
// is proved whose first bytes, which name its author's key, are for nobody. Pure; any thread.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "shared/base/sha256.h"

namespace plumb::crypto {

inline constexpr std::size_t kHashBlock = 64;

using HashState = std::array<std::uint32_t, 8>;

// After all of `bytes`. REQUIRES: so many whole blocks.
HashState hashStateAfter(std::string_view bytes);
// Of a message whose first `before` bytes came to `state`, and which ends with `rest`. REQUIRES: `before` are whole
// blocks.
Sha256 hashFrom(const HashState& state, std::uint64_t before, std::string_view rest);

}  // namespace plumb::crypto
