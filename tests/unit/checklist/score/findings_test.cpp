#include "shared/checklist/score/findings.h"
#include "tests/unit/checklist/small_checklist.h"

using namespace plumb;
using namespace plumb::checklist;
using namespace plumb::checklist::test;

TEST_CASE("failed and partly failed items offer findings with measured values, severity and due date") {
    const auto checklist = loaded(document(section(
        R"({"id":"1","text":"A","points":4,"rule":"limits","finding":{"text":{"zh":"测得 ${v}，${k}","en":"Measured ${v}, ${k}"},"severity":"critical","days":7},"questions":[{"id":"v","type":"decimal","label":"V","limits":{"max":1}},{"id":"k","type":"select_one","choices":"yn","label":"K"}]},)"
        R"({"id":"2","text":{"zh":"记录","en":"Records"},"points":4,"key":true,"questions":[{"id":"r","type":"select_one","choices":"three","label":"R"}]},)"
        R"({"id":"3","text":"C","points":4,"na":"renormalise","finding":{"text":"F","severity":"minor","days":0},"questions":[{"id":"c","type":"select_one","choices":"three","label":"C"}]})")));
    Answers given = answers({{"v", "2.50"}, {"k", "no"}, {"r", "part"}, {"c", "fail"}});
    const auto findings = findingsOf(*checklist, given, "2026-12-28");
    REQUIRE(findings);
    REQUIRE(findings->size() == 3);
    CHECK(findings->at(0).text.in("zh") == "测得 2.5，否");
    CHECK(findings->at(0).text.in("en") == "Measured 2.5, 否");
    CHECK(findings->at(0).severity == Severity::critical);
    CHECK(findings->at(0).due == "2027-01-04");
    CHECK(findings->at(1).text.in("en") == "Records");
    CHECK(findings->at(1).severity == Severity::major);
    CHECK(findings->at(2).due == "2026-12-28");
    given.na["3"] = "无";
    CHECK(findingsOf(*checklist, given, "2026-12-28")->size() == 2);
    given.values["r"] = "pass";
    CHECK(findingsOf(*checklist, given, "2026-12-28")->size() == 1);
    CHECK(findingsOf(*checklist, given, "tomorrow").error().code == "bad_date");
}
