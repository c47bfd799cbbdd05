#include <functional>

#include "tests/unit/checklist/small_checklist.h"

using namespace plumb;
using namespace plumb::checklist;
using namespace plumb::checklist::test;

namespace {

std::string item(const std::string& id, const std::string& points, const std::string& more = "") {
    return R"({"id":")" + id + R"(","text":"T","points":)" + points + R"(,"questions":[{"id":"q)" + id +
           R"(","type":"select_one","choices":"three","label":"Q"}])" + more + "}";
}
std::string sectionOf(const std::string& id, const std::string& items) {
    return R"({"id":")" + id + R"(","title":"S","items":[)" + items + "]}";
}

const std::string kTwoSections = sectionOf("a", item("1", "6", R"(,"na":"renormalise")") + "," + item("2", "4")) + "," +
                                 sectionOf("b", item("3", "10", R"(,"veto":true)"));

}  // namespace

TEST_CASE("the total is brought to the document's full, rounded half up at the thousandth") {
    const auto checklist = loaded(document(kTwoSections, R"("full":100,"veto":"vetoed")"));
    const auto score = scoreAnswers(*checklist, answers({{"q1", "part"}, {"q2", "pass"}, {"q3", "pass"}}));
    CHECK(score->earned == 17000);
    CHECK(score->possible == 20000);
    CHECK(score->points == 85000);
    CHECK(score->max == 100000);
    CHECK(score->grade == "good");
    CHECK(score->complete);
    CHECK(score->explanation.in("zh") == "得 17 / 20，折合 85 / 100");
    Answers na = answers({{"q2", "part"}, {"q3", "pass"}});
    na.na["1"] = "无";
    CHECK(scoreAnswers(*checklist, na)->points == 85714);  // 12 of 14
}

TEST_CASE("without a full the points stand as they are") {
    const auto checklist = loaded(document(kTwoSections));
    const auto score = scoreAnswers(*checklist, answers({{"q1", "pass"}, {"q2", "fail"}, {"q3", "pass"}}));
    CHECK(score->points == 16000);
    CHECK(score->max == 20000);
    CHECK(score->sections.at(0).points == 6000);
    CHECK(score->sections.at(0).max == 10000);
}

TEST_CASE("a failed veto item fixes the grade, also while others are unanswered") {
    const auto checklist = loaded(document(kTwoSections));
    const auto score = scoreAnswers(*checklist, answers({{"q3", "fail"}}));
    CHECK(score->grade == "vetoed");
    CHECK(score->vetoes == std::vector<std::string>{"3"});
    CHECK_FALSE(score->complete);
}

TEST_CASE("while an item is unanswered there is no grade, and it earns nothing") {
    const auto checklist = loaded(document(kTwoSections));
    const auto score = scoreAnswers(*checklist, answers({{"q1", "pass"}, {"q2", "pass"}}));
    CHECK(score->grade.empty());
    CHECK(score->points == 10000);
    CHECK(score->max == 20000);
    CHECK(score->explanation.in("en") == "10 / 20 points; 1 not judged yet");
}

TEST_CASE("where nothing is left to count the score is nothing of nothing") {
    const auto checklist = loaded(document(section(item("1", "6", R"(,"na":"renormalise")")), R"("full":100)"));
    Answers given;
    given.na["1"] = "无";
    const auto score = scoreAnswers(*checklist, given);
    CHECK(score->points == 0);
    CHECK(score->max == 0);
    CHECK(score->grade == "poor");
}

