// Two names, character by character.
#include <catch2/catch.hpp>
#include <random>

#include "shared/base/text_difference.h"

using namespace plumb;

namespace {

std::string shown(std::string_view first, std::string_view second) {
    std::string out;
    for (const auto& run : textDifference(first, second)) {
        out += run.in == TextRun::In::both ? "=" : run.in == TextRun::In::first ? "-" : "+";
        out += run.text + "|";
    }
    return out;
}

std::string side(const std::vector<TextRun>& runs, TextRun::In in) {
    std::string out;
    for (const auto& run : runs)
        if (run.in == TextRun::In::both || run.in == in) out += run.text;
    return out;
}

}  // namespace

TEST_CASE("what two names have in common stands once, what they have not stands in its place") {
    CHECK(shown("甲", "甲") == "=甲|");
    CHECK(shown("", "") == "");
    CHECK(shown("", "甲") == "+甲|");
    CHECK(shown("甲公司", "") == "-甲公司|");
    CHECK(shown("永昌县蔬菜公司", "永昌县设施蔬菜有限公司") == "=永昌县|+设施|=蔬菜|+有限|=公司|");
    CHECK(shown("某（甘肃）公司", "某(甘肃)公司") == "=某|-（|+(|=甘肃|-）|+)|=公司|");
    CHECK(shown("aXbYc", "aZbc") == "=a|-X|+Z|=b|-Y|=c|");
    CHECK(shown("é", "e\xcc\x81") == "-é|+e\xcc\x81|");
}

TEST_CASE("both names can be read from their difference, whatever they are") {
    std::mt19937 random(11);
    const std::string letters[] = {"甲", "乙", "丙", "a", "é", "🌾", "\xff", "\xe4\xb8"};
    for (int round = 0; round < 400; ++round) {
        std::string one, two;
        for (auto* text : {&one, &two})
            for (auto n = random() % 40; n-- > 0;) *text += letters[random() % std::size(letters)];
        const auto runs = textDifference(one, two);
        CHECK(side(runs, TextRun::In::first) == one);
        CHECK(side(runs, TextRun::In::second) == two);
        for (std::size_t i = 1; i < runs.size(); ++i) CHECK(runs[i].in != runs[i - 1].in);
    }
}

TEST_CASE("texts that are too long to be looked into are told apart by their ends") {
    const std::string one = "头" + std::string(2000, 'x') + "尾", two = "头" + std::string(1500, 'y') + "尾";
    CHECK(shown(one, two) == "=头|-" + std::string(2000, 'x') + "|+" + std::string(1500, 'y') + "|=尾|");
}
