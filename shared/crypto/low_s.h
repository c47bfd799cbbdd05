// ES256 gives two signatures for one: where r‖s is good, so is r‖(n − s). Lines take the one with s ≤ n/2 alone: else
// anybody could make a second line out of a first, with another hash, and have its author look like a forger of two.
// Pure; 64 raw bytes in, as in suite.h.
#pragma once

#include "shared/base/bytes.h"

namespace plumb::crypto {

bool isLowS(ByteView signature);
// The form with the low s of a good signature.
void makeLowS(Bytes& signature);

}  // namespace plumb::crypto
