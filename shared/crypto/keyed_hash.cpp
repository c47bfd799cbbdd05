#include "shared/crypto/keyed_hash.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <stdexcept>

namespace plumb::crypto {

Sha256 keyedHash(ByteView key, ByteView text) {
    Sha256 out;
    if (!HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), text.data(), text.size(), out.bytes.data(),
              nullptr))
        throw std::runtime_error("HMAC failed");
    return out;
}

bool isSame(const Sha256& a, const Sha256& b) {
    return CRYPTO_memcmp(a.bytes.data(), b.bytes.data(), a.bytes.size()) == 0;
}

}  // namespace plumb::crypto
