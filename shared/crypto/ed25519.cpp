#include "shared/crypto/ed25519.h"

#include <sodium.h>

#include <stdexcept>

namespace plumb::crypto {
namespace {

// Chooses the implementations for this processor; every later call finds that done.
void start() {
    static const int state = sodium_init();
    if (state < 0) throw std::runtime_error("libsodium cannot be started");
}

}  // namespace

bool isEd25519Key(ByteView key) {
    start();
    return key.size() == crypto_sign_ed25519_PUBLICKEYBYTES && crypto_core_ed25519_is_valid_point(key.data()) == 1;
}

bool verifyEd25519(ByteView key, ByteView message, ByteView signature) {
    start();
    return key.size() == crypto_sign_ed25519_PUBLICKEYBYTES && signature.size() == crypto_sign_ed25519_BYTES &&
           crypto_sign_ed25519_verify_detached(signature.data(), message.data(), message.size(), key.data()) == 0;
}

}  // namespace plumb::crypto
