#include "shared/crypto/suite.h"

#include <openssl/bio.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>

#include <algorithm>

#include "shared/base/encoding.h"
#include "shared/crypto/ed25519.h"
#include "shared/crypto/evp.h"
#include "shared/crypto/hash.h"
#include "shared/crypto/low_s.h"

namespace plumb::crypto {
namespace {

// What sets one suite apart from another; everything else below is common.
struct SuiteRow {
    Suite suite;
    std::string_view alg;
    std::string_view kty;
    std::string_view crv;
    const char* group;  // OpenSSL's name of the curve; null for Ed25519
    const EVP_MD* (*digest)();
};
constexpr SuiteRow kSuites[] = {
    {Suite::eddsa, "EdDSA", "OKP", "Ed25519", nullptr, nullptr},
    {Suite::es256, "ES256", "EC", "P-256", "P-256", EVP_sha256},
    {Suite::sm2, "SM2", "EC", "SM2", "SM2", EVP_sm3},
};
const SuiteRow& rowOf(Suite suite) {
    return kSuites[static_cast<int>(suite)];
}

// GM/T 0009-2012: the distinguishing id where none was agreed.
constexpr std::string_view kSm2Id = "1234567812345678";

EVP_PKEY* asKey(const std::shared_ptr<void>& key) {
    return static_cast<EVP_PKEY*>(key.get());
}
std::shared_ptr<void> owned(EVP_PKEY* key) {
    return {key, [](void* k) { EVP_PKEY_free(static_cast<EVP_PKEY*>(k)); }};
}

// A curve's key from its uncompressed point and, for a private key, its scalar. Null where they do not belong together.
EVP_PKEY* curveKey(const SuiteRow& row, ByteView xy, ByteView secret) {
    Bytes point{4};
    point.insert(point.end(), xy.begin(), xy.end());
    std::unique_ptr<OSSL_PARAM_BLD, Freed<OSSL_PARAM_BLD_free>> build(OSSL_PARAM_BLD_new());
    need(build && OSSL_PARAM_BLD_push_utf8_string(build.get(), OSSL_PKEY_PARAM_GROUP_NAME, row.group, 0) &&
             OSSL_PARAM_BLD_push_octet_string(build.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size()),
         "key parameters");
    Number scalar;
    if (!secret.empty()) {
        scalar.reset(BN_bin2bn(secret.data(), static_cast<int>(secret.size()), nullptr));
        need(scalar && OSSL_PARAM_BLD_push_BN(build.get(), OSSL_PKEY_PARAM_PRIV_KEY, scalar.get()),
             "private key parameter");
    }
    std::unique_ptr<OSSL_PARAM, Freed<OSSL_PARAM_free>> params(OSSL_PARAM_BLD_to_param(build.get()));
    KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, row.suite == Suite::sm2 ? "SM2" : "EC", nullptr));
    need(params && context && EVP_PKEY_fromdata_init(context.get()) == 1, "key from data");
    EVP_PKEY* key = nullptr;
    if (EVP_PKEY_fromdata(context.get(), &key, secret.empty() ? EVP_PKEY_PUBLIC_KEY : EVP_PKEY_KEYPAIR, params.get()) !=
        1) {
        ERR_clear_error();
        return nullptr;
    }
    KeyContext check(EVP_PKEY_CTX_new(key, nullptr));
    if (!check || EVP_PKEY_public_check(check.get()) != 1) {
        ERR_clear_error();
        EVP_PKEY_free(key);
        return nullptr;
    }
    return key;
}

// The public point x‖y of a scalar; empty where the scalar is 0 or not below the group's order.
Bytes pointOf(const SuiteRow& row, ByteView secret) {
    const int nid = row.suite == Suite::sm2 ? NID_sm2 : NID_X9_62_prime256v1;
    std::unique_ptr<EC_GROUP, Freed<EC_GROUP_free>> group(EC_GROUP_new_by_curve_name(nid));
    Number scalar(BN_bin2bn(secret.data(), static_cast<int>(secret.size()), nullptr));
    need(group && scalar, "curve");
    if (BN_is_zero(scalar.get()) || BN_cmp(scalar.get(), EC_GROUP_get0_order(group.get())) >= 0) return {};
    std::unique_ptr<EC_POINT, Freed<EC_POINT_free>> point(EC_POINT_new(group.get()));
    Bytes out(65);
    need(point && EC_POINT_mul(group.get(), point.get(), scalar.get(), nullptr, nullptr, nullptr) == 1 &&
             EC_POINT_point2oct(group.get(), point.get(), POINT_CONVERSION_UNCOMPRESSED, out.data(), out.size(),
                                nullptr) == 65,
         "public point");
    out.erase(out.begin());
    return out;
}

