#include "shared/crypto/ed25519.h"

#include <catch2/catch.hpp>

#include "shared/base/encoding.h"
#include "shared/crypto/suite.h"

using namespace plumb;
using namespace plumb::crypto;

namespace {

Bytes hex(const char* text) {
    return fromHex(text).value();
}
bool isKey(const char* text) {
    return PublicKey::fromJwk({{"kty", "OKP"}, {"crv", "Ed25519"}, {"x", toBase64Url(hex(text))}}).has_value();
}

}  // namespace

TEST_CASE("the signatures of RFC 8032 section 7.1 are good") {
    const auto empty =
        hex("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f059"
            "5bbe24"
            "655141438e7a100b");
    CHECK(verifyEd25519(hex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"), {}, empty));
    const auto one =
        hex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4"
            "302aee"
            "b00d291612bb0c00");
    CHECK(verifyEd25519(hex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"), hex("72"), one));
    CHECK_FALSE(verifyEd25519(hex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"), hex("73"), one));
}

TEST_CASE("an S that is not below the order is refused") {
    // The first signature of RFC 8032 with the group's order added to its S.
    const auto high =
        hex("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901554c8c7872aa064e049dbb3013fbf29380d25bf5f059"
            "5bbe24"
            "655141438e7a101b");
    CHECK_FALSE(verifyEd25519(hex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"), {}, high));
}

TEST_CASE("keys of small order, of mixed order, off the curve or in another form than their own are no keys") {
    // The eight points of small order, in all their encodings.
    for (const char* small : {"0000000000000000000000000000000000000000000000000000000000000000",
                              "0100000000000000000000000000000000000000000000000000000000000000",
                              "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                              "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
                              "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                              "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
                              "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                              "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                              "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                              "0000000000000000000000000000000000000000000000000000000000000080",
                              "0100000000000000000000000000000000000000000000000000000000000080",
                              "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"}) {
        CAPTURE(small);
        CHECK_FALSE(isKey(small));
    }
    // A point of mixed order and a y that is on no point (Taming the many EdDSAs, table 5; RFC 8032's y = 2).
    CHECK_FALSE(isKey("cdb267ce40c5cd45306fa5d2f29731459387dbf9eb933b7bd5aed9a765b88d4d"));
    CHECK_FALSE(isKey("0200000000000000000000000000000000000000000000000000000000000000"));
    CHECK(isKey("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
}

TEST_CASE("a signature that is good for every message under a key of small order is refused") {
    const auto identity = hex("0100000000000000000000000000000000000000000000000000000000000000");
    Bytes signature(64);
    signature[0] = 1;  // R is the identity, S is 0
    CHECK_FALSE(verifyEd25519(identity, asBytes("anything"), signature));
}
