// Ed25519 by libsodium, which is faster than OpenSSL 3.0 at verifying and stricter: S below the order, no key and no R
// of small order, no key that is written in another form than its own. Not batched: a browser verifies one by one, and
// verdicts must be equal everywhere. Private to this room, which alone sees libsodium. Any thread.
#pragma once

#include "shared/base/bytes.h"

namespace plumb::crypto {

// Whether these 32 bytes are the one form of a point of the prime-order group: what a key must be to be enrolled.
bool isEd25519Key(ByteView key);
bool verifyEd25519(ByteView key, ByteView message, ByteView signature);

}  // namespace plumb::crypto