// ECDSA and SM2 speak DER inside OpenSSL; JOSE wants r‖s.
Bytes derToRaw(ByteView der) {
    const unsigned char* at = der.data();
    std::unique_ptr<ECDSA_SIG, Freed<ECDSA_SIG_free>> signature(
        d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size())));
    need(signature != nullptr, "signature form");
    Bytes raw(kSignatureSize);
    need(BN_bn2binpad(ECDSA_SIG_get0_r(signature.get()), raw.data(), 32) == 32 &&
             BN_bn2binpad(ECDSA_SIG_get0_s(signature.get()), raw.data() + 32, 32) == 32,
         "signature numbers");
    return raw;
}
Bytes rawToDer(ByteView raw) {
    std::unique_ptr<ECDSA_SIG, Freed<ECDSA_SIG_free>> signature(ECDSA_SIG_new());
    Number r(BN_bin2bn(raw.data(), 32, nullptr)), s(BN_bin2bn(raw.data() + 32, 32, nullptr));
    need(signature && r && s, "signature numbers");
    need(ECDSA_SIG_set0(signature.get(), r.release(), s.release()) == 1, "signature numbers");
    unsigned char* der = nullptr;
    const int size = i2d_ECDSA_SIG(signature.get(), &der);
    need(size > 0, "signature form");
    Bytes out(der, der + size);
    OPENSSL_free(der);
    return out;
}

// Starts signing or verifying; the SM2 id must be set on the key context before the start.
MdContext begin(const SuiteRow& row, EVP_PKEY* key, bool signing, EVP_PKEY_CTX** keep) {
    MdContext context(EVP_MD_CTX_new());
    need(context != nullptr, "no memory");
    if (row.suite == Suite::sm2) {
        *keep = EVP_PKEY_CTX_new(key, nullptr);
        need(*keep && EVP_PKEY_CTX_set1_id(*keep, kSm2Id.data(), kSm2Id.size()) == 1, "SM2 id");
        EVP_MD_CTX_set_pkey_ctx(context.get(), *keep);
    }
    const EVP_MD* digest = row.digest ? row.digest() : nullptr;
    const int started = signing ? EVP_DigestSignInit(context.get(), nullptr, digest, nullptr, key)
                                : EVP_DigestVerifyInit(context.get(), nullptr, digest, nullptr, key);
    need(started == 1, "signature cannot start");
    return context;
}

}  // namespace

std::string_view suiteName(Suite suite) {
    return rowOf(suite).alg;
}

Result<Suite> suiteByName(std::string_view name) {
    for (const auto& row : kSuites) {
        if (row.alg == name) return row.suite;
    }
    return fail(ErrorKind::unsupported, "unknown_alg",
                "\"" + std::string(name.substr(0, 20)) + "\" is not one of the suites EdDSA, ES256, SM2");
}

PublicKey::PublicKey(Suite suite, Bytes raw, std::shared_ptr<void> key)
    : m_suite(suite), m_raw(std::move(raw)), m_key(std::move(key)) {
    m_kid = toBase64Url(sha256(toText(jwk())).view());
}

Result<PublicKey> PublicKey::fromJwk(const json::object& jwk) {
    const std::string kty = textOr(jwk, "kty"), crv = textOr(jwk, "crv");
    const auto* row = std::find_if(std::begin(kSuites), std::end(kSuites),
                                   [&](const auto& r) { return r.kty == kty && r.crv == crv; });
    if (row == std::end(kSuites)) {
        return fail(ErrorKind::unsupported, "bad_key",
                    "a key of kty \"" + kty.substr(0, 20) + "\" and crv \"" + crv.substr(0, 20) +
                        "\" is not of the suites EdDSA, ES256, SM2");
    }
    const auto bad = [] {
        return fail(ErrorKind::malformed, "bad_key", "the key's coordinates are not a point of its curve");
    };
    auto raw = fromBase64Url(textOr(jwk, "x"));
    if (!raw || raw->size() != 32) return bad();
    if (!row->group) {
        if (!isEd25519Key(*raw)) return bad();
        auto* key = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, raw->data(), raw->size());
        if (!key) return bad();
        return PublicKey(row->suite, std::move(*raw), owned(key));
    }
    const auto y = fromBase64Url(textOr(jwk, "y"));
    if (!y || y->size() != 32) return bad();
    raw->insert(raw->end(), y->begin(), y->end());
    auto* key = curveKey(*row, *raw, {});
    if (!key) return bad();
    return PublicKey(row->suite, std::move(*raw), owned(key));
}

