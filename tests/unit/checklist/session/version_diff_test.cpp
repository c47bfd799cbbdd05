// A draft meets a newer version of its checklist.
#include "shared/checklist/session/version_diff.h"
#include "tests/unit/checklist/points_form.h"

using namespace plumb;
using namespace plumb::checklist;
using namespace plumb::checklist::test;

namespace {

std::string kindsOf(const VersionDiff& diff) {
    std::string out;
    for (const auto& change : diff.changes) out += std::string(changeName(change.kind)) + ":" + change.id + " ";
    return out;
}
std::string itemWith(const std::string& id, const std::string& text, const std::string& questions,
                     const std::string& rule = R"("record")", const std::string& points = "0") {
    return R"({"id":")" + id + R"(","text":")" + text + R"(","points":)" + points + R"(,"rule":)" + rule +
           R"(,"questions":[)" + questions + "]}";
}

}  // namespace

TEST_CASE("an unchanged version keeps every answer, reason, note and fact") {
    const std::string facts = R"("facts":[{"id":"f","type":"text","label":"F"}],)";
    const auto checklist = loaded(formOf(
        sectionWith("s", choiceItem("1", R"(,"points":4)") + "," + choiceItem("2", R"(,"points":4,"na":"full")")), "",
        kGrades, facts));
    Answers given = answers({{"q1", "part"}});
    given.na["2"] = "无";
    given.notes["1"] = "看过";
    given.facts["f"] = "x";
    const auto diff = diffVersions(*checklist, *checklist, given);
    CHECK(kindsOf(diff) == "kept:f kept:q1 kept:1 kept:2 ");
    CHECK(diff.carried == given);
    CHECK(diff.count(VersionChange::Kind::kept) == 4);
}

TEST_CASE("what is gone is dropped, what is new is named, what means something else is to be confirmed") {
    const auto from = loaded(formOf(sectionWith(
        "s",
        itemWith(
            "1", "T",
            number("a") + "," + number("b", R"(,"limits":{"min":5})") +
                R"(,{"id":"c","type":"text","label":"C"},{"id":"d","type":"select_one","choices":"three","label":"D"},{"id":"e","type":"text","label":"E"})") +
            "," + choiceItem("2", R"(,"points":4)") + "," + choiceItem("3", R"(,"points":4,"na":"full")"))));
    const auto to = loaded(formOf(sectionWith(
        "s",
        itemWith(
            "1", "T",
            number("a") + "," + number("b", R"(,"limits":{"min":6})") +
                R"(,{"id":"c","type":"integer","label":"C"},{"id":"d","type":"select_one","choices":[{"name":"pass","label":"另","verdict":"pass"}],"label":"D"},{"id":"new","type":"text","label":"N"})") +
            "," + choiceItem("2", R"(,"points":8)") + "," + choiceItem("3", R"(,"points":4)"))));
    Answers given = answers({{"a", "1"}, {"b", "5"}, {"c", "words"}, {"d", "pass"}, {"e", "lost"}, {"q2", "pass"}});
    given.na["3"] = "无";
    const auto diff = diffVersions(*from, *to, given);
    CHECK(kindsOf(diff) == "kept:a changed:b dropped:c changed:d added:new changed:q2 dropped:3 dropped:e ");
    CHECK(diff.carried.values ==
          std::map<std::string, std::string>{{"a", "1"}, {"b", "5"}, {"d", "pass"}, {"q2", "pass"}});
    CHECK(diff.carried.na.empty());
    const auto reason = [&](const std::string& id) {
        for (const auto& change : diff.changes) {
            if (change.id == id) return change.reason.in("en");
        }
        return std::string("none");
    };
    CHECK(reason("b") == "The limits have changed");
    CHECK(reason("d") == "The wording of the choice has changed");
    CHECK(reason("q2") == "How the item is scored has changed");
    CHECK(reason("3") == "\"Not applicable\" cannot be said any more");
    CHECK(reason("e") == "It is not in the newer version");
    CHECK(scoreAnswers(*to, diff.carried));  // the newer version can begin with what is carried
}
