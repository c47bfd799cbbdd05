// HMAC-SHA-256 (RFC 2104): what a server tells that it said something itself. Thread-safe; failures of the library
// throw.
#pragma once

#include "shared/base/sha256.h"

namespace plumb::crypto {

Sha256 keyedHash(ByteView key, ByteView text);
// In a time that does not depend on where they differ.
bool isSame(const Sha256& a, const Sha256& b);

}  // namespace plumb::crypto
