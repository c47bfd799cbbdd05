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

TEST_CASE("a pseudonym is the same under one key and purpose, and another under any other") {
    const auto key = DataKey::generate(), other = DataKey::generate();
    const auto value = asBytes("a photo's hash");
    CHECK(key.pseudonym(value, "file") == key.pseudonym(value, "file"));
    CHECK(key.pseudonym(value, "file") != key.pseudonym(value, "row"));
    CHECK(key.pseudonym(value, "file") != other.pseudonym(value, "file"));
    CHECK(key.pseudonym(value, "file") != key.pseudonym(asBytes("another"), "file"));
    // A stored name must be found again by every later version. By Python: k = bytes(range(32)), then
    // hmac(hmac(k, b"plumb pseudonym/file"), b"a photo's hash").
    Bytes counting(32);
    for (std::size_t i = 0; i < counting.size(); ++i) counting[i] = static_cast<std::uint8_t>(i);
    CHECK(DataKey(counting).pseudonym(value, "file").hex() ==
          "b58522284000f9c61cdba995dcfed5a433d8298093221eb24c5b1c6b99a65c6c");
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
