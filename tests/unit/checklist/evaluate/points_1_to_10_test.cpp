// Points 1 to 10 of what a scoring engine must express, one test each.
#include "tests/unit/checklist/points_form.h"

using namespace plumb;
using namespace plumb::checklist;
using namespace plumb::checklist::test;

TEST_CASE("point 1: points are exact thousandths, rounded half up only where a whole is brought to the full") {
    const auto checklist = loaded(
        formOf(sectionWith("s", choiceItem("1", R"(,"points":0.333)") + "," + choiceItem("2", R"(,"points":0.334)") +
                                    "," + choiceItem("3", R"(,"points":0.333)")),
               R"("full":100)"));
    const auto score = scored(*checklist, answers({{"q1", "pass"}, {"q2", "part"}, {"q3", "fail"}}));
    CHECK(score.earned == 500);
    CHECK(score.points == 50'000);
    const auto third =
        loaded(formOf(sectionWith("s", choiceItem("1", R"(,"points":1)") + "," + choiceItem("2", R"(,"points":2)")),
                      R"("full":100)"));
    CHECK(scored(*third, answers({{"q1", "pass"}, {"q2", "fail"}})).points == 33'333);
    CHECK(scored(*third, answers({{"q1", "fail"}, {"q2", "pass"}})).points == 66'667);
}

TEST_CASE("point 2: in a tree of sections, sub-sections and items weights are multiplied at each level") {
    const auto checklist = loaded(formOf(
        R"({"id":"a","title":"A","weight":0.6,"sections":[)" +
            sectionWith("a1", choiceItem("1", R"(,"weight":0.25)") + "," + choiceItem("2", R"(,"weight":0.75)"),
                        R"(,"weight":0.5)") +
            "," +
            sectionWith(
                "a2",
                ruledItem(
                    "3", "10",
                    R"({"kind":"band","of":"n","bands":[{"min":9,"points":10},{"min":5,"points":6},{"points":0}]})",
                    number("n")),
                R"(,"weight":0.5)") +
            "]}," +
            sectionWith("b", choiceItem("4", R"(,"points":30)") + "," + choiceItem("5", R"(,"points":70)"),
                        R"(,"weight":0.4)"),
        R"("full":100)"));
    CHECK(checklist->item("1")->worth == 7'500);
    CHECK(checklist->item("2")->worth == 22'500);
    CHECK(checklist->item("3")->worth == 30'000);
    CHECK(checklist->item("4")->worth == 12'000);
    CHECK(checklist->item("5")->worth == 28'000);
    const auto score =
        scored(*checklist, answers({{"q1", "pass"}, {"q2", "part"}, {"n", "6"}, {"q4", "pass"}, {"q5", "fail"}}));
    CHECK(score.points == 7'500 + 11'250 + 18'000 + 12'000);
    REQUIRE(score.sections.size() == 4);
    CHECK(score.sections[0].id == "a");
    CHECK(score.sections[0].points == 36'750);
    CHECK(score.sections[0].max == 60'000);
    CHECK(score.sections[1].points == 18'750);
    CHECK(itemOf(score, "3").explanation.in("zh") == "得 18 分 = 30 × 6 ÷ 10，其中 6：n 6（≥ 5 档）");
    CHECK(itemOf(score, "2").explanation.in("en") == "11.25 points = 22.5 × 50 ÷ 100, of which 50 = 100 × 0.5 (部分)");
}

TEST_CASE("point 2: absolute points add up through sub-sections, which can be relevant or not as a whole") {
    const auto checklist =
        loaded(formOf(R"({"id":"a","title":"A","items":[)" + choiceItem("1", R"(,"points":4)") + R"(],"sections":[)" +
                      sectionWith("a1", choiceItem("2", R"(,"points":6)"), R"(,"relevant":"${q1} != 'fail'")") + "]}"));
    auto score = scored(*checklist, answers({{"q1", "pass"}, {"q2", "part"}}));
    CHECK(score.sections[0].points == 7'000);
    CHECK(score.sections[0].max == 10'000);
    CHECK(score.sections[1].points == 3'000);
    score = scored(*checklist, answers({{"q1", "fail"}, {"q2", "part"}}));
    CHECK(score.sections[0].max == 4'000);
    CHECK(itemOf(score, "2").verdict == Verdict::notRelevant);
}

TEST_CASE("point 2: weights that do not come to 1, or that no total can hold, are refused") {
    const auto problem = [](const std::string& text) {
        const auto result = loadChecklist(text);
        return result ? "loaded" : result.error().detail;
    };
    CHECK_THAT(problem(formOf(sectionWith("a", choiceItem("1", R"(,"weight":1)"), R"(,"weight":0.6)"))),
               Catch::Contains("the weights of the sections are 0.6 together, and must be 1"));
    CHECK_THAT(
        problem(formOf(sectionWith("a", choiceItem("1", R"(,"weight":0.5)") + "," + choiceItem("2", R"(,"weight":0.4)"),
                                   R"(,"weight":1)"))),
        Catch::Contains("sections[0]: the weights in it are 0.9 together"));
    CHECK_THAT(
        problem(formOf(sectionWith("a", choiceItem("1", R"(,"weight":0.5)") + "," + choiceItem("2", R"(,"points":4)"),
                                   R"(,"weight":1)"))),
        Catch::Contains("some parts have a weight and some have none"));
    CHECK_THAT(problem(formOf(sectionWith("a", choiceItem("1", R"(,"weight":1)")))),
               Catch::Contains("sections[0]: has no weight"));
    const std::string fine =
        sectionWith("a", choiceItem("1", R"(,"weight":0.000001)") + "," + choiceItem("2", R"(,"weight":0.999999)"),
                    R"(,"weight":0.000001)") +
        "," + sectionWith("b", choiceItem("3", R"(,"weight":1)"), R"(,"weight":0.999999)");
    CHECK_THAT(problem(formOf(fine, R"("full":100)")), Catch::Contains("use fewer decimals in the weights"));
}

TEST_CASE(
    "point 2: 0.2 \u00d7 0.3 \u00d7 0.5 is multiplied exactly, also where it is finer than a thousandth of a point") {
    const auto tree = [](const std::string& a, const std::string& a1, const std::string& one, const std::string& two,
                         const std::string& a2, const std::string& b) {
        return R"({"id":"a","title":"A","weight":)" + a + R"(,"sections":[)" +
               sectionWith("a1", choiceItem("1", ",\"weight\":" + one) + "," + choiceItem("2", ",\"weight\":" + two),
                           ",\"weight\":" + a1) +
               "," + sectionWith("a2", choiceItem("3", R"(,"weight":1)"), ",\"weight\":" + a2) + "]}," +
               sectionWith("b", choiceItem("4", R"(,"weight":1)"), ",\"weight\":" + b);
    };
    const auto coarse = loaded(formOf(tree("0.2", "0.3", "0.5", "0.5", "0.7", "0.8"), R"("full":100)"));
    auto score = scored(*coarse, answers({{"q1", "pass"}, {"q2", "fail"}, {"q3", "fail"}, {"q4", "fail"}}));
    CHECK(score.points == 3'000);
    CHECK(score.max == 100'000);
    CHECK(itemOf(score, "1").max == 3'000);
    // 0.15 × 0.15 × 0.15 of 100 is 0.3375: twice the base holds it in thousandths, and the total is 100 all the same.
    const auto finer = loaded(formOf(tree("0.15", "0.15", "0.15", "0.85", "0.85", "0.85"), R"("full":100)"));
    score = scored(*finer, answers({{"q1", "pass"}, {"q2", "fail"}, {"q3", "fail"}, {"q4", "fail"}}));
    CHECK(score.max == 100'000);
    CHECK(score.points == 338);  // rounded once, at the end
    score = scored(*finer, answers({{"q1", "pass"}, {"q2", "pass"}, {"q3", "pass"}, {"q4", "fail"}}));
    CHECK(score.points == 15'000);
    // Absolute points inside a weighted section are shares of it: a third is a third.
    const auto thirds =
        loaded(formOf(sectionWith("a",
                                  choiceItem("1", R"(,"points":5)") + "," + choiceItem("2", R"(,"points":5)") + "," +
                                      choiceItem("3", R"(,"points":5)"),
                                  R"(,"weight":0.2)") +
                          "," + sectionWith("b", choiceItem("4", R"(,"weight":1)"), R"(,"weight":0.8)"),
                      R"("full":100)"));
    score = scored(*thirds, answers({{"q1", "pass"}, {"q2", "pass"}, {"q3", "pass"}, {"q4", "fail"}}));
    CHECK(score.points == 20'000);
    score = scored(*thirds, answers({{"q1", "pass"}, {"q2", "fail"}, {"q3", "fail"}, {"q4", "fail"}}));
    CHECK(score.points == 6'667);
}

TEST_CASE("point 3: days between two dates are judged by limits and bands") {
    const std::string dates = R"({"id":"from","type":"date","label":"F"},{"id":"to","type":"date","label":"T"})";
    const auto limits = loaded(formOf(
        sectionWith("s", ruledItem("1", "6", R"({"kind":"within","of":{"days":["from","to"]},"min":7})", dates))));
    auto score = scored(*limits, answers({{"from", "2026-02-26"}, {"to", "2026-03-05"}}));
    CHECK(itemOf(score, "1").verdict == Verdict::pass);
    score = scored(*limits, answers({{"from", "2026-02-26"}, {"to", "2026-03-04"}}));
    CHECK(itemOf(score, "1").points == 0);
    CHECK(itemOf(score, "1").explanation.in("zh") ==
          "得 0 分：2026-02-26 至 2026-03-04，相隔 6 天，要求 ≥ 7 天，低于要求");
    CHECK(itemOf(score, "1").explanation.in("en") ==
          "0 points: 2026-02-26 to 2026-03-04, 6 days, required ≥ 7 days, which is below");
    const auto bands = loaded(formOf(sectionWith(
        "s",
        ruledItem(
            "1", "6",
            R"({"kind":"band","of":{"days":["from","to"]},"bands":[{"max":10,"points":6},{"max":20,"points":3},{"points":0}]})",
            dates))));
    CHECK(scored(*bands, answers({{"from", "2026-01-01"}, {"to", "2026-01-16"}})).points == 3'000);
    CHECK(itemOf(scored(*bands, answers({{"from", "2026-01-01"}})), "1").verdict == Verdict::unanswered);
}

TEST_CASE("point 3: several samples count by mean, least, greatest, sum and pass rate, as exact fractions") {
    const auto with = [](const std::string& measure, const std::string& rule) {
        const std::string three = number("a", R"(,"required":false)") + "," + number("b", R"(,"required":false)") +
                                  "," + number("c", R"(,"required":false)");
        return loaded(formOf(
            sectionWith("s", ruledItem("1", "6", R"({"kind":"within","of":)" + measure + "," + rule + "}", three))));
    };
    const auto verdict = [&](const std::string& measure, const std::string& rule, const char* a, const char* b,
                             const char* c) {
        return itemOf(scored(*with(measure, rule), answers({{"a", a}, {"b", b}, {"c", c}})), "1").verdict;
    };
    const std::string mean = R"({"mean":["a","b","c"]})";
    CHECK(verdict(mean, R"("min":0.010)", "0.009", "0.010", "0.011") == Verdict::pass);
    CHECK(verdict(mean, R"("min":0.010)", "0.009", "0.010", "0.010999999999999") == Verdict::fail);
    CHECK(verdict(mean, R"("max":1.333333333333333)", "1", "1", "2") == Verdict::fail);  // 4/3 is more
    CHECK(verdict(R"({"min":["a","b","c"]})", R"("min":2)", "2", "3", "4") == Verdict::pass);
    CHECK(verdict(R"({"max":["a","b","c"]})", R"("below":4)", "2", "3", "4") == Verdict::fail);
    CHECK(verdict(R"({"sum":["a","b","c"]})", R"("min":9,"max":9)", "2", "3", "4") == Verdict::pass);
    const std::string rate = R"({"passRate":["a","b","c"],"within":{"min":0.01}})";
    CHECK(verdict(rate, R"("min":66.6)", "0.01", "0.02", "0.009") == Verdict::pass);
    CHECK(verdict(rate, R"("min":66.7)", "0.01", "0.02", "0.009") == Verdict::fail);
    CHECK(verdict(mean, R"("min":1)", "1", "2", "") == Verdict::unanswered);  // all are needed
    CHECK(verdict(R"({"mean":["a","b","c"],"needed":2})", R"("min":1.5,"max":1.5)", "1", "2", "") == Verdict::pass);
    const auto score = scored(*with(rate, R"("min":95)"), answers({{"a", "1"}, {"b", "2"}, {"c", "0"}}));
    CHECK(score.items[0].explanation.in("zh") == "得 0 分：合格率 66.667 %（2 / 3），要求 ≥ 95 %，低于要求");
    CHECK(score.items[0].explanation.in("en") ==
          "0 points: pass rate 66.667 % (2 / 3), required ≥ 95 %, which is below");
}

TEST_CASE("point 3: a pass rate over choices feeds bands and ratios") {
    std::string questions;
    for (const char* id : {"a", "b", "c", "d"})
        questions += std::string(questions.empty() ? "" : ",") + R"({"id":")" + id +
                     R"(","type":"select_one","choices":"three","label":"Q"})";
    const auto checklist = loaded(formOf(sectionWith(
        "s", ruledItem("1", "10", R"({"kind":"ratio","of":{"passRate":["a","b","c","d"]},"target":80,"below":0.5})",
                       questions))));
    CHECK(scored(*checklist, answers({{"a", "pass"}, {"b", "pass"}, {"c", "pass"}, {"d", "part"}})).points ==
          9'375);  // 75 ÷ 80
    CHECK(scored(*checklist, answers({{"a", "pass"}, {"b", "fail"}, {"c", "fail"}, {"d", "part"}})).points ==
          0);  // 25 ÷ 80 < 0.5
}

TEST_CASE("point 4: deductions are capped by reason and by item, and never go below 0") {
    const std::string questions =
        R"({"id":"r","type":"integer","label":"记录"},{"id":"t","type":"select_multiple","required":false,"label":"标签","choices":[{"name":"x","label":"缺批号","deduct":2},{"name":"y","label":"缺日期"}]})";
    const auto with = [&](const std::string& most) {
        return loaded(formOf(sectionWith(
            "s",
            ruledItem("1", "6",
                      R"({"kind":"deduct","reasons":[{"of":"r","each":0.5,"most":2},{"of":"t","each":1,"most":2.5}])" +
                          most + "}",
                      questions))));
    };
    const auto capped = with(R"(,"most":4)");
    CHECK(scored(*capped, answers({{"r", "3"}})).points == 4'500);
    CHECK(scored(*capped, answers({{"r", "9"}})).points == 4'000);
    const auto score = scored(*capped, answers({{"r", "9"}, {"t", "x y"}}));
    CHECK(score.points == 2'000);
    CHECK(score.items[0].explanation.in("zh") ==
          "得 2 分 = 6 − 2 − 2.5（记录：以 2 为限；标签：缺批号、缺日期；以 2.5 为限；共扣以 4 为限）");
    CHECK(scored(*with(""), answers({{"r", "9"}, {"t", "x y"}})).points == 1'500);
    CHECK(scored(*with(""), answers({{"r", "0"}})).items[0].explanation.in("en") == "6 points: nothing deducted");
    const auto plain = loaded(formOf(sectionWith("s", ruledItem("1", "6", R"({"kind":"deduct","of":"n","each":1})",
                                                                R"({"id":"n","type":"integer","label":"N"})"))));
    CHECK(scored(*plain, answers({{"n", "2"}})).items[0].explanation.in("zh") == "得 4 分 = 6 − 1 × 2");
    CHECK(scored(*plain, answers({{"n", "99"}})).points == 0);
    CHECK(scored(*plain, answers({{"n", "999999999999999"}})).points == 0);
}

TEST_CASE("point 5: a ratio earns min(1, actual ÷ target), with a cliff to zero") {
    const auto checklist = loaded(formOf(
        sectionWith("s", ruledItem("1", "5", R"({"kind":"ratio","of":"a","target":100,"below":0.8})", number("a")))));
    CHECK(scored(*checklist, answers({{"a", "120"}})).points == 5'000);
    CHECK(scored(*checklist, answers({{"a", "90"}})).points == 4'500);
    CHECK(scored(*checklist, answers({{"a", "80"}})).points == 4'000);
    CHECK(scored(*checklist, answers({{"a", "79.999999"}})).points == 0);
    CHECK(scored(*checklist, answers({{"a", "90"}})).items[0].explanation.in("zh") == "得 4.5 分 = 5 × 90 ÷ 100");
}

TEST_CASE("point 6: bands say their unit and which side counts") {
    const auto checklist = loaded(formOf(sectionWith(
        "s",
        ruledItem(
            "1", "6",
            R"({"kind":"band","of":"ph","unit":"pH","bands":[{"min":5.5,"max":8.5,"points":6},{"above":8.5,"below":9,"points":2},{"points":0}]})",
            number("ph")))));
    CHECK(scored(*checklist, answers({{"ph", "8.5"}})).points == 6'000);
    CHECK(scored(*checklist, answers({{"ph", "8.50001"}})).points == 2'000);
    CHECK(scored(*checklist, answers({{"ph", "9"}})).points == 0);
    CHECK(scored(*checklist, answers({{"ph", "8.6"}})).items[0].explanation.in("zh") ==
          "得 2 分：ph 8.6（> 8.5，< 9 pH 档）");
}

TEST_CASE("point 6: an expired calibration holds back the signature, or is a warning, and never changes the score") {
    const auto with = [](const std::string& more) {
        return loaded(formOf(sectionWith(
            "s",
            ruledItem(
                "1", "6", R"({"kind":"within","of":"v","max":8})",
                R"({"id":"serial","type":"text","label":"编号"},{"id":"until","type":"date","label":"有效期"},)" +
                    number(
                        "v",
                        R"(,"instrument":{"name":{"zh":"酸度计","en":"pH meter"},"number":"serial","calibratedUntil":"until")" +
                            more + "}")))));
    };
    const auto given = answers({{"v", "7"}, {"serial", "A1"}, {"until", "2026-11-21"}});
    const auto blocks = with("");
    auto missing = missingOf(*blocks, given, {}, "2026-11-22");
    REQUIRE(missing->size() == 1);
    CHECK(missing->at(0).what == Missing::What::calibration);
    CHECK(missing->at(0).sentence.in("zh") == "“v”所用酸度计的校准已于 2026-11-21 到期");
    CHECK(missing->at(0).sentence.in("en") ==
          "The calibration of the instrument for “v” (pH meter) ended on 2026-11-21");
    CHECK(missingOf(*blocks, given, {}, "2026-11-21")->empty());
    const auto warns = with(R"(,"expired":"warning")");
    CHECK(missingOf(*warns, given, {}, "2026-11-22")->empty());
    const auto warnings = warningsOf(*warns, given, "2026-11-22");
    REQUIRE(warnings->size() == 1);
    CHECK(warnings->at(0).what == Warning::What::calibration);
    CHECK(scored(*blocks, given).points == 6'000);
    Session session(blocks, noon, given);
    CHECK(session.totals().missing == 1);
}

TEST_CASE("point 7: not applicable re-normalises, counts in full, leaves the percentages, or is forbidden") {
    const auto with = [](const std::string& na) {
        return loaded(formOf(sectionWith("s", choiceItem("1", R"(,"points":20,"na":")" + na + "\"") + "," +
                                                  choiceItem("2", R"(,"points":80)")),
                             R"("full":100)"));
    };
    Answers given = answers({{"q2", "part"}});
    given.na["1"] = "无灌溉";
    auto score = scored(*with("renormalise"), given);
    CHECK(score.points == 50'000);
    CHECK(score.explanation.in("zh") == "得 40 / 80，折合 50 / 100");
    score = scored(*with("full"), given);
    CHECK(score.points == 60'000);
    CHECK(itemOf(score, "1").explanation.in("en") == "Not applicable (无灌溉): counts in full, 20 points");
    score = scored(*with("outside"), given);
    CHECK(score.points == 40'000);
    CHECK(score.max == 100'000);
    CHECK(score.possible == 80'000);
    CHECK(score.grade == "poor");  // 50 %
    CHECK(itemOf(score, "1").explanation.in("zh") == "不适用（无灌溉）：20 分不计入得分率，总分不折算");
    given.values["q2"] = "pass";
    CHECK(scored(*with("outside"), given).grade == "good");  // 100 % of what applies
    const auto refused = scoreAnswers(*with("forbidden"), given);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "na_forbidden");
    given.na["1"] = " ";
    CHECK(scoreAnswers(*with("full"), given).error().code == "na_reason");
}

TEST_CASE("point 8: unanswered blocks signing, needed but absent is 0, and neither is not applicable") {
    const auto checklist = loaded(formOf(
        sectionWith(
            "s",
            R"({"id":"1","text":"T","points":20,"na":"full","questions":[{"id":"q1","type":"select_one","choices":"need","label":"Q"}]})"),
        R"("full":100)",
        R"([{"id":"lacking","label":"L","tone":"fail","when":[{"absent":{"min":1}}]},{"id":"fine","label":"F","tone":"pass"}])"));
    auto score = scored(*checklist, {});
    CHECK(itemOf(score, "1").verdict == Verdict::unanswered);
    CHECK_FALSE(score.complete);
    CHECK(missingOf(*checklist, {}, {})->size() == 1);
    score = scored(*checklist, answers({{"q1", "absent"}}));
    CHECK(itemOf(score, "1").verdict == Verdict::fail);
    CHECK(itemOf(score, "1").absent);
    CHECK(itemOf(score, "1").points == 0);
    CHECK(itemOf(score, "1").max == 20'000);
    CHECK(score.grade == "lacking");
    CHECK(itemOf(score, "1").explanation.in("en") == "0 points: 应有而无; needed but absent");
    Answers na;
    na.na["1"] = "依规定不需要";
    score = scored(*checklist, na);
    CHECK(itemOf(score, "1").points == 20'000);
    CHECK_FALSE(itemOf(score, "1").absent);
    CHECK(score.grade == "fine");
}

TEST_CASE("point 9: a veto fixes the grade") {
    const auto checklist = loaded(formOf(
        sectionWith("s", choiceItem("1", R"(,"points":1,"veto":true)") + "," + choiceItem("2", R"(,"points":99)")),
        R"("full":100,"veto":"poor")"));
    const auto score = scored(*checklist, answers({{"q1", "fail"}, {"q2", "pass"}}));
    CHECK(score.points == 99'000);
    CHECK(score.grade == "poor");
    CHECK(score.explanation.in("zh") == "得 99 / 100；否决项：1");
}

TEST_CASE("point 9: where a precondition for starting is not met nothing else is asked or counts") {
    const std::string grades =
        R"([{"id":"good","label":"G","tone":"pass","when":[{"percent":{"min":80}}]},{"id":"barred","label":"B","tone":"fail"}])";
    const auto checklist = loaded(formOf(sectionWith("s", choiceItem("p", R"(,"precondition":"start")") + "," +
                                                              choiceItem("1", R"(,"points":10,"veto":true)")),
                                         R"("full":100,"blocked":"barred","veto":"barred")", grades));
    Session session(checklist, noon);
    REQUIRE(session.setAnswer("q1", "pass"));
    REQUIRE(session.setAnswer("qp", "fail"));
    CHECK(session.totals().grade == "barred");
    CHECK(session.totals().complete);
    CHECK(session.totals().blocked == std::vector<std::string>{"p"});
    CHECK(session.item("1").verdict == Verdict::notRelevant);
    CHECK(session.item("1").explanation.in("en") == "A precondition is not met: not checked, it does not count");
    CHECK(session.missing().empty());
    CHECK(session.totals().explanation.in("zh") == "得 0 / 0，折合 0 / 0；前提未满足，不能开始检查：p");
    CHECK(toText(toJson(session.score())) == toText(toJson(scored(*checklist, session.answersToSign()))));
    REQUIRE(session.setAnswer("qp", "pass"));
    CHECK(session.item("1").verdict == Verdict::pass);
    CHECK(session.totals().points == 100'000);
    CHECK(session.totals().grade == "good");
}

TEST_CASE("point 9: where a precondition for grading is not met all is scored and there is no grade but that") {
    const std::string items = choiceItem("p", R"(,"precondition":"grade")") + "," + choiceItem("1", R"(,"points":10)");
    const auto given = answers({{"qp", "fail"}, {"q1", "pass"}});
    auto score = scored(*loaded(formOf(sectionWith("s", items), R"("full":100)")), given);
    CHECK(score.points == 100'000);
    CHECK(score.grade.empty());
    CHECK(score.blocked == std::vector<std::string>{"p"});
    CHECK(score.explanation.in("en") ==
          "10 / 10 points, brought to 100 / 100; cannot be graded, a precondition is not met: p");
    score = scored(*loaded(formOf(sectionWith("s", items), R"("full":100,"blocked":"poor")")), given);
    CHECK(score.grade == "poor");
}

TEST_CASE("point 9: a failed key item holds its section down to its floor, and a key item can ask for a least share") {
    const auto checklist = loaded(formOf(
        sectionWith("a", choiceItem("1", R"(,"points":10,"key":true)") + "," + choiceItem("2", R"(,"points":30)"),
                    R"(,"keyFloor":50)") +
        "," + sectionWith("b", choiceItem("3", R"(,"points":60)"))));
    auto score = scored(*checklist, answers({{"q1", "fail"}, {"q2", "pass"}, {"q3", "pass"}}));
    CHECK(score.sections[0].points == 20'000);
    CHECK(score.points == 80'000);
    CHECK(score.sections[0].explanation.in("zh") == "关键项不符合，得分受限（30 → 20）");
    score = scored(*checklist, answers({{"q1", "fail"}, {"q2", "part"}, {"q3", "pass"}}));
    CHECK(score.sections[0].points == 15'000);
    CHECK(score.sections[0].explanation.empty());
    const auto least = loaded(
        formOf(sectionWith("a",
                           ruledItem("1", "5", R"({"kind":"deduct","of":"n","each":1})",
                                     R"({"id":"n","type":"integer","label":"N"})", R"(,"key":true,"failsBelow":60)"),
                           R"(,"keyFloor":0)")));
    CHECK(itemOf(scored(*least, answers({{"n", "2"}})), "1").verdict == Verdict::part);
    score = scored(*least, answers({{"n", "3"}}));
    CHECK(itemOf(score, "1").verdict == Verdict::fail);
    CHECK(itemOf(score, "1").points == 2'000);
    CHECK(score.points == 0);
    CHECK(itemOf(score, "1").explanation.in("zh") == "得 2 分 = 5 − 1 × 3；低于该项分值的 60 %，按不符合计");
}

TEST_CASE(
    "point 10: bonus is capped per item, group and total, groups can be exclusive, and it counts towards the total "
    "only") {
    const auto bonus = [](const std::string& id, const std::string& points, const std::string& group) {
        return ruledItem(id, points, R"({"kind":"count","of":"n)" + id + R"(","each":2})",
                         R"({"id":"n)" + id + R"(","type":"integer","label":"N"})", R"(,"bonus":)" + group);
    };
    const std::string sections =
        sectionWith("s", choiceItem("1", R"(,"points":50)")) + "," +
        sectionWith("j", bonus("a", "4", "\"g\"") + "," + bonus("b", "4", "\"g\"") + "," + bonus("c", "2", "\"x\"") +
                             "," + bonus("d", "4", "\"x\"") + "," + bonus("e", "6", "true"));
    const std::string groups =
        R"("groups":[{"id":"g","label":{"zh":"标准","en":"Standards"},"most":5},{"id":"x","label":{"zh":"推广","en":"Spread"},"exclusive":true}])";
    const std::string grades =
        R"([{"id":"high","label":"H","tone":"pass","when":[{"base":{"min":100}},{"base":{"min":50},"total":{"min":58}}]},{"id":"low","label":"L","tone":"fail","when":[{"percent":{"max":50}}]},{"id":"none","label":"N","tone":"fail"}])";
    const auto with = [&](const std::string& more) {
        return loaded(formOf(sections, R"("full":100,"bonus":{)" + groups + more + "}", grades));
    };
    const auto total = [&](const std::string& more,
                           std::initializer_list<std::pair<const std::string, std::string>> given) {
        return scored(*with(more), answers(given));
    };
    CHECK(total("", {{"q1", "part"}}).points == 50'000);  // nobody has to claim it
    CHECK(total("", {{"q1", "part"}}).complete);
    CHECK(missingOf(*with(""), answers({{"q1", "part"}}), {})->empty());
    CHECK(total("", {{"q1", "part"}, {"na", "9"}}).bonus == 4'000);               // capped by the item
    CHECK(total("", {{"q1", "part"}, {"na", "2"}, {"nb", "2"}}).bonus == 5'000);  // capped by the group
    CHECK(total("", {{"q1", "part"}, {"nc", "1"}, {"nd", "2"}}).bonus == 4'000);  // the better of an exclusive group
    const auto all =
        total(R"(,"most":8)", {{"q1", "part"}, {"na", "2"}, {"nb", "2"}, {"nc", "1"}, {"nd", "2"}, {"ne", "3"}});
    CHECK(all.bonus == 8'000);
    CHECK(all.base == 50'000);
    CHECK(all.points == 58'000);
    CHECK(all.max == 108'000);
    CHECK(all.grade == "high");
    CHECK(all.earned == 25'000);
    CHECK(all.possible == 50'000);
    CHECK(all.sections[1].max == 0);  // in no section's percentage
    CHECK(all.explanation.in("zh") ==
          "得 25 / 50，折合 50 / 100；加 8 分（标准 8，以 5 为限；推广 6，只计最高一项 4；合计以 8 为限），总分 58");
    CHECK(all.explanation.in("en") ==
          "25 / 50 points, brought to 50 / 100; bonus 8 (Standards 8, at most 5; Spread 6, only the best, 4; at most 8 "
          "together), total 58");
    const auto capped = total(R"(,"most":8,"cappedAt":100)", {{"q1", "pass"}, {"ne", "1"}});
    CHECK(capped.points == 100'000);
    CHECK(capped.max == 100'000);
    CHECK(total("", {{"q1", "part"}, {"ne", "1"}}).grade == "low");  // 50 % of the base, whatever the bonus
    const auto fills = total(R"(,"counts":"base")", {{"q1", "part"}, {"ne", "1"}});
    CHECK(fills.base == 52'000);
    CHECK(fills.points == 52'000);
    CHECK(itemOf(all, "a").explanation.in("zh") == "加 4 分 = 2 × 2");
    CHECK(toText(toJson(capped)).find(R"("base":100000,"bonus":2000)") != std::string::npos);
}
