// Every checklist in assets: it loads, says everything in both languages, is worth what its programme says, and scores
// each filled fixture as it was worked out by hand in the fixture's own comment.
#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "shared/checklist/score/findings.h"
#include "shared/checklist/score/missing.h"
#include "tests/unit/checklist/small_checklist.h"

using namespace plumb;
using namespace plumb::checklist;
using namespace plumb::checklist::test;

namespace {

const std::vector<std::string> kIds{"6a", "6b", "c1", "c2", "c3", "c4", "c5"};

const Checklist& content(const std::string& id) {
    static std::map<std::string, std::shared_ptr<const Checklist>> all;
    auto& one = all[id];
    if (!one) one = loaded(fileText("assets/checklists/" + id + ".json"));
    return *one;
}

std::vector<std::string> fixtureNames() {
    std::vector<std::string> out;
    for (const auto& file : std::filesystem::directory_iterator(PLUMB_SOURCE_DIR "/tests/unit/checklist/fixtures"))
        out.push_back(file.path().stem().string());
    std::sort(out.begin(), out.end());
    return out;
}
json::object fixture(const std::string& name) {
    return parseJson(fileText("tests/unit/checklist/fixtures/" + name + ".json"))->as_object();
}
Answers answersOf(const json::object& file) {
    auto read = Answers::fromJson(file);
    if (!read) FAIL(read.error().detail);
    return *read;
}
Score scoreOf(const std::string& name, std::initializer_list<std::pair<std::string, std::string>> changes = {}) {
    auto given = answersOf(fixture(name));
    for (const auto& [question, value] : changes) given.values[question] = value;
    const auto score = scoreAnswers(content(name.substr(0, 2)), given);
    if (!score) FAIL(name + ": " + score.error().detail);
    return *score;
}
const ItemScore& itemOf(const Score& score, const std::string& id) {
    return *std::find_if(score.items.begin(), score.items.end(), [&](const auto& item) { return item.id == id; });
}

}  // namespace

TEST_CASE("every fixture scores as worked out by hand") {
    std::map<std::string, std::set<std::string>> grades;
    for (const auto& name : fixtureNames()) {
        INFO(name);
        const auto file = fixture(name);
        REQUIRE(file.at("comment").as_array().size() > 0);
        const auto score = scoreOf(name);
        const auto& expect = file.at("expect").as_object();
        json::object computed = toJson(score);
        std::size_t asked = 0;
        for (const auto& item : score.items) asked += item.verdict != Verdict::notRelevant;
        CHECK(computed.at("items").as_array().size() == asked);
        CHECK(checkStatedScore(computed, score));
        computed.erase("items");  // the fixtures state the sums
        CHECK(toText(computed.at("sections")) == toText(expect.at("sections")));
        CHECK(computed.size() == expect.size());
        for (const auto& [member, value] : expect) {
            INFO(std::string(member));
            REQUIRE(computed.contains(member));
            CHECK(toText(computed.at(member)) == toText(value));
        }
        CHECK(checkStatedScore(expect, score));
        CHECK(score.complete);
        grades[name.substr(0, 2)].insert(score.grade);
    }
    CHECK(grades.size() == kIds.size());
    for (const auto& id : kIds) {
        INFO(id);
        CHECK(grades[id].size() >= 3);
    }
}

TEST_CASE("an empty form fails nothing: what is not answered is not judged, calculations included") {
    for (const auto& id : kIds) {
        const auto score = scoreAnswers(content(id), Answers{});
        REQUIRE(score);
        for (const auto& item : score->items) {
            INFO(id << " " << item.id);
            CHECK((item.verdict == Verdict::unanswered || item.verdict == Verdict::notRelevant));
        }
    }
}

