#include "shared/domain/comparison.h"

#include <catch2/catch.hpp>
#include <set>

#include "shared/crypto/hash.h"

using namespace plumb;

namespace {

std::string shown(const Sha256& hash) {
    std::string out;
    for (const auto& character : domain::comparisonCharacters(hash)) out += character;
    return out;
}

}  // namespace

TEST_CASE("the console shows the same four characters for the same enrolment") {
    // The console's own test holds the same pair: sync-server/console/tests/trust/comparison.test.ts.
    CHECK(shown(crypto::sha256("a line")) == "鹅岁张黑");
}

TEST_CASE("each byte has a character of its own") {
    std::set<std::string> all;
    for (int byte = 0; byte < 256; ++byte) {
        Bytes bytes(32);
        bytes[0] = static_cast<std::uint8_t>(byte);
        all.insert(domain::comparisonCharacters(Sha256::fromView(bytes).value()).front());
    }
    CHECK(all.size() == 256);
}
