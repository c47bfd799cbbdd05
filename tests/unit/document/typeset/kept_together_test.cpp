#include "shared/document/typeset/kept_together.h"

#include <catch2/catch.hpp>
#include <string>

using plumb::document::keptTogether;

namespace {

std::vector<std::string> kept(std::string_view text) {
    std::vector<std::string> out;
    for (const auto& [from, to] : keptTogether(text)) out.emplace_back(text.substr(from, to - from));
    return out;
}

}  // namespace

TEST_CASE("No line ends between a sign of comparison and its figure, a figure and its unit, or within a unit") {
    using Pieces = std::vector<std::string>;
    CHECK(kept("实际间隔 5 天，要求 ≥ 7 天") == Pieces{"≥ 7"});
    CHECK(kept("0.012 mm，要求 ≥ 0.010 mm") == Pieces{"2 mm", "≥ 0", "0 mm"});
    CHECK(kept("required ≥ 7 mm") == Pieces{"≥ 7 mm"});
    CHECK(kept("Water 14.5 °C, required ≤ 35 °C") == Pieces{"5 °C", "≤ 3", "5 °C"});
    CHECK(kept("14.5 ℃") == Pieces{"5 ℃"});
    CHECK(kept("0.08 mg/kg") == Pieces{"8 mg/kg"});
    CHECK(kept("4 − 1 × 2 = 2") == Pieces{"= 2"});
}

TEST_CASE("Words, long pairs and signs without a figure are parted as before") {
    CHECK(kept("5 days of grams").empty());
    CHECK(kept("5 mother").empty());
    CHECK(kept("store/cabinet").empty());
    CHECK(kept("≥").empty());
    CHECK(kept("a ≥ b").empty());
    CHECK(kept("5 ").empty());
    CHECK(kept("/").empty());
    CHECK(kept("").empty());
}