TEST_CASE("grades test sections, counts and percentages by exact multiplication") {
    const auto with = [](const std::string& when) {
        std::string text = document(
            sectionOf("a", item("1", "3", R"(,"key":true,"finding":{"text":"F","severity":"major","days":1})") + "," +
                               item("2", "3")) +
                "," + sectionOf("b", item("3", "3")),
            "");
        const auto from = text.find("\"grades\":") + 9;
        return loaded(text.replace(from, text.find(",\n\"scoring\"") - from,
                                   R"([{"id":"yes","label":"Y","tone":"pass","when":[)" + when +
                                       R"(]},{"id":"no","label":"N","tone":"fail"}])"));
    };
    const auto grade = [&](const std::string& when, const char* one, const char* two, const char* three) {
        return scoreAnswers(*with(when), answers({{"q1", one}, {"q2", two}, {"q3", three}}))->grade;
    };
    CHECK(grade(R"({"percent":{"min":66.666}})", "pass", "pass", "fail") == "yes");
    CHECK(grade(R"({"percent":{"min":66.667}})", "pass", "pass", "fail") == "no");
    CHECK(grade(R"({"points":{"min":6,"max":6}})", "pass", "pass", "fail") == "yes");
    CHECK(grade(R"({"sections":{"*":{"min":50}}})", "pass", "fail", "fail") == "no");
    CHECK(grade(R"({"sections":{"a":{"min":50}}})", "pass", "fail", "fail") == "yes");
    CHECK(grade(R"({"keyFailed":{"max":0}})", "fail", "pass", "pass") == "no");
    CHECK(grade(R"({"keyFailed":{"max":0}})", "part", "pass", "pass") == "yes");
    CHECK(grade(R"({"majorFailed":{"max":0}})", "part", "pass", "pass") == "no");
    CHECK(grade(R"({"failed":{"max":0},"part":{"max":1}})", "part", "pass", "pass") == "yes");
    CHECK(grade(R"({"failed":{"min":2}},{"part":{"min":2}})", "part", "part", "pass") == "yes");
    CHECK(grade(R"({"failed":{"min":2}},{"part":{"min":2}})", "part", "fail", "pass") == "no");
}

TEST_CASE("the record's score has exactly its members, and items say only what is not usual") {
    const auto checklist = loaded(document(kTwoSections));
    const auto score = scoreAnswers(*checklist, answers({{"q1", "pass"}, {"q2", "part"}, {"q3", "fail"}}));
    CHECK(
        toText(toJson(*score)) ==
        R"({"points":8000,"max":20000,"grade":"vetoed","vetoes":["3"],"sections":[{"id":"a","points":8000,"max":10000},{"id":"b","points":0,"max":10000}],"items":[{"id":"1","verdict":"pass","max":6000},)"
        R"({"id":"2","verdict":"part","points":2000,"max":4000},{"id":"3","verdict":"fail","points":0,"max":10000}]})");
    const auto full = toFullJson(*score);
    CHECK(full.at("items").as_array().size() == 3);
    CHECK(full.at("items").as_array()[1].at("verdict") == "part");
    CHECK(full.at("items").as_array()[1].at("explanation").at("zh") == "得 2 分 = 4 × 0.5（部分）");
}

TEST_CASE("a stated score is accepted only where it is the computed one, and the first difference is named") {
    const auto checklist = loaded(document(kTwoSections));
    const auto score = scoreAnswers(*checklist, answers({{"q1", "pass"}, {"q2", "part"}, {"q3", "fail"}}));
    const json::object good = toJson(*score);
    CHECK(checkStatedScore(good, *score));
    const auto difference = [&](const char* member, json::value value) {
        json::object changed = good;
        changed[member] = std::move(value);
        const auto result = checkStatedScore(changed, *score);
        return result ? std::string("same") : result.error().code + " " + result.error().detail;
    };
    CHECK_THAT(difference("points", 8001),
               Catch::StartsWith("bad_score") && Catch::EndsWith("score.points is stated as 8001, it is 8000"));
    CHECK_THAT(difference("points", 8000.0), Catch::Contains("score.points"));
    CHECK_THAT(difference("points", "8000"), Catch::Contains("score.points"));
    CHECK_THAT(difference("grade", "good"), Catch::EndsWith("score.grade is stated as \"good\", it is \"vetoed\""));
    CHECK_THAT(difference("vetoes", json::array{}), Catch::Contains("score.vetoes is stated as [], it is [\"3\"]"));
    CHECK_THAT(difference("sections", json::array{}), Catch::Contains("score.sections"));
    CHECK_THAT(difference("sections", nullptr), Catch::Contains("score.sections"));
    json::array sections = good.at("sections").as_array();
    sections[1].as_object()["max"] = 9;
    CHECK_THAT(difference("sections", sections), Catch::Contains("score.sections[1].max is stated as 9, it is 10000"));
    json::object without = good;
    without.erase("max");
    CHECK_THAT(checkStatedScore(without, *score).error().detail, Catch::Contains("score.max is stated as nothing"));
    CHECK(difference("note", "later members are not ours to judge") == "same");
    CHECK_THAT(difference("bonus", 0), Catch::EndsWith("score.bonus is stated as 0, it is nothing"));
    CHECK_THAT(difference("blocked", json::array{"1"}), Catch::Contains("score.blocked is stated as [\"1\"]"));
}

