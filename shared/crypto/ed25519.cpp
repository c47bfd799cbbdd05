#include "shared/crypto/ed25519.h"

#include "shared/crypto/sodium.h"

namespace plumb::crypto {

bool isEd25519Key(ByteView key) {
    startSodium();
    return key.size() == crypto_sign_ed25519_PUBLICKEYBYTES && crypto_core_ed25519_is_valid_point(key.data()) == 1;
}

bool verifyEd25519(ByteView key, ByteView message, ByteView signature) {
    startSodium();
    return key.size() == crypto_sign_ed25519_PUBLICKEYBYTES && signature.size() == crypto_sign_ed25519_BYTES &&
           crypto_sign_ed25519_verify_detached(signature.data(), message.data(), message.size(), key.data()) == 0;
}

}  // namespace plumb::crypto
