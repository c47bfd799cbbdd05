#include "shared/crypto/vault.h"

#include <catch2/catch.hpp>

using namespace plumb;
using namespace plumb::crypto;

namespace {
constexpr PinCost kCheap{10};
}

TEST_CASE("what is sealed opens under the same key and identity only") {
    const auto key = DataKey::generate();
    const auto sealed = key.seal(asBytes("2 号棚"), "draft/1");
    CHECK(asText(key.open(sealed, "draft/1").value()) == "2 号棚");
    CHECK_FALSE(key.open(sealed, "draft/2"));
    CHECK_FALSE(DataKey::generate().open(sealed, "draft/1"));
    CHECK(key.open(key.seal({}, "x"), "x").value().empty());
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        auto wrong = sealed;
        wrong[i] ^= 1;
        CHECK_FALSE(key.open(wrong, "draft/1"));
    }
    for (std::size_t size = 0; size < sealed.size(); ++size)
        CHECK_FALSE(key.open(ByteView(sealed).first(size), "draft/1"));
}

TEST_CASE("the same value sealed twice looks different") {
    const auto key = DataKey::generate();
    CHECK(key.seal(asBytes("a"), "x") != key.seal(asBytes("a"), "x"));
}

TEST_CASE("the data key opens with its PIN only") {
    const auto key = DataKey::generate();
    const auto wrapped = wrapKey(key, "246810", kCheap);
    const auto opened = unwrapKey(wrapped, "246810").value();
    CHECK(opened.open(key.seal(asBytes("a"), "x"), "x"));
    CHECK(unwrapKey(wrapped, "246811").error().code == "wrong_pin");
    CHECK(unwrapKey(wrapped, "").error().code == "wrong_pin");
}

TEST_CASE("a damaged vault is told from a wrong PIN, and cannot ask for all memory") {
    auto wrapped = wrapKey(DataKey::generate(), "1234", kCheap);
    CHECK(unwrapKey(ByteView(wrapped).first(10), "1234").error().code == "vault_broken");
    wrapped[1] = 63;
    CHECK(unwrapKey(wrapped, "1234").error().code == "vault_broken");
}