TEST_CASE("every item of every checklist says how to judge it, in both languages") {
    for (const auto& id : kIds) {
        const auto& checklist = content(id);
        CHECK(checklist.id == id);
        CHECK(checklist.languages == std::vector<std::string>{"zh", "en"});
        CHECK(checklist.about.in("zh").size() > 200);
        CHECK(checklist.about.in("en").size() > 200);
        for (const auto& item : checklist.items) {
            INFO(id + " " + item.id);
            CHECK(item.guidance.in("zh").size() > 90);
            CHECK(item.guidance.in("en").size() > 120);
            CHECK(item.text.in("zh") != item.text.in("en"));
            CHECK(item.guidance.in("zh") != item.guidance.in("en"));
            CHECK(item.finding.has_value() != (item.advisory || item.bonus));
            for (const auto question : item.questions) CHECK(checklist.questions[question].label.in("zh") != "");
        }
    }
}

TEST_CASE("no checklist states a conclusion that belongs to others") {
    for (const auto& id : kIds) {
        const std::string text = fileText("assets/checklists/" + id + ".json");
        for (const char* word : {"违法", "涉嫌", "擅自", "非法"}) {
            INFO(id + " " + word);
            CHECK(text.find(word) == std::string::npos);
        }
    }
}

TEST_CASE("each checklist is worth what its programme says") {
    const auto base = [](const std::string& id) {
        Points sum = 0;
        for (const auto& item : content(id).items) sum += item.bonus ? 0 : item.points;
        return sum;
    };
    const auto section = [](const std::string& id, const std::string& wanted) {
        const auto& checklist = content(id);
        Points sum = 0;
        for (const auto i : checklist.section(wanted)->items) sum += checklist.items[i].points;
        return sum;
    };
    CHECK(base("6a") == 76000);
    CHECK(base("6b") == 84000);
    CHECK(base("c1") == 100000);
    CHECK(base("c2") == 100000);
    CHECK(section("c2", "s1") == 15000);
    CHECK(section("c2", "s2") == 15000);
    CHECK(section("c2", "s3") == 25000);
    CHECK(section("c2", "s4") == 30000);
    CHECK(section("c2", "s5") == 15000);
    CHECK(base("c4") == 400000);
    CHECK(section("c4", "s1") == 80000);
    CHECK(section("c4", "s2") == 140000);
    CHECK(section("c4", "s3") == 120000);
    CHECK(section("c4", "s4") == 60000);
    CHECK(section("c4", "j") == 100000);
    std::map<std::string, int> levels;
    for (const auto& item : content("c3").items) ++levels[content("c3").levels[*item.level].id];
    CHECK(levels == std::map<std::string, int>{{"L1", 12}, {"L2", 7}, {"L3", 2}});
    const auto keys = [](const std::string& id) {
        std::string out;
        for (const auto& item : content(id).items) out += item.key ? item.id + " " : "";
        return out;
    };
    CHECK(keys("c1") == "C2 ");
    CHECK(keys("c2") == "4.4 ");
    CHECK(keys("c5") == "1 2 3 4 7 12 ");
    CHECK(keys("6b") == "1 2 4 5 6 ");
}

TEST_CASE("c1: a failed key item keeps the better grades away, and a cap holds the certificates") {
    CHECK(scoreOf("c1-pass", {{"c2_h1_untrue", "1"}, {"c2_h2_untrue", "1"}}).grade == "qualified");
    CHECK(scoreOf("c1-pass", {{"c2_h1_untrue", "1"}}).grade == "qualified");                       // 3.5 of 6
    CHECK(scoreOf("c1-pass", {{"c2_h1_untrue", "1"}, {"c2_h2_gaps", "0"}}).grade == "excellent");  // 4 of 6
    CHECK(scoreOf("c1-pass", {{"j1", "fail"}}).bonus == 3000);
    CHECK(itemOf(scoreOf("c1-pass", {{"c3_total", "200"}, {"c3_good", "195"}}), "C3").points == 3000);
    CHECK(itemOf(scoreOf("c1-pass", {{"c3_total", "0"}, {"c3_good", "0"}}), "C3").points == 0);
    CHECK(itemOf(scoreOf("c1-pass", {{"a2_total", "100"}, {"a2_good", "80"}}), "A2").points == 4000);
    CHECK(itemOf(scoreOf("c1-pass", {{"a2_total", "1000"}, {"a2_good", "799"}}), "A2").points == 0);
}

