#include "shared/crypto/low_s.h"

#include <catch2/catch.hpp>

#include "shared/base/encoding.h"
#include "shared/crypto/jws.h"

using namespace plumb;
using namespace plumb::crypto;

namespace {

// r‖(n − s): as good as the signature by ECDSA's own rule. Worked out by hand, digit by digit, with carries.
Bytes otherForm(const Bytes& signature) {
    const Bytes order = fromHex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551").value();
    Bytes out = signature;
    int carry = 1;
    for (std::size_t i = 32; i-- > 0;) {
        const int sum = order[i] + (255 - signature[32 + i]) + carry;
        out[32 + i] = static_cast<std::uint8_t>(sum);
        carry = sum >> 8;
    }
    return out;
}

}  // namespace

TEST_CASE("what we sign with ES256 has the low s, and its other form is as good by ECDSA's rule alone") {
    const auto key = PrivateKey::generate(Suite::es256);
    for (int i = 0; i < 64; ++i) {
        const std::string message = "message " + std::to_string(i);
        const auto signature = key.sign(asBytes(message));
        CHECK(isLowS(signature));
        auto other = otherForm(signature);
        CHECK_FALSE(isLowS(other));
        CHECK(key.publicKey().verify(asBytes(message), other));
        makeLowS(other);
        CHECK(other == signature);
    }
}

TEST_CASE("half the order is the last low s") {
    Bytes signature(64, 1);
    const auto half = fromHex("7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8").value();
    std::copy(half.begin(), half.end(), signature.begin() + 32);
    CHECK(isLowS(signature));
    ++signature.back();
    CHECK_FALSE(isLowS(signature));
    makeLowS(signature);
    CHECK(Bytes(signature.begin() + 32, signature.end()) == half);
}

TEST_CASE("a detached signature in its other form is refused, with a sentence that says why") {
    const auto key = PrivateKey::generate(Suite::es256);
    const auto detached = signDetached(key, kRecordTyp, "{}");
    REQUIRE(verifyDetached(key.publicKey(), kRecordTyp, detached, "{}"));
    const auto dots = detached.find("..");
    const auto other =
        detached.substr(0, dots + 2) + toBase64Url(otherForm(fromBase64Url(detached.substr(dots + 2)).value()));
    const auto verdict = verifyDetached(key.publicKey(), kRecordTyp, other, "{}");
    REQUIRE_FALSE(verdict);
    CHECK(verdict.error().code == "bad_signature");
    CHECK_THAT(verdict.error().detail, Catch::Contains("lower half"));
}
