#include <catch2/catch.hpp>

#include "shared/picture/exif.h"
#include "shared/picture/heic.h"
#include "tests/unit/picture/heic_pictures.h"

using namespace plumb;
using namespace plumb::picture;

namespace {

// A big-endian TIFF with an orientation, a time and its zone.
std::string tiff() {
    std::string out("MM\0*\0\0\0\x08", 8);
    const auto put16 = [&](unsigned value) { out += static_cast<char>(value >> 8), out += static_cast<char>(value); };
    const auto put32 = [&](std::uint32_t value) { put16(value >> 16), put16(value & 0xffff); };
    put16(2);
    put16(0x0112), put16(3), put32(1), put16(6), put16(0);
    put16(0x8769), put16(4), put32(1), put32(38);
    put32(0);
    put16(2);
    put16(0x9003), put16(2), put32(20), put32(68);
    put16(0x9011), put16(2), put32(7), put32(88);
    put32(0);
    out += std::string("2026:11:22 08:52:13\0", 20) + std::string("+08:00\0", 7);
    return out;
}

}  // namespace

TEST_CASE("a HEIC is known by its brand, has a size, and becomes a JPEG no longer than was asked for") {
    const auto heic = test::heicBytes(640, 480);
    REQUIRE_FALSE(heic.empty());
    REQUIRE(isHeic(asBytes(heic)));
    const auto size = heicSize(asBytes(heic)).value();
    CHECK(size.width == 640);
    CHECK(size.height == 480);
    const auto jpeg = jpegOfHeic(asBytes(heic), 320).value();
    CHECK(asText(jpeg).substr(0, 3) == "\xFF\xD8\xFF");
    CHECK(jpeg == jpegOfHeic(asBytes(heic), 320).value());
    CHECK(jpeg.size() < jpegOfHeic(asBytes(heic), 2560).value().size());
}

TEST_CASE("what a phone wrote into a HEIC is read; its decoder has turned the picture already") {
    const auto exif = readExif(asBytes(test::heicBytes(64, 64, tiff())));
    CHECK(exif.present);
    CHECK(exif.taken == "2026-11-22 08:52:13");
    CHECK(exif.offset == "+08:00");
    CHECK(exif.orientation == 1);
    CHECK_FALSE(readExif(asBytes(test::heicBytes(64, 64))).present);
}

TEST_CASE("a HEIC that is cut short, changed or only claims to be one is refused or read, and never more") {
    const auto whole = test::heicBytes(64, 64, tiff());
    CHECK_FALSE(isHeic(asBytes("hello, world, this is no picture")));
    CHECK_FALSE(isHeic({}));
    CHECK(heicSize(asBytes(std::string("\0\0\0\x18", 4) + "ftypheic" + std::string("\0\0\0\0mif1heic", 12)))
              .error()
              .code == "no_image");
    for (std::size_t at = 0; at < whole.size(); at += 7) {
        const auto cut = whole.substr(0, at);
        const auto jpeg = jpegOfHeic(asBytes(cut), 64);
        if (!jpeg) CHECK((jpeg.error().code == "no_image" || jpeg.error().code == "image_too_large"));
        auto changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 0x55);
        (void)jpegOfHeic(asBytes(changed), 64);
        (void)readExif(asBytes(changed));
    }
    CHECK_FALSE(jpegOfHeic(asBytes(whole.substr(0, whole.size() - 20)), 64));
}

TEST_CASE("a HEIC that claims more pixels than phones write is refused before it is decoded") {
    auto lie = test::heicBytes(64, 64);
    // The picture's extents stand in the box "ispe": version and flags, width, height.
    const auto at = lie.find("ispe");
    REQUIRE(at != std::string::npos);
    for (const std::size_t side : {at + 8, at + 12}) lie.replace(side, 4, std::string("\0\0\x27\x10", 4));
    const auto refused = jpegOfHeic(asBytes(lie), 64);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "image_too_large");
}
