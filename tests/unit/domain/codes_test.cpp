// Credit codes and ear tags: what is right is read, and everything one slip away from it is refused with a sentence.
#include <catch2/catch.hpp>

#include "shared/domain/code_text.h"
#include "shared/domain/credit_code.h"
#include "shared/domain/ear_tag.h"

using namespace plumb;
using namespace plumb::domain;

namespace {
const char* const kValid[] = {"914403001922038216", "91440300708461136T", "91330100799655058B", "91350100M000100Y43",
                              "91620100MA00000072", "93620321MA0000007K", "12630000MB0000000J", "52632200MJX00000XD"};
constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
}  // namespace

TEST_CASE("credit codes that are right are read") {
    for (const char* text : kValid) {
        INFO(text);
        const auto code = parseCreditCode(text);
        REQUIRE(code);
        CHECK(code->text == text);
        CHECK(creditCheck(code->text.substr(0, 17)) == code->text.back());
    }
    const auto code = parseCreditCode(" 93620321ma0000007k\u3000\n").value();
    CHECK(code.text == "93620321MA0000007K");
    CHECK(code.region() == "620321");
    CHECK(code.body() == "MA0000007");
}

TEST_CASE("one wrong character, or two that changed places, never passes as a credit code") {
    for (const std::string text : kValid) {
        for (std::size_t i = 0; i < text.size(); ++i) {
            for (const char c : kAlphabet) {
                auto other = text;
                other[i] = c;
                INFO(other);
                if (c != text[i]) CHECK_FALSE(parseCreditCode(other));
            }
            if (i + 1 < text.size() && text[i] != text[i + 1]) {
                auto other = text;
                std::swap(other[i], other[i + 1]);
                INFO(other);
                CHECK_FALSE(parseCreditCode(other));
            }
        }
    }
}

TEST_CASE("what is no credit code is refused, and the sentence says why") {
    const std::pair<const char*, const char*> refused[] = {
        {"91350100M000100Y4Z", "character 18 is none of"},
        {"", "18 characters"},
        {"91350100M000100Y4", "18 characters"},
        {"91350100M000100Y433", "18 characters"},
        {"913501OOM000100Y43", "character 7 is none of"},
        {"99350100M000100Y43", "begin with \"99\""},
        {"91350A00M000100Y43", "six digits"},
        {"91350100M000100Y44", "does not fit"},
        {"９１350100M000100Y4", "18 characters"},
        {"91350100-M000100Y4", "character 9 is none of"},
    };
    for (const auto& [text, why] : refused) {
        INFO(text);
        const auto read = parseCreditCode(text);
        REQUIRE_FALSE(read);
        CHECK(read.error().code == "bad_credit_code");
        CHECK_THAT(read.error().detail, Catch::Contains(why));
    }
}

TEST_CASE("every prefix of the standard passes, and no other") {
    const std::string known =
        " 11 12 13 19 21 29 31 32 33 34 35 39 41 49 51 52 53 59 61 62 69 71 72 79 81 89 91 92 93 A1 A9 N1 N2 N3 N9 Y1 ";
    int count = 0;
    for (const char authority : kAlphabet) {
        for (const char kind : kAlphabet) {
            std::string text{authority, kind};
            text += "620100MA0000007";
            text += creditCheck(text);
            const bool expected = known.find(" " + text.substr(0, 2) + " ") != std::string::npos;
            INFO(text);
            CHECK(parseCreditCode(text).has_value() == expected);
            count += expected;
        }
    }
    CHECK(count == 36);
}

TEST_CASE("an old region code in a credit code is no fault") {
    std::string text = "91632100MA0000007";
    text += creditCheck(text);
    CHECK(parseCreditCode(text));
}

TEST_CASE("the organisation code's own check is a warning only") {
    CHECK(bodyCheck("M000100Y") == '4');
    CHECK(bodyCheck("19220382") == '1');
    CHECK(parseCreditCode("91350100M000100Y43")->bodyCheckHolds);
    std::string text = "91350100M000100Y5";
    text += creditCheck(text);
    const auto code = parseCreditCode(text);
    REQUIRE(code);
    CHECK_FALSE(code->bodyCheckHolds);
}

TEST_CASE("ear tags: species, county, serial") {
    const auto tag = parseEarTag(" 262032100000017\n").value();
    CHECK(tag.species == Species::cattle);
    CHECK(tag.region() == "620321");
    CHECK(tag.serial() == "00000017");
    CHECK(parseEarTag("163012200000001")->species == Species::pig);
    CHECK(parseEarTag("363252100000001")->species == Species::sheep);
}

TEST_CASE("what is no ear tag is refused") {
    for (const char* text : {"", "062032100000017", "462032100000017", "26203210000001", "2620321000000170",
                             "2620321 0000017", "26203210000001A", "２62032100000017", "-62032100000017"}) {
        INFO(text);
        const auto read = parseEarTag(text);
        REQUIRE_FALSE(read);
        CHECK(read.error().code == "bad_ear_tag");
    }
}

TEST_CASE("a quoted text is cut between characters") {
    CHECK(shortened("甘肃省金昌市永昌县设施蔬菜标准化示范区") == "甘肃省金昌市永昌县设施蔬菜…");
    CHECK(shortened("short") == "short");
    CHECK(trimmed("\u3000 \u00a0x y\t\u3000") == "x y");
    CHECK(trimmed(" \u3000 ").empty());
}
