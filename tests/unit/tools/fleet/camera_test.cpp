#include "tools/fleet/camera.h"

#include <catch2/catch.hpp>

#include "shared/store/judged_picture.h"

using namespace plumb;
using namespace plumb::fleet;

TEST_CASE("photos have the size that is wanted, and decode whole") {
    for (const std::size_t size : {12'000, 70'000, 200'000, 300'003}) {
        const auto bytes = photo(size, province::Random(1, "a"));
        CHECK(bytes.size() <= size);
        CHECK(bytes.size() + 8 > size);
        const auto judged = store::JudgedPicture::of(bytes);
        REQUIRE(judged);
        CHECK(judged->type() == "image/jpeg");
    }
}

TEST_CASE("a photo follows from its seed and its name") {
    CHECK(photo(20'000, province::Random(1, "a")) == photo(20'000, province::Random(1, "a")));
    CHECK(photo(20'000, province::Random(1, "a")) != photo(20'000, province::Random(1, "b")));
    CHECK(photo(20'000, province::Random(1, "a")) != photo(20'000, province::Random(2, "a")));
}
