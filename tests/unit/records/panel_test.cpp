#include "shared/records/panel/panel.h"

#include <catch2/catch.hpp>

#include "shared/records/panel/result.h"
#include "shared/records/panel/spread.h"
#include "tests/unit/records/record_examples.h"

using namespace plumb;
using namespace plumb::records;

namespace {

constexpr const char* kPanel = "0198d2c4-7a10-7c3e-8f21-00000000000e";
constexpr const char* kSheet = "0198d2c4-7a10-7c3e-8f21-00000000000f";

PanelRule ruleOf(const json::object& said) {
    json::object whole = said;
    whole["criteria"] = json::array{json::object{{"id", "a"}, {"title", {{"zh", "甲"}}}, {"points", 100000}}};
    BodyReader read(whole);
    auto out = panelRuleFrom(read);
    if (auto good = read.done(); !good) FAIL(good.error().detail);
    return out;
}

Panel three() {
    Panel out;
    out.of = "0198d2c4-7a10-7c3e-8f21-5b6a7c8d9e0f";
    out.programme = "p";
    out.rule = ruleOf({{"experts", 3}, {"least", 2}, {"method", "mean"}, {"limit", 15000}});
    out.experts = {"ann", "bea", "cat"};
    out.until = parseDay("2026-12-20").value();
    out.person = "head";
    return out;
}

struct Walk {
    std::optional<PanelRow> row;

    static record::Payload payloadOf(std::string_view type, json::object body) {
        record::Payload out;
        out.id = type == kPanelAssigned ? kPanel : kSheet;
        out.type = type;
        out.region = "620321";
        out.site = "s";
        out.at = parseInstant("2026-12-01T10:00:00.000+08:00").value();
        out.body = std::move(body);
        return out;
    }
    bool fold(std::string_view type, json::object body) {
        const auto payload = payloadOf(type, std::move(body));
        return foldPanel(row, {payload, Sha256(), "kid", 7});
    }
    std::string may(std::string_view type, json::object body) {
        const auto good = mayChangePanel(row, payloadOf(type, std::move(body)));
        return good ? "" : good.error().code;
    }
    Walk() { REQUIRE(fold(kPanelAssigned, toBody(three()))); }
};

json::object sheet(const char* person, std::int64_t points) {
    return toBody(PanelScored{kPanel, person, {{"a", points}}, "尚可"});
}

}  // namespace

TEST_CASE("a panel's result is that of the cases, to the last digit") {
    const auto cases = parseJson(test::readPage("tests/unit/records/cases/panels.json"));
    REQUIRE(cases);
    for (const auto& value : cases->as_array()) {
        const auto& one = value.as_object();
        INFO(textOr(one, "why"));
        std::vector<std::pair<std::string, std::int64_t>> totals;
        for (const auto& points : one.at("totals").as_array())
            totals.emplace_back(std::to_string(totals.size()), points.as_int64());
        const auto result = resultOf(ruleOf(one.at("rule").as_object()), totals);
        const auto& wanted = one.at("result").as_object();
        json::array dropped;
        for (std::size_t i = 0; i < result.scores.size(); ++i) {
            CHECK(result.scores[i].points == totals[i].second);
            if (result.scores[i].dropped) dropped.emplace_back(static_cast<std::int64_t>(i));
        }
        CHECK(dropped == wanted.at("dropped").as_array());
        CHECK(result.range == wanted.at("range").as_int64());
        CHECK(result.deviation == wanted.at("deviation").as_int64());
        CHECK(result.wide == wanted.at("wide").as_bool());
        const auto* points = wanted.if_contains("points");
        CHECK(result.points == (points ? std::optional(points->as_int64()) : std::nullopt));
    }
}

TEST_CASE("values that come so often have the mean and deviation of as many values") {
    CHECK(meanOf(std::vector<Often>{{1000, 1}, {5000, 3}}) ==
          meanOf(std::vector<std::int64_t>{1000, 5000, 5000, 5000}));
    CHECK(deviationOf(std::vector<Often>{{1000, 1}, {5000, 3}}) ==
          deviationOf(std::vector<std::int64_t>{1000, 5000, 5000, 5000}));
    CHECK(deviationOf(std::vector<Often>{{kMostSpreadValue, 500'000}, {0, 500'000}}) == 500'000'250);
}

TEST_CASE("experts hand in once each, and a panel is over when all have or it is closed") {
    Walk w;
    CHECK(w.may(kPanelAssigned, toBody(three())) == "panel_unknown");
    CHECK(w.may(kPanelScored, sheet("dan", 1)) == "panel_not_yours");
    CHECK(w.may(kPanelScored, sheet("ann", 100001)) == "panel_points");
    CHECK(w.may(kPanelScored, toBody(PanelScored{kPanel, "ann", {{"b", 1}}, ""})) == "panel_points");
    REQUIRE(w.fold(kPanelScored, sheet("ann", 80000)));
    CHECK(w.may(kPanelScored, sheet("ann", 90000)) == "panel_scored");
    CHECK_FALSE(w.row->isOver());
    auto closed = w;
    REQUIRE(closed.fold(kPanelClosed, toBody(PanelClosed{kPanel, "head", "病了"})));
    CHECK(closed.row->isOver());
    CHECK(closed.may(kPanelScored, sheet("bea", 90000)) == "panel_over");
    CHECK_FALSE(resultOf(*closed.row).points);
    REQUIRE(w.fold(kPanelScored, sheet("cat", 90000)));
    REQUIRE(w.fold(kPanelScored, sheet("bea", 99999)));
    CHECK(w.row->isOver());
    CHECK(w.may(kPanelClosed, toBody(PanelClosed{kPanel, "head", "够了"})) == "panel_over");
    const auto result = resultOf(*w.row);
    REQUIRE(result.scores.size() == 3);
    CHECK(result.scores[1].person == "bea");  // in the panel's order
    CHECK(result.points == 90000);
    CHECK(result.wide);
    CHECK(panelFromJson(toJson(*w.row)) == *w.row);
}

TEST_CASE("nothing is said about a panel that is not known") {
    std::optional<PanelRow> none;
    const auto good = mayChangePanel(none, Walk::payloadOf(kPanelScored, sheet("ann", 1)));
    REQUIRE_FALSE(good);
    CHECK(good.error().code == "panel_unknown");
}