TEST_CASE("c2: below 60 % of the safety item nobody passes") {
    CHECK(scoreOf("c2-pass", {{"q44_count", "2"}}).grade == "pass");
    CHECK(scoreOf("c2-pass", {{"q44_count", "3"}}).grade == "fail");
    CHECK(itemOf(scoreOf("c2-pass", {{"q52_total", "30"}, {"q52_good", "27"}}), "5.2").points == 6000);
    CHECK(itemOf(scoreOf("c2-pass", {{"q52_total", "29"}, {"q52_good", "29"}}), "5.2").points == 0);
}

TEST_CASE("c3: one failure of level 1 leaves no grade, one of level 2 the second, level 3 none of both") {
    CHECK(scoreOf("c3-second", {{"g4_1", "pass"}}).grade == "first");
    CHECK(scoreOf("c3-second", {{"g4_4", "none"}}).grade == "second");
    CHECK(scoreOf("c3-second", {{"g4_1", "pass"}, {"g4_4", "physical chemical"}}).grade == "second");
    CHECK(scoreOf("c3-pass", {{"g5_1", "fail"}, {"g5_1_basis", "没有计划"}}).grade == "first");
    CHECK(scoreOf("c3-pass", {{"g1_3_minutes", "241"}}).grade == "none");
}

TEST_CASE("c4: each grade begins where the scheme says") {
    // The passing fixture has base 382.6 and bonus 55; q22_good takes 2.5 of base each, q34_good 0.3.
    const auto grade = [](std::initializer_list<std::pair<std::string, std::string>> changes) {
        Answers given = answersOf(fixture("c4-pass"));
        given.facts["target"] = "AAAAA";  // so that nothing but the points decides
        for (const auto& [question, value] : changes) given.values[question] = value;
        const auto score = scoreAnswers(content("c4"), given);
        if (!score) FAIL(score.error().detail);
        return score->grade;
    };
    const std::pair<std::string, std::string> none[] = {{"b1", "fail"}, {"b2", "fail"}, {"b4", "fail"}, {"b5", "fail"}};
    CHECK(grade({{"b1", "pass"}, {"b2", "pass"}}) == "AAAA");                       // 382.6, 462.6
    CHECK(grade({{"b3", "pass"}, {"b3_what", "x"}}) == "AAA");                      // 382.6, 447.6 (office 10)
    CHECK(grade({{"q12", "pass"}, {"b1", "pass"}}) == "AAAA");                      // 390.6, 455.6
    CHECK(grade({{"q12", "pass"}}) == "AAA");                                       // 390.6, 445.6
    CHECK(grade({{"q22_good", "7"}}) == "AAA");                                     // 370.1
    CHECK(grade({{"q22_good", "6"}}) == "AAA");                                     // 367.6, 422.6
    CHECK(grade({{"q22_good", "6"}, none[0]}) == "AA");                             // 367.6, 412.6
    CHECK(grade({{"q22_good", "0"}, none[0], none[1], none[2], none[3]}) == "AA");  // 352.6
    CHECK(grade({{"q22_good", "0"}, {"q32_good", "0"}, none[0], none[1], none[2], none[3]}) == "A");  // 314.2
    CHECK(grade({{"q22_good", "0"}, {"q32_good", "0"}}) == "AA");                                     // 314.2, 369.2
    CHECK(grade({{"q22_good", "0"}, {"q32_good", "0"}, {"q42_good", "0"}, {"q25_good", "0"}}) == "none");  // 258.7
}

TEST_CASE("c4: no enterprise gets a higher grade than the one it applied for") {
    const std::pair<std::string, const char*> grades[] = {
        {"A", "A"}, {"AA", "AA"}, {"AAA", "AAA"}, {"AAAA", "AAAA"}, {"AAAAA", "AAAA"}};
    for (const auto& [target, grade] : grades) {
        Answers given = answersOf(fixture("c4-pass"));
        given.values["b1"] = given.values["b2"] = "pass";  // 382.6, 462.6: good for AAAA
        given.facts["target"] = target;
        const auto score = scoreAnswers(content("c4"), given);
        REQUIRE(score);
        INFO(target);
        CHECK(score->grade == grade);
        if (target == "A")
            CHECK_THAT(score->gradeExplanation.in("zh"), Catch::Contains("未达“AA 级”：申报等级为 A 级"));
    }
}