TEST_CASE("stated items are the computed ones, or the item and the member are named") {
    const auto checklist = loaded(document(kTwoSections));
    const auto score = scoreAnswers(*checklist, answers({{"q1", "pass"}, {"q2", "part"}, {"q3", "fail"}}));
    const json::object good = toJson(*score);
    const auto said = [&](const std::function<void(json::array&)>& change) {
        json::object changed = good;
        change(changed["items"].as_array());
        const auto result = checkStatedScore(changed, *score);
        return result ? std::string("same") : result.error().code + " " + result.error().detail;
    };
    const auto with = [&](std::size_t item, const char* member, json::value value) {
        return said([&](json::array& items) { items[item].as_object()[member] = std::move(value); });
    };
    const auto without = [&](std::size_t item, const char* member) {
        return said([&](json::array& items) { items[item].as_object().erase(member); });
    };
    CHECK_THAT(with(1, "verdict", "pass"),
               Catch::StartsWith("bad_score") &&
                   Catch::EndsWith("score.items[1] (item 2).verdict is stated as \"pass\", it is \"part\""));
    CHECK_THAT(with(1, "points", 2001), Catch::EndsWith("(item 2).points is stated as 2001, it is 2000"));
    CHECK_THAT(with(1, "points", 2000.0), Catch::Contains("(item 2).points"));
    CHECK_THAT(with(0, "max", 5000), Catch::Contains("(item 1).max is stated as 5000, it is 6000"));
    CHECK_THAT(with(2, "id", "2"), Catch::Contains("(item 3).id is stated as \"2\", it is \"3\""));
    CHECK_THAT(without(2, "points"), Catch::Contains("(item 3).points is stated as nothing, it is 0"));
    CHECK_THAT(without(0, "verdict"), Catch::Contains("(item 1).verdict is stated as nothing"));
    CHECK_THAT(without(0, "max"), Catch::Contains("(item 1).max is stated as nothing"));
    // What has its usual worth may be said as well.
    CHECK(with(0, "points", 6000) == "same");
    CHECK(with(0, "seen", "later members are not ours to judge") == "same");
    CHECK_THAT(said([](json::array& items) { items.pop_back(); }),
               Catch::EndsWith("the number of score.items is stated as 2, it is 3"));
    CHECK_THAT(said([](json::array& items) { items.push_back(items[0]); }), Catch::Contains("stated as 4, it is 3"));
    CHECK_THAT(said([](json::array& items) { std::swap(items[0], items[1]); }), Catch::Contains("(item 1).id"));
    CHECK_THAT(said([](json::array& items) { items[1] = "2"; }), Catch::Contains("score.items[1] (item 2)"));
    json::object other = good;
    other["items"] = "all";
    CHECK_THAT(checkStatedScore(other, *score).error().detail, Catch::Contains("score.items is stated as \"all\""));
    other.erase("items");
    CHECK(checkStatedScore(other, *score));  // as records were before the items were signed
}

TEST_CASE("an item that is not relevant is not stated, one that nobody answered is") {
    const auto checklist = loaded(document(section(
        R"({"id":"1","text":"A","points":4,"na":"renormalise","questions":[{"id":"q1","type":"select_one","choices":"three","label":"Q"}]},)"
        R"({"id":"2","text":"B","points":4,"relevant":"${q1} = 'fail'","questions":[{"id":"q2","type":"select_one","choices":"three","label":"Q"}]},)"
        R"({"id":"3","text":"C","points":0,"advisory":true,"questions":[{"id":"q3","type":"select_one","choices":"three","label":"Q"}]})")));
    const auto score = scoreAnswers(*checklist, answers({{"q1", "pass"}}));
    REQUIRE(score);
    CHECK(toText(toJson(*score).at("items")) ==
          R"([{"id":"1","verdict":"pass","max":4000},{"id":"3","verdict":"unanswered"}])");
    auto spared = answers({});
    spared.na["1"] = "no field";
    CHECK(toText(toJson(*scoreAnswers(*checklist, spared)).at("items")) ==
          R"([{"id":"1","verdict":"na"},{"id":"3","verdict":"unanswered"}])");
}

