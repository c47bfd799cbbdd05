// The code by which whoever complained asks later what became of it: 100 random bits in twenty letters and digits
// (Crockford's base 32, without I, L, O, U), written in fours. The log holds its hash alone, so that nobody who reads
// the complaint can ask for its complainer. Pure but for the randomness; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/sha256.h"

namespace plumb::server {

std::string makeReceiptCode();
// As somebody typed it: blanks and dashes are left out, small letters and look-alikes are read as what they look like.
// None where it is no code.
std::optional<std::string> readReceiptCode(std::string_view typed);
// Of a code as makeReceiptCode() or readReceiptCode() gave it.
Sha256 receiptHash(std::string_view code);

}  // namespace plumb::server
