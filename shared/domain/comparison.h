// Four characters by which an administrator and the owner of a new device compare, over the telephone say, whether the
// device that claimed an invitation is the one in the owner's hands: one for each of the first four bytes of the
// SHA-256 of the key.enrolled line, which nobody but the holder of the invitation's key could sign. Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "shared/base/sha256.h"

namespace plumb::domain {

// Four texts of one character each (comparison.json).
std::vector<std::string> comparisonCharacters(const Sha256& enrolmentLine);

}  // namespace plumb::domain
