// Which marks lie over which photo.
#include "shared/records/evidence/marks_over.h"

#include <catch2/catch.hpp>

using namespace plumb;
using namespace plumb::records;

namespace {

Sha256 hashOf(std::uint8_t first) {
    return Sha256{{first}};
}

record::FileRef photo(std::uint8_t hash, const char* item, const char* role = "evidence") {
    return {hashOf(hash), 10, "image/jpeg", role, item};
}

record::FileRef layer(std::uint8_t hash, const char* item, std::optional<Sha256> of, const char* role = "marks") {
    return {hashOf(hash), 10, "application/json", role, item, of};
}

}  // namespace

TEST_CASE("over a photo lies the layer that names it, of the same item") {
    const std::vector<record::FileRef> files{photo(1, "2"), photo(2, "2"), layer(11, "2", hashOf(1)),
                                             layer(12, "3", hashOf(2))};
    REQUIRE(marksOver(files, files[0]));
    CHECK(marksOver(files, files[0])->sha256 == hashOf(11));
    CHECK_FALSE(marksOver(files, files[1]));  // the same picture at another item
    CHECK(marksOver(files, photo(2, "3"))->sha256 == hashOf(12));
    CHECK_FALSE(marksOver({}, files[0]));
}

TEST_CASE("what belongs to a photo without being marks, and marks that belong to none, do not lie over it") {
    const std::vector<record::FileRef> files{layer(11, "2", hashOf(1), "shown"), layer(12, "2", std::nullopt)};
    CHECK_FALSE(marksOver(files, photo(1, "2")));
}

TEST_CASE("of several layers the first lies over it, everywhere the same") {
    const std::vector<record::FileRef> files{layer(11, "", hashOf(1)), layer(12, "", hashOf(1))};
    CHECK(marksOver(files, photo(1, "", "receipt"))->sha256 == hashOf(11));
}
