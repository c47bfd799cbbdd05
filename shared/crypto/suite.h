// Signing suites: EdDSA (Ed25519, RFC 8032/8037), ES256 (P-256 with SHA-256, RFC 7518 §3.4) and SM2 (GB/T 32918.2 with
// SM3, distinguishing id 1234567812345678). A suite is a row of data; keys are values of one class each. Signatures are
// 64 raw bytes in every suite (R‖S of Ed25519, r‖s of the two curves).
//
// Threads: a PublicKey or PrivateKey is immutable after construction and may be used from several threads at once.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "shared/base/bytes.h"
#include "shared/base/json.h"

namespace plumb::crypto {

enum class Suite { eddsa, es256, sm2 };

// The JOSE name: "EdDSA", "ES256", "SM2".
std::string_view suiteName(Suite suite);
Result<Suite> suiteByName(std::string_view name);

constexpr std::size_t kSignatureSize = 64;

class PublicKey {
  public:
    // From a JWK's members (kty, crv, x, y). A point that is not on its curve is refused, and of Ed25519 one that is of
    // small or mixed order or not written in its own form.
    static Result<PublicKey> fromJwk(const json::object& jwk);

    [[nodiscard]] Suite suite() const { return m_suite; }
    // RFC 7638 thumbprint, base64url: the key's id.
    [[nodiscard]] const std::string& kid() const { return m_kid; }
    // The required members only, in lexicographic order, as RFC 7638 hashes them.
    [[nodiscard]] json::object jwk() const;
    // SubjectPublicKeyInfo in PEM, for the openssl command.
    [[nodiscard]] std::string pem() const;
    // By the suite's own standard; Ed25519 by the strict rule (ed25519.h). That lines take low-s signatures alone is
    // the lines' rule (jws.h).
    [[nodiscard]] bool verify(ByteView message, ByteView signature) const;
    // The bare point (Ed25519: 32 bytes; curves: x‖y, 64 bytes).
    [[nodiscard]] const Bytes& raw() const { return m_raw; }

  private:
    friend class PrivateKey;
    PublicKey(Suite suite, Bytes raw, std::shared_ptr<void> key);

    Suite m_suite;
    Bytes m_raw;
    std::shared_ptr<void> m_key;  // EVP_PKEY; kept out of the header so that no caller sees OpenSSL
    std::string m_kid;
};

class PrivateKey {
  public:
    static PrivateKey generate(Suite suite);
    // From the 32 secret bytes (Ed25519 seed; the curves' scalar, big-endian).
    static Result<PrivateKey> fromSecret(Suite suite, ByteView secret);

    [[nodiscard]] const PublicKey& publicKey() const { return m_public; }
    [[nodiscard]] const std::string& kid() const { return m_public.kid(); }
    [[nodiscard]] Suite suite() const { return m_public.suite(); }
    [[nodiscard]] Bytes sign(ByteView message) const;
    // The 32 secret bytes; the caller seals them (see vault.h).
    [[nodiscard]] const Bytes& secret() const { return m_secret; }

  private:
    PrivateKey(PublicKey publicKey, Bytes secret, std::shared_ptr<void> key);

    PublicKey m_public;
    Bytes m_secret;
    std::shared_ptr<void> m_key;
};

}  // namespace plumb::crypto
