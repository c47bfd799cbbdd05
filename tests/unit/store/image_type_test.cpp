#include "shared/store/image_type.h"

#include <catch2/catch.hpp>

#include "tests/unit/store/store_fixture.h"

using namespace plumb;
using namespace plumb::store;

TEST_CASE("a whole PNG is a photo") {
    const auto info = imageInfo(asBytes(test::pngBytes())).value();
    CHECK(info.type == "image/png");
    CHECK(info.width == 1);
    CHECK(info.height == 1);
}

TEST_CASE("a photo that is no image, or is cut short, is refused") {
    const auto png = test::pngBytes();
    for (const std::string& bad :
         {std::string(), std::string("hello"), std::string("%PDF-1.7"), std::string("\xFF\xD8\xFF"),
          std::string("\xFF\xD8\xFF\xE0\x00\x10JFIF", 10), std::string("RIFF\x40\x00\x00\x00WEBPVP8 ", 16)}) {
        CHECK(imageInfo(asBytes(bad)).error().code == "no_image");
    }
    for (std::size_t size = 0; size < png.size(); ++size) CHECK_FALSE(imageInfo(asBytes(png.substr(0, size))));
}