TEST_CASE("answers that cannot be are refused with what is allowed") {
    const auto checklist = loaded(document(section(
        R"({"id":"1","text":"A","points":1,"rule":"record","points":0,"na":"renormalise","questions":[{"id":"one","type":"select_one","choices":"three","label":"Q"},)"
        R"({"id":"many","type":"select_multiple","choices":"three","label":"Q"},{"id":"whole","type":"integer","label":"Q"},{"id":"dec","type":"decimal","label":"Q"},{"id":"day","type":"date","label":"Q"},)"
        R"({"id":"txt","type":"text","label":"Q"},{"id":"img","type":"image","label":"Q"},{"id":"calc","type":"calculate","label":"Q","calculation":"1"},{"id":"hint","type":"note","label":"Q"}]})")));
    const auto [question, value, code, part] = GENERATE(table<const char*, std::string, const char*, const char*>({
        {"oen", "pass", "unknown_question", "there is no question \"oen\" in checklist t; did you mean \"one\"?"},
        {"one", "yes", "bad_choice", "\"yes\" cannot be the answer to \"one\": allowed are pass, part, fail"},
        {"one", "pas", "bad_choice", "did you mean \"pass\"?"},
        {"one", "pass fail", "bad_choice", "allowed are"},
        {"many", "pass nope", "bad_choice", "\"nope\" cannot be"},
        {"whole", "1.5", "bad_number", "a whole number is wanted"},
        {"whole", "one", "bad_number", "a number of at most 15 digits is wanted"},
        {"dec", "1e5", "bad_number", "e.g. 12.5"},
        {"dec", "12345678901234567", "bad_number", "at most 15 digits"},
        {"day", "2026-02-30", "bad_date", "a day as YYYY-MM-DD is wanted"},
        {"day", "22.11.2026", "bad_date", "YYYY-MM-DD"},
        {"txt", std::string("a\0b", 3), "bad_value", "without control characters"},
        {"txt", "\xC3\x28", "bad_value", "UTF-8"},
        {"txt", std::string(65'537, 'x'), "bad_value", "at most 65536 bytes"},
        {"img", "photo.jpg", "bad_value", "SHA-256"},
        {"calc", "1", "read_only", "is calculated and takes no answer"},
        {"hint", "1", "read_only", "is a note and takes no answer"},
    }));
    const auto refused = scoreAnswers(*checklist, answers({{question, value}}));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == code);
    CHECK_THAT(refused.error().detail, Catch::Contains(part));
}

TEST_CASE("all refused answers are named, and items must exist") {
    const auto checklist = loaded(document(kTwoSections));
    Answers given = answers({{"q1", "x"}, {"q9", "pass"}});
    given.na["7"] = "无";
    given.na["1"] = "  ";
    given.notes["8"] = "n";
    const auto refused = scoreAnswers(*checklist, given);
    REQUIRE_FALSE(refused);
    CHECK(std::count(refused.error().detail.begin(), refused.error().detail.end(), '\n') == 4);
    CHECK_THAT(refused.error().detail, Catch::Contains("there is no item \"7\"") &&
                                           Catch::Contains("needs a reason: item 1") &&
                                           Catch::Contains("there is no item \"8\""));
}

TEST_CASE("answers read from a record's body and write themselves back") {
    const auto body = parseJson(R"({"kind":"supervision","answers":{"a":"1"},"na":{"2":"无"},"findings":[]})");
    const auto read = Answers::fromJson(body->as_object());
    REQUIRE(read);
    CHECK(toText(read->toJson()) == R"({"answers":{"a":"1"},"na":{"2":"无"},"notes":{}})");
    CHECK(Answers::fromJson(read->toJson()) == *read);
    for (const char* bad :
         {R"({"answers":[]})", R"({"answers":{"a":1}})", R"({"na":{"a":null}})", R"({"notes":"x"})"}) {
        const auto refused = Answers::fromJson(parseJson(bad)->as_object());
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == "bad_answers");
    }
    CHECK_THAT(Answers::fromJson(parseJson(R"({"answers":{"a":1}})")->as_object()).error().detail,
               Catch::Contains("\"answers.a\" must be text, in quotation marks"));
}
