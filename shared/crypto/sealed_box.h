// A few bytes sealed for whoever holds an Ed25519 key, by somebody who shows no key of her own (libsodium's sealed
// boxes: X25519, XSalsa20-Poly1305, an ephemeral key each time). The Ed25519 key serves as an X25519 key by the
// birational map of RFC 7748; that one key may do both was shown by Thormarker (IACR ePrint 2021/509). Any thread.
#pragma once

#include "shared/crypto/suite.h"

namespace plumb::crypto {

// REQUIRES: `recipient` is of suite EdDSA. Throws where the key is no point that can be used so.
Bytes sealTo(const PublicKey& recipient, ByteView plain);
// badSignature "seal_broken": changed, cut, or sealed for another key.
Result<Bytes> openSealed(const PrivateKey& recipient, ByteView sealed);

}  // namespace plumb::crypto
