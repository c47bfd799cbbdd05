// Characters of UTF-8 as people read them; whatever the bytes are, a walk ends and leaves none out.
#include "shared/base/characters.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

using namespace plumb;

namespace {

std::vector<char32_t> walk(std::string_view text) {
    std::vector<char32_t> out;
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, size] = characterAt(text, at);
        REQUIRE(size >= 1);
        REQUIRE(at + size <= text.size());
        out.push_back(code);
        at += size;
    }
    return out;
}

}  // namespace

TEST_CASE("characters of one to four bytes are read one after another") {
    CHECK(walk("a\u00e9\u738b\U00020000") == std::vector<char32_t>{U'a', 0xE9, 0x738B, 0x20000});
}

TEST_CASE("of damaged text every stray byte is a character by itself") {
    CHECK(walk("\xE7\x8E") == std::vector<char32_t>{0, 0});
    CHECK(walk("\xE7\x8E"
               "a") == std::vector<char32_t>{0, 0, U'a'});
    CHECK(walk("\x80\xC0\xF8\xFF") == std::vector<char32_t>{0, 0, 0, 0});
    std::mt19937 random(7);
    for (int round = 0; round < 2000; ++round) {
        std::string text(random() % 12, '\0');
        for (auto& byte : text) byte = static_cast<char>(random());
        (void)walk(text);
    }
}

TEST_CASE("full width is half width, and nothing else is touched") {
    CHECK(halfWidth(U'０') == U'0');
    CHECK(halfWidth(U'Ｘ') == U'X');
    CHECK(halfWidth(U'～') == U'~');
    CHECK(halfWidth(0x3000) == U' ');
    CHECK(halfWidth(U'王') == U'王');
    CHECK(halfWidth(0xFF5F) == 0xFF5F);
}

TEST_CASE("what nobody sees is told from spaces and from joiners, which some scripts write with") {
    for (const char32_t code : {0x200Bu, 0xFEFFu, 0xADu, 0x202Eu, 0x7u}) CHECK(isInvisible(code));
    for (const char32_t code : {0x200Cu, 0x200Du, 0x3000u, 0x20u, 0x0Au, 0x61u}) CHECK_FALSE(isInvisible(code));
    CHECK(isOtherSpace(0x3000));
    CHECK_FALSE(isOtherSpace(U' '));
}
