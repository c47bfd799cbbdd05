// Codes that people read aloud, write down and type: 100 bits in twenty letters and digits (Crockford's base 32,
// without I, L, O, U), written in fours. Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/bytes.h"

namespace plumb {

inline constexpr std::size_t kSpokenCodeLength = 20;

// Of that many bytes, of which each gives five bits. REQUIRES: kSpokenCodeLength bytes at least.
std::string spokenCode(ByteView bytes);
// As somebody typed it: blanks and dashes are left out, small letters and look-alikes are read as what they look like.
// None where it is no code.
std::optional<std::string> readSpokenCode(std::string_view typed);

}  // namespace plumb