json::object PublicKey::jwk() const {
    const auto& row = rowOf(m_suite);
    const ByteView raw(m_raw);
    json::object jwk{{"crv", row.crv}, {"kty", row.kty}, {"x", toBase64Url(raw.first(32))}};
    if (row.group) jwk["y"] = toBase64Url(raw.subspan(32));
    return jwk;
}

std::string PublicKey::pem() const {
    std::unique_ptr<BIO, Freed<BIO_free>> out(BIO_new(BIO_s_mem()));
    need(out && PEM_write_bio_PUBKEY(out.get(), asKey(m_key)) == 1, "PEM");
    char* text = nullptr;
    const long size = BIO_get_mem_data(out.get(), &text);
    return {text, static_cast<std::size_t>(size)};
}

bool PublicKey::verify(ByteView message, ByteView signature) const {
    if (signature.size() != kSignatureSize) return false;
    if (m_suite == Suite::eddsa) return verifyEd25519(m_raw, message, signature);
    EVP_PKEY_CTX* id = nullptr;
    auto context = begin(rowOf(m_suite), asKey(m_key), false, &id);
    const KeyContext keep(id);
    const Bytes der = rawToDer(signature);
    const bool good = EVP_DigestVerify(context.get(), der.data(), der.size(), message.data(), message.size()) == 1;
    if (!good) ERR_clear_error();
    return good;
}

PrivateKey::PrivateKey(PublicKey publicKey, Bytes secret, std::shared_ptr<void> key)
    : m_public(std::move(publicKey)), m_secret(std::move(secret)), m_key(std::move(key)) {}

PrivateKey PrivateKey::generate(Suite suite) {
    // A scalar that is 0 or beyond the order is refused by fromSecret; with 256-bit orders a second draw is already a
    // rarity.
    for (;;) {
        auto key = fromSecret(suite, randomBytes(32));
        if (key) return std::move(*key);
    }
}

Result<PrivateKey> PrivateKey::fromSecret(Suite suite, ByteView secret) {
    const auto& row = rowOf(suite);
    const auto bad = [] { return fail(ErrorKind::malformed, "bad_key", "these are not the 32 secret bytes of a key"); };
    if (secret.size() != 32) return bad();
    if (!row.group) {
        auto* key = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, secret.data(), secret.size());
        need(key != nullptr, "Ed25519 key");
        auto shared = owned(key);
        Bytes raw(32);
        std::size_t size = raw.size();
        need(EVP_PKEY_get_raw_public_key(key, raw.data(), &size) == 1, "Ed25519 public key");
        return PrivateKey(PublicKey(suite, std::move(raw), shared), Bytes(secret.begin(), secret.end()), shared);
    }
    Bytes raw = pointOf(row, secret);
    if (raw.empty()) return bad();
    auto* key = curveKey(row, raw, secret);
    if (!key) return bad();
    auto shared = owned(key);
    return PrivateKey(PublicKey(suite, std::move(raw), shared), Bytes(secret.begin(), secret.end()), shared);
}

Bytes PrivateKey::sign(ByteView message) const {
    EVP_PKEY_CTX* id = nullptr;
    auto context = begin(rowOf(suite()), asKey(m_key), true, &id);
    const KeyContext keep(id);
    std::size_t size = 0;
    need(EVP_DigestSign(context.get(), nullptr, &size, message.data(), message.size()) == 1, "signing");
    Bytes out(size);
    need(EVP_DigestSign(context.get(), out.data(), &size, message.data(), message.size()) == 1, "signing");
    out.resize(size);
    if (suite() == Suite::eddsa) return out;
    Bytes raw = derToRaw(out);
    if (suite() == Suite::es256) makeLowS(raw);
    return raw;
}

}  // namespace plumb::crypto
