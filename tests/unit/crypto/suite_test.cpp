#include "shared/crypto/suite.h"

#include <catch2/catch.hpp>

#include "shared/base/encoding.h"
#include "shared/crypto/hash.h"

using namespace plumb;
using namespace plumb::crypto;

namespace {
constexpr Suite kAll[] = {Suite::eddsa, Suite::es256, Suite::sm2};
}

TEST_CASE("the thumbprint of RFC 8037's key is the one in its appendix A.3") {
    const auto key =
        PublicKey::fromJwk({{"kty", "OKP"}, {"crv", "Ed25519"}, {"x", "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}})
            .value();
    CHECK(key.kid() == "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
}

TEST_CASE("a thumbprint hashes the members as RFC 7638 section 3.1 does") {
    const json::object rsa{{"e", "AQAB"},
                           {"kty", "RSA"},
                           {"n",
                            "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_"
                            "BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-"
                            "65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-"
                            "bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw"}};
    CHECK(toBase64Url(sha256(toText(rsa)).view()) == "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
}

TEST_CASE("each suite signs and verifies, and a changed byte anywhere is noticed") {
    for (const auto suite : kAll) {
        CAPTURE(suiteName(suite));
        const auto key = PrivateKey::generate(suite);
        const std::string message = "设施蔬菜 监督抽查";
        const auto signature = key.sign(asBytes(message));
        REQUIRE(signature.size() == kSignatureSize);
        CHECK(key.publicKey().verify(asBytes(message), signature));
        for (std::size_t i = 0; i < signature.size(); i += 7) {
            auto wrong = signature;
            wrong[i] ^= 1;
            CHECK_FALSE(key.publicKey().verify(asBytes(message), wrong));
        }
        CHECK_FALSE(key.publicKey().verify(asBytes(message + " "), signature));
        CHECK_FALSE(PrivateKey::generate(suite).publicKey().verify(asBytes(message), signature));
        CHECK_FALSE(key.publicKey().verify(asBytes(message), Bytes(63)));
        CHECK_FALSE(key.publicKey().verify(asBytes(message), Bytes(64)));
    }
}

TEST_CASE("a key comes back from its secret and from its JWK") {
    for (const auto suite : kAll) {
        const auto key = PrivateKey::generate(suite);
        CHECK(PrivateKey::fromSecret(suite, key.secret()).value().kid() == key.kid());
        CHECK(PublicKey::fromJwk(key.publicKey().jwk()).value().kid() == key.kid());
    }
}

TEST_CASE("what is no key is refused") {
    const auto good = PrivateKey::generate(Suite::es256).publicKey().jwk();
    auto off = good;
    off["y"] = toBase64Url(Bytes(32, 7));
    CHECK_FALSE(PublicKey::fromJwk(off));
    auto shortX = good;
    shortX["x"] = toBase64Url(Bytes(31, 1));
    CHECK_FALSE(PublicKey::fromJwk(shortX));
    CHECK_FALSE(PublicKey::fromJwk({{"kty", "RSA"}, {"n", "AQAB"}, {"e", "AQAB"}}));
    CHECK_FALSE(PublicKey::fromJwk({}));
    CHECK_FALSE(PrivateKey::fromSecret(Suite::es256, Bytes(32)));
    CHECK_FALSE(PrivateKey::fromSecret(Suite::sm2, Bytes(32, 0xFF)));
    CHECK_FALSE(PrivateKey::fromSecret(Suite::eddsa, Bytes(31)));
    CHECK(suiteByName("none").error().code == "unknown_alg");
    CHECK(suiteByName("HS256").error().code == "unknown_alg");
}
