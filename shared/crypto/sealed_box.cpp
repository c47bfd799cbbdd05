#include "shared/crypto/sealed_box.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "shared/crypto/sodium.h"

namespace plumb::crypto {
namespace {

using CurveKey = std::array<unsigned char, crypto_scalarmult_curve25519_BYTES>;

CurveKey curveKeyOf(const PublicKey& key) {
    CurveKey out{};
    if (key.suite() != Suite::eddsa || key.raw().size() != crypto_sign_ed25519_PUBLICKEYBYTES ||
        crypto_sign_ed25519_pk_to_curve25519(out.data(), key.raw().data()) != 0)
        throw std::runtime_error("nothing can be sealed for this key");
    return out;
}

}  // namespace

Bytes sealTo(const PublicKey& recipient, ByteView plain) {
    startSodium();
    const auto key = curveKeyOf(recipient);
    Bytes out(plain.size() + crypto_box_SEALBYTES);
    if (crypto_box_seal(out.data(), plain.data(), plain.size(), key.data()) != 0)
        throw std::runtime_error("libsodium cannot seal");
    return out;
}

Result<Bytes> openSealed(const PrivateKey& recipient, ByteView sealed) {
    startSodium();
    const auto open = curveKeyOf(recipient.publicKey());
    // libsodium's form of the secret key: seed and public key.
    std::array<unsigned char, crypto_sign_ed25519_SECRETKEYBYTES> both{};
    std::copy(recipient.secret().begin(), recipient.secret().end(), both.begin());
    std::copy(recipient.publicKey().raw().begin(), recipient.publicKey().raw().end(),
              both.begin() + static_cast<std::ptrdiff_t>(recipient.secret().size()));
    CurveKey secret{};
    crypto_sign_ed25519_sk_to_curve25519(secret.data(), both.data());
    sodium_memzero(both.data(), both.size());
    Bytes out(sealed.size() < crypto_box_SEALBYTES ? 0 : sealed.size() - crypto_box_SEALBYTES);
    const bool good = sealed.size() >= crypto_box_SEALBYTES &&
                      crypto_box_seal_open(out.data(), sealed.data(), sealed.size(), open.data(), secret.data()) == 0;
    sodium_memzero(secret.data(), secret.size());
    if (!good) return fail(ErrorKind::badSignature, "seal_broken", "this was changed, or sealed for somebody else");
    return out;
}

}  // namespace plumb::crypto
