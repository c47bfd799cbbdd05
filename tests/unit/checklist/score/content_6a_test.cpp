// Checklist 6a as published: it loads, says everything twice, and the fixtures' scores are those worked out by hand.
#include <map>

#include "shared/checklist/score/findings.h"
#include "shared/checklist/score/missing.h"
#include "tests/unit/checklist/small_checklist.h"

using namespace plumb;
using namespace plumb::checklist;
using namespace plumb::checklist::test;

namespace {

const std::shared_ptr<const Checklist>& sixA() {
    static const auto checklist = loaded(fileText("assets/checklists/6a.json"));
    return checklist;
}
json::object fixture(const std::string& name) {
    return parseJson(fileText("tests/unit/checklist/fixtures/" + name + ".json"))->as_object();
}
Answers answersOf(const json::object& file) {
    auto read = Answers::fromJson(file);
    if (!read) FAIL(read.error().detail);
    return *read;
}

}  // namespace

TEST_CASE("the fixtures of 6a score as worked out by hand") {
    const auto file = fixture(GENERATE("6a-pass", "6a-fail", "6a-veto"));
    const auto score = scoreAnswers(*sixA(), answersOf(file));
    if (!score) FAIL(score.error().detail);
    json::object sums = toJson(*score);
    sums.erase("items");
    CHECK(toText(sums) == toText(file.at("expect")));
    CHECK(score->complete);
    CHECK(checkStatedScore(file.at("expect").as_object(), *score));
}

TEST_CASE("what is signed of the items is what the fixture's comment works out") {
    // "Item 4 in part: 4 x 0.5 = 2. Item 12 fails: 0 of 4. Item 11: 0.008 mm < 0.010 mm, 0 of 4."
    const auto score = scoreAnswers(*sixA(), answersOf(fixture("6a-fail")));
    const auto stated = toJson(*score);
    std::map<std::string, std::string> fell;
    for (const auto& item : stated.at("items").as_array()) {
        if (item.at("verdict") != "pass") fell[std::string(item.at("id").as_string())] = toText(item);
    }
    CHECK(stated.at("items").as_array().size() == 16);
    CHECK(fell == std::map<std::string, std::string>{{"4", R"({"id":"4","verdict":"part","points":2000,"max":4000})"},
                                                     {"11", R"({"id":"11","verdict":"fail","points":0,"max":4000})"},
                                                     {"12", R"({"id":"12","verdict":"fail","points":0,"max":4000})"}});
}

TEST_CASE("6a has sixteen items, four of them key, 76 points brought to 100") {
    const auto& checklist = *sixA();
    CHECK(checklist.items.size() == 16);
    Points total = 0;
    std::string keys;
    for (const auto& item : checklist.items) {
        total += item.points;
        CHECK(item.points == (item.key ? 8000 : item.advisory ? 0 : 4000));
        CHECK(item.key == item.veto);
        CHECK(item.evidence.photos == (item.key ? 1 : 0));
        if (item.key) keys += item.id + " ";
    }
    CHECK(keys == "1 2 3 10 ");
    CHECK(total == 76000);
    CHECK(checklist.scoring.full == 100000);
}

TEST_CASE("every item of 6a has guidance in both languages, and every scored one a finding") {
    for (const auto& item : sixA()->items) {
        INFO(item.id);
        CHECK(item.guidance.in("zh").size() > 90);
        CHECK(item.guidance.in("en").size() > 120);
        CHECK(item.text.in("zh") != item.text.in("en"));
        CHECK(item.finding.has_value() != item.advisory);
    }
}

TEST_CASE("no finding of 6a states a conclusion that belongs to others") {
    const std::string text = fileText("assets/checklists/6a.json");
    for (const char* word : {"违法", "涉嫌", "擅自", "非法"}) CHECK(text.find(word) == std::string::npos);
}

TEST_CASE("few minor points only are corrected on the spot") {
    Answers given = answersOf(fixture("6a-pass"));
    given.values["i6"] = "part";
    given.values["i6_seen"] = "漏填产地";
    const auto score = scoreAnswers(*sixA(), given);
    CHECK(score->points == 97222);  // 70 of 72
    CHECK(score->grade == "corrected");
    given.values["i9_positive"] = "1";
    CHECK(scoreAnswers(*sixA(), given)->grade == "ordered");  // a positive rapid test is no minor point
}

TEST_CASE("the photos of key items are what a passing 6a still lacks") {
    const auto given = answersOf(fixture("6a-pass"));
    const auto lacking = missingOf(*sixA(), given, {}, "2026-11-22");
    REQUIRE(lacking);
    CHECK(lacking->size() == 4);
    CHECK(missingOf(*sixA(), given, {{"1", 1}, {"2", 1}, {"3", 1}, {"10", 2}}, "2026-11-22")->empty());
}

TEST_CASE("the vetoed fixture offers findings in plain facts") {
    const auto findings = findingsOf(*sixA(), answersOf(fixture("6a-veto")), "2026-11-22");
    REQUIRE(findings);
    REQUIRE(findings->size() == 2);
    CHECK(findings->at(0).item == "2");
    CHECK(findings->at(0).text.in("zh") ==
          "2 号棚 番茄：末次施药日 2026-11-09，采收日 2026-11-14，间隔 5 天；标签安全间隔期 7 天。");
    CHECK(findings->at(0).severity == Severity::major);
    CHECK(findings->at(0).due == "2026-11-29");
}

TEST_CASE("each measured item of 6a judges at its limit") {
    const auto verdictWith = [](const std::string& item,
                                std::initializer_list<std::pair<std::string, std::string>> changes) {
        Answers given = answersOf(fixture("6a-fail"));
        for (const auto& [question, value] : changes) given.values[question] = value;
        const auto score = scoreAnswers(*sixA(), given);
        if (!score) FAIL(score.error().detail);
        for (const auto& one : score->items) {
            if (one.id == item) return std::string(verdictName(one.verdict));
        }
        return std::string("none");
    };
    CHECK(verdictWith("2", {{"i2_label_days", "12"}}) == "pass");
    CHECK(verdictWith("2", {{"i2_label_days", "13"}}) == "fail");
    CHECK(verdictWith("3", {{"i3_dose", "40"}}) == "pass");
    CHECK(verdictWith("3", {{"i3_dose", "40.01"}}) == "fail");
    CHECK(verdictWith("3", {{"i3_registered", "no"}}) == "fail");
    CHECK(verdictWith("7", {{"i7_ph", "8.5"}, {"i7_temp", "35"}}) == "pass");
    CHECK(verdictWith("7", {{"i7_ph", "8.51"}}) == "fail");
    CHECK(verdictWith("10", {{"i10_value", "0.5"}}) == "pass");
    CHECK(verdictWith("10", {{"i10_value", "0.500001"}}) == "fail");
    CHECK(verdictWith("11", {{"i11_thickness", "0.010"}}) == "pass");
    CHECK(verdictWith("11", {{"i11_thickness", "0.0099"}}) == "fail");
    CHECK(verdictWith("14", {{"i14_page_batch", " 20261114-02 "}}) == "pass");
    CHECK(verdictWith("14", {{"i14_page_batch", "20261114-03"}}) == "fail");
    CHECK(verdictWith("14", {{"i14_scans", "no"}}) == "fail");
    CHECK(verdictWith("15", {{"i15_temp", "12.1"}}) == "fail");
    CHECK(verdictWith("9", {{"i9_positive", "1"}}) == "fail");
    CHECK(verdictWith("8", {}) == "pass");
}
