// A hash that is reckoned from the middle is the hash of the whole, at every length.
#include "shared/crypto/partial_hash.h"

#include <catch2/catch.hpp>

#include "shared/base/bytes.h"
#include "shared/crypto/hash.h"

using namespace plumb;
using namespace plumb::crypto;

TEST_CASE("from any block on, the hash of a text is the one that OpenSSL gives") {
    std::string text;
    for (int size = 0; size < 300; ++size) {
        const auto whole = sha256(text);
        for (std::size_t before = 0; before <= text.size(); before += kHashBlock) {
            const auto state = hashStateAfter(std::string_view(text).substr(0, before));
            REQUIRE(hashFrom(state, before, std::string_view(text).substr(before)) == whole);
        }
        text += static_cast<char>(size * 37 + 11);
    }
}

TEST_CASE("another state, another count or another end is another hash") {
    const std::string text(200, 'x');
    const auto whole = sha256(text);
    auto state = hashStateAfter(std::string_view(text).substr(0, 128));
    const auto rest = std::string_view(text).substr(128);
    CHECK(hashFrom(state, 64, rest) != whole);
    CHECK(hashFrom(state, 128, rest.substr(1)) != whole);
    state[7] ^= 1;
    CHECK(hashFrom(state, 128, rest) != whole);
}
