#include "shared/store/image_type.h"

#include <catch2/catch.hpp>

#include "shared/store/image_decode.h"
#include "tests/unit/store/pictures.h"
#include "tests/unit/store/store_fixture.h"

using namespace plumb;
using namespace plumb::store;

namespace {

std::string photo(const std::string& name) {
    return test::readFile(std::string(PLUMB_SOURCE_DIR) + "/tests/unit/store/photos/" + name);
}

std::string codeOf(const std::string& content) {
    const auto info = imageInfo(asBytes(content));
    return info ? "" : info.error().code;
}

// A PNG whose header claims another size than its data has, its checksum put right: the claim is what is tested.
std::string withSide(std::string png, std::uint32_t width, std::uint32_t height) {
    const auto put = [&png](std::size_t at, std::uint32_t value) {
        for (int i = 0; i < 4; ++i) png[at + static_cast<std::size_t>(i)] = static_cast<char>(value >> (24 - 8 * i));
    };
    put(16, width);
    put(20, height);
    std::uint32_t crc = 0xffffffff;
    for (std::size_t i = 12; i < 29; ++i) {
        crc ^= static_cast<std::uint8_t>(png[i]);
        for (int bit = 0; bit < 8; ++bit) crc = crc & 1 ? 0xedb88320 ^ (crc >> 1) : crc >> 1;
    }
    put(29, ~crc);
    return png;
}

}  // namespace

TEST_CASE("a whole picture is a photo, with its size") {
    const auto info = imageInfo(asBytes(test::pngBytes())).value();
    CHECK(info.type == "image/png");
    CHECK(info.width == 1);
    CHECK(info.height == 1);
    struct Row {
        const char* type;
        std::string bytes;
    };
    for (const auto& row :
         {Row{"image/jpeg", test::jpegBytes(67, 45)}, Row{"image/jpeg", test::jpegBytes(67, 45, true)},
          Row{"image/png", test::noisyPng(67, 45)}, Row{"image/png", test::noisyPng(67, 45, true)},
          Row{"image/png", test::noisyPng(3, 2, true)}, Row{"image/webp", test::webpBytes(67, 45)},
          Row{"image/webp", test::webpBytes(67, 45, true)}}) {
        const auto good = imageInfo(asBytes(row.bytes));
        INFO(row.type << ": " << (good ? "" : good.error().detail));
        REQUIRE(good);
        CHECK(good->type == row.type);
        CHECK((good->width == 67 || good->width == 3));
        CHECK(isPhotoType(good->type));
    }
    CHECK_FALSE(isPhotoType("image/svg+xml"));
}

TEST_CASE("a photo that is no image, or is cut short, is refused") {
    for (const std::string& bad :
         {std::string(), std::string("hello"), std::string("%PDF-1.7"), std::string("\xFF\xD8\xFF"),
          std::string("\xFF\xD8\xFF\xE0\x00\x10JFIF", 10), std::string("RIFF\x40\x00\x00\x00WEBPVP8 ", 16)}) {
        CHECK(imageInfo(asBytes(bad)).error().code == "no_image");
    }
    for (const auto& whole :
         {test::pngBytes(), test::noisyPng(40, 30), test::noisyPng(40, 30, true), test::jpegBytes(40, 30),
          test::jpegBytes(40, 30, true), test::webpBytes(40, 30), test::webpBytes(40, 30, true)}) {
        REQUIRE(imageInfo(asBytes(whole)));
        // The last byte of a WebP may be padding.
        for (std::size_t size = 0; size + 1 < whole.size(); size += 1 + whole.size() / 97)
            CHECK_FALSE(imageInfo(asBytes(whole.substr(0, size))));
    }
}

TEST_CASE("a PNG that is cut short, lies about its size or is broken inside is refused with its own sentence") {
    CHECK(codeOf(photo("cut.png")) == "no_image");
    CHECK_THAT(imageInfo(asBytes(photo("cut.png"))).error().detail, Catch::Contains("cut short"));
    CHECK(codeOf(photo("rubbish.png")) == "no_image");
    CHECK_THAT(imageInfo(asBytes(photo("rubbish.png"))).error().detail, Catch::Contains("damaged PNG"));
    CHECK(codeOf(photo("lie.png")) == "image_too_large");
    CHECK_THAT(imageInfo(asBytes(photo("lie.png"))).error().detail, Catch::Contains("40000 x 40000"));
}

TEST_CASE("a size that the data does not have is noticed, within the limits and beyond them") {
    const auto png = test::noisyPng(40, 30);
    CHECK(codeOf(withSide(png, 40, 30)).empty());
    CHECK(codeOf(withSide(png, 40, 31)) == "no_image");
    CHECK(codeOf(withSide(png, 41, 30)) == "no_image");
    CHECK(codeOf(withSide(png, 8000, 8000)) == "no_image");
    CHECK(codeOf(withSide(png, 0, 30)) == "no_image");
    CHECK(codeOf(withSide(png, 40'000, 1)) == "image_too_large");
    CHECK(codeOf(withSide(png, 0x7fffffff, 0x7fffffff)) == "image_too_large");
    auto jpeg = test::jpegBytes(40, 30);
    const auto frame = jpeg.find("\xFF\xC0");
    REQUIRE(frame != std::string::npos);
    jpeg.replace(frame + 5, 4, "\xFF\xDC\xFF\xDC");  // 65,500 x 65,500
    CHECK(codeOf(jpeg) == "image_too_large");
}

// A WebP has neither checksums nor restart markers: other bytes in it are another picture, which nobody can tell.
TEST_CASE("a broken inside is refused: a stretch of other bytes, anywhere in the data") {
    for (const auto& whole : {test::noisyPng(200, 150), test::noisyPng(200, 150, true), test::jpegBytes(200, 150),
                              test::jpegBytes(200, 150, true)}) {
        for (int part = 3; part < 10; ++part) {
            auto broken = whole;
            const auto at = whole.size() * static_cast<std::size_t>(part) / 11;
            for (std::size_t i = 0; i < 256; ++i) broken[at + i] = static_cast<char>(i * 167 + 13);
            INFO(whole.substr(0, 4) << " part " << part);
            CHECK(codeOf(broken) == "no_image");
        }
    }
}

TEST_CASE("what is called a photo is not sealed unless it can be looked at, by whichever way it comes") {
    test::Tablet tablet;
    for (const char* name : {"cut.png", "lie.png", "rubbish.png"}) {
        const auto content = photo(name);
        CHECK_FALSE(tablet.store->importFile(asBytes(content), "image/png"));
        CHECK_FALSE(tablet.store->importPicture(asBytes(content)));
        CHECK_FALSE(store::importPhoto(*tablet.store, "1", asBytes(content)));
    }
    CHECK(tablet.store->importFile(asBytes(test::jpegBytes(8, 8)), "image/png")->type == "image/jpeg");
    CHECK(tablet.store->importFile(asBytes(std::string("<svg/>")), "image/svg+xml"));
}