TEST_CASE("c5: the worst class decides") {
    CHECK(scoreOf("c5-flawed", {{"d12", "fail"}, {"d12_seen", "一项不达标"}}).grade == "nonconforming");
    CHECK(scoreOf("c5-flawed", {{"d8_dead", "0"}}).grade == "conforming");
}

TEST_CASE("6b: ear tags are checked by the rule of their codes") {
    const auto points = [](const char* tag) {
        return itemOf(scoreOf("6b-pass", {{"h7_tags[1]/h7_tag", tag}}), "7").points;
    };
    for (const char* good : {"162032100000017", "262032100000017", "362032100000017"}) CHECK(points(good) == 4000);
    for (const char* bad : {"462032100000017", "062032100000017", "36203210000001", "3620321000000170",
                            "36203210000001X", "3.6203210000001", "-62032100000017", "３62032100000017"}) {
        INFO(bad);
        CHECK(points(bad) == 3200);
    }
    const auto untagged = scoreOf("6b-pass", {{"h7_tags[1]/h7_worn", "none"}, {"h7_tags[1]/h7_tag", ""}});
    CHECK(itemOf(untagged, "7").points == 3200);
    // An animal of which nothing is said yet holds the judgement back, and an eleventh is one too many.
    const auto begun = scoreOf("6b-pass", {{"h7_tags", "6"}});
    CHECK(itemOf(begun, "7").verdict == Verdict::unanswered);
    auto eleven = answersOf(fixture("6b-pass"));
    eleven.values["h7_tags"] = "11";
    for (int head = 6; head <= 11; ++head) eleven.values["h7_tags[" + std::to_string(head) + "]/h7_worn"] = "none";
    const auto lacks = missingOf(content("6b"), eleven, {}, "2026-11-22");
    REQUIRE(lacks);
    CHECK(std::ranges::count(*lacks, std::string("h7_tags[11]/h7_worn"), &Missing::question) == 1);
}

TEST_CASE("6b: files are kept for 20 years with cattle, 10 with sheep, or since the farm began") {
    const auto verdict = [](const char* species, const char* age, const char* kept) {
        return itemOf(scoreOf("6b-pass", {{"h4_species", species}, {"h4_age", age}, {"h4_kept", kept}}), "4").verdict;
    };
    CHECK(verdict("sheep", "30", "10") == Verdict::pass);
    CHECK(verdict("sheep", "30", "9") == Verdict::fail);
    CHECK(verdict("cattle", "30", "19") == Verdict::fail);
    CHECK(verdict("cattle", "30", "20") == Verdict::pass);
    CHECK(verdict("cattle", "3", "3") == Verdict::pass);
}

TEST_CASE("the findings of the failing fixtures are plain facts with their places filled") {
    for (const auto& name : fixtureNames()) {
        if (!name.ends_with("-fail") && !name.ends_with("-veto")) continue;
        const auto& checklist = content(name.substr(0, 2));
        const auto findings = findingsOf(checklist, answersOf(fixture(name)), "2026-11-22");
        INFO(name);
        REQUIRE(findings);
        REQUIRE_FALSE(findings->empty());
        for (const auto& finding : *findings) {
            INFO(finding.item);
            CHECK(finding.text.in("zh").find("${") == std::string::npos);
            CHECK(finding.text.in("en").find("${") == std::string::npos);
            CHECK(finding.text.in("zh") != "");
        }
    }
}

TEST_CASE(
    "each fixture could be signed: every answer is one that may be typed, and notes and photos are all it lacks") {
    for (const auto& name : fixtureNames()) {
        INFO(name);
        const auto& checklist = content(name.substr(0, 2));
        auto given = answersOf(fixture(name));
        std::map<std::string, int> photos;
        for (const auto& item : checklist.items) {
            photos[item.id] = 3;
            given.notes[item.id] = "说明";
        }
        const auto lacking = missingOf(checklist, given, photos, "2026-11-22");
        REQUIRE(lacking);
        std::string sentences;
        for (const auto& one : *lacking) sentences += one.sentence.in("en") + "\n";
        CHECK(sentences.empty());
    }
}
