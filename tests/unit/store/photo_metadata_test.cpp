#include "shared/store/photo_metadata.h"

#include <catch2/catch.hpp>

#include "tests/unit/store/pictures.h"

using namespace plumb;
using namespace plumb::store;

namespace {

// A little-endian TIFF with a GPS place (degrees, minutes, seconds × 100) and a time.
std::string tiff(const std::string& north, const std::string& east, std::uint32_t denominator = 1) {
    std::string out("II*\0\x08\0\0\0", 8);
    const auto put16 = [&](unsigned value) { out += static_cast<char>(value), out += static_cast<char>(value >> 8); };
    const auto put32 = [&](std::uint32_t value) { put16(value & 0xffff), put16(value >> 16); };
    const auto entry = [&](unsigned tag, unsigned format, std::uint32_t count, std::uint32_t value) {
        put16(tag), put16(format), put32(count), put32(value);
    };
    // IFD 0 at 8: EXIF at 38, GPS at 56; then their data.
    put16(2), entry(0x8769, 4, 1, 38), entry(0x8825, 4, 1, 56), put32(0);
    put16(1), entry(0x9003, 2, 20, 110), put32(0);
    put16(4), entry(1, 2, 2, static_cast<std::uint8_t>(north[0])), entry(2, 5, 3, 130),
        entry(3, 2, 2, static_cast<std::uint8_t>(east[0])), entry(4, 5, 3, 154), put32(0);
    out += std::string("2026:11:22 08:15:30\0", 20);
    for (const std::uint32_t part : {38u, 14u}) put32(part), put32(denominator);
    put32(4956), put32(100);
    for (const std::uint32_t part : {101u, 58u}) put32(part), put32(denominator);
    put32(588), put32(100);
    return out;
}

std::string jpegWith(const std::string& exif) {
    auto jpeg = test::jpegBytes(16, 12);
    const auto size = exif.size() + 8;
    std::string segment("\xFF\xE1");
    segment += static_cast<char>(size >> 8);
    segment += static_cast<char>(size);
    jpeg.insert(2, segment + std::string("Exif\0\0", 6) + exif);
    return jpeg;
}

std::string pngWith(const std::string& exif) {
    auto png = test::noisyPng(16, 12);
    std::string chunk;
    for (int shift = 24; shift >= 0; shift -= 8) chunk += static_cast<char>(exif.size() >> shift);
    png.insert(33, chunk + "eXIf" + exif + "crc?");
    return png;
}

std::string webpWith(const std::string& exif) {
    auto webp = test::webpBytes(16, 12);
    std::string chunk("EXIF");
    for (int shift = 0; shift < 32; shift += 8) chunk += static_cast<char>(exif.size() >> shift);
    return webp + chunk + exif;
}

}  // namespace

TEST_CASE("the place and the time that a camera wrote are read from each format") {
    for (const auto& photo : {jpegWith(tiff("N", "E")), pngWith(tiff("N", "E")), webpWith(tiff("N", "E"))}) {
        const auto facts = photoFacts(asBytes(photo));
        REQUIRE(facts.place);
        CHECK(facts.place->latitude == Approx(38.24710).margin(1e-5));
        CHECK(facts.place->longitude == Approx(101.96830).margin(1e-5));
        CHECK(facts.taken == "2026-11-22 08:15:30");
    }
    const auto south = photoFacts(asBytes(jpegWith(tiff("S", "W"))));
    CHECK(south.place->latitude == Approx(-38.2471).margin(1e-5));
    CHECK(south.place->longitude == Approx(-101.9683).margin(1e-5));
}

TEST_CASE("a photo without a place has none, and so has one whose place is no place") {
    for (const auto& photo : {test::jpegBytes(16, 12), test::noisyPng(16, 12), test::webpBytes(16, 12), std::string(),
                              jpegWith(tiff("X", "E")), jpegWith(tiff("N", "E", 0)), jpegWith("II*"),
                              std::string("\xFF\xD8\xFF\xE1\xFF\xFF"
                                          "Exif")})
        CHECK_FALSE(photoFacts(asBytes(photo)).place);
}

TEST_CASE("EXIF that is cut short or changed anywhere is read as far as it is right, or not at all") {
    const auto whole = jpegWith(tiff("N", "E"));
    for (std::size_t at = 0; at < 220; ++at) {
        for (const int flip : {1, 0x80, 0xff}) {
            auto changed = whole;
            changed[at] = static_cast<char>(changed[at] ^ flip);
            const auto facts = photoFacts(asBytes(changed));
            if (facts.place) {
                CHECK(std::abs(facts.place->latitude) <= 90);
                CHECK(std::abs(facts.place->longitude) <= 180);
            }
        }
        (void)photoFacts(asBytes(whole.substr(0, at)));
    }
}

TEST_CASE("distances between two places are those on the ground") {
    CHECK(metresBetween({38.2471, 101.9683}, {38.2471, 101.9683}) == Approx(0).margin(0.01));
    CHECK(metresBetween({38, 101}, {39, 101}) == Approx(111'195).epsilon(0.002));
    CHECK(metresBetween({0, 179.9}, {0, -179.9}) == Approx(22'239).epsilon(0.002));
}
