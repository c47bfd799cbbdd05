#include "shared/picture/small_picture.h"

#include <png.h>
#include <webp/encode.h>
#include <catch2/catch.hpp>

#include <random>

#include "shared/picture/exif_writer.h"
#include "shared/picture/jpeg_reader.h"

using namespace plumb;
using namespace plumb::picture;

namespace {

// Red on the left, blue on the right, green more and more towards the foot.
Rgb drawn(int width, int height) {
    Rgb out{width, height, {}};
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const bool left = x < width / 2;
            out.bytes.push_back(left ? 220 : 20);
            out.bytes.push_back(static_cast<std::uint8_t>(y * 200 / height));
            out.bytes.push_back(left ? 20 : 220);
        }
    }
    return out;
}

Bytes jpeg(int width, int height) {
    return writeJpeg(drawn(width, height)).value();
}

Bytes png(int width, int height) {
    const auto picture = drawn(width, height);
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(width);
    image.height = static_cast<png_uint_32>(height);
    image.format = PNG_FORMAT_RGB;
    png_alloc_size_t size = 0;
    REQUIRE(png_image_write_to_memory(&image, nullptr, &size, 0, picture.bytes.data(), 0, nullptr));
    Bytes out(size);
    REQUIRE(png_image_write_to_memory(&image, out.data(), &size, 0, picture.bytes.data(), 0, nullptr));
    out.resize(size);
    return out;
}

Bytes webp(int width, int height) {
    const auto picture = drawn(width, height);
    std::uint8_t* made = nullptr;
    const auto size = WebPEncodeRGB(picture.bytes.data(), width, height, width * 3, 80, &made);
    Bytes out(made, made + size);
    WebPFree(made);
    return out;
}

struct Seen {
    int width = 0, height = 0;
    bool redLeft = false;
};
Seen seen(ByteView content) {
    const auto picture = readJpeg(content, {0, 1e6}).value();
    const auto at = [&](int x) {
        return picture.bytes[std::size_t{3} * static_cast<std::size_t>(picture.width * (picture.height / 2) + x)];
    };
    return {picture.width, picture.height, at(2) > 150 && at(picture.width - 3) < 100};
}

}  // namespace

TEST_CASE("a small picture keeps its proportions and shows what the picture shows") {
    const auto make = GENERATE(&jpeg, &png, &webp);
    const auto wide = smallPicture(make(1200, 800), 320).value();
    CHECK(seen(wide).width == 320);
    CHECK(std::abs(seen(wide).height - 213) <= 1);
    CHECK(seen(wide).redLeft);
    const auto high = smallPicture(make(300, 900), 320).value();
    CHECK(std::abs(seen(high).width - 106) <= 1);
    CHECK(seen(high).height == 320);
    CHECK(smallPicture(make(1200, 800), 320).value() == wide);
}

TEST_CASE("a picture that is small already is not made larger") {
    const auto make = GENERATE(&jpeg, &png, &webp);
    const auto small = seen(smallPicture(make(100, 60), 320).value());
    CHECK(small.width == 100);
    CHECK(small.height == 60);
}

TEST_CASE("a small picture is upright, and holds nothing of what a camera wrote") {
    auto turned = stampJpeg(jpeg(600, 400), {}).value();
    // The orientation that is written is "upright": another one in its place, as a camera that was held upside down.
    const std::string_view tag("\x12\x01\x03\x00\x01\x00\x00\x00\x01\x00", 10),
        big("\x01\x12\x00\x03\x00\x00\x00\x01\x00\x01", 10);
    auto text = std::string(asText(turned));
    if (const auto at = text.find(tag); at != std::string::npos)
        text[at + 8] = 3;
    else if (const auto other = text.find(big); other != std::string::npos)
        text[other + 9] = 3;
    else
        FAIL("no orientation was written");
    const auto small = smallPicture(asBytes(text), 320).value();
    CHECK_FALSE(seen(small).redLeft);
    CHECK_FALSE(readExif(small).present);
}

TEST_CASE("what is no picture, is cut short or claims too much is refused") {
    for (const auto& content :
         {std::string(), std::string("text"), std::string("\xff\xd8\xff"), std::string("\x89PNG\r\n\x1a\n"),
          std::string("RIFF\x10\0\0\0WEBP", 12), std::string("GIF89a")}) {
        CAPTURE(content);
        CHECK_FALSE(smallPicture(asBytes(content), 320));
    }
    auto huge = png(8, 8);
    // Its header says 60,000 by 60,000.
    for (const std::size_t at : {16U, 20U}) {
        huge[at + 2] = 0xea;
        huge[at + 3] = 0x60;
    }
    CHECK_FALSE(smallPicture(huge, 320));
    auto wide = jpeg(8, 8);
    for (std::size_t i = 0; i + 9 < wide.size(); ++i) {
        if (wide[i] != 0xff || wide[i + 1] != 0xc0) continue;
        wide[i + 5] = wide[i + 7] = 0xff;
    }
    CHECK_FALSE(smallPicture(wide, 320));
}

TEST_CASE("whatever is changed in a picture, a small one is made or none is") {
    std::mt19937 random(3);
    for (const auto& whole : {jpeg(200, 120), png(200, 120), webp(200, 120)}) {
        for (int round = 0; round < 300; ++round) {
            auto content = whole;
            for (int change = 0; change < 4; ++change)
                content[random() % content.size()] = static_cast<std::uint8_t>(random());
            if (round % 5 == 0) content.resize(random() % content.size());
            const auto small = smallPicture(content, 64);
            if (small) CHECK(std::max(seen(*small).width, seen(*small).height) <= 64);
        }
    }
}
