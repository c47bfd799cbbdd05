// Points 11 to 20 of what a scoring engine must express, one test each.
#include "shared/checklist/score/panel.h"
#include "shared/checklist/score/recheck.h"
#include "tests/unit/checklist/points_form.h"

using namespace plumb;
using namespace plumb::checklist;
using namespace plumb::checklist::test;

namespace {

std::string gap(const std::string& level, int count, int from = 1) {
    std::string out;
    for (int i = 0; i < count; ++i) {
        const std::string id = level + "_" + std::to_string(from + i);
        out += (out.empty() ? "" : ",") + choiceItem(id, R"(,"level":")" + level + R"(","na":"outside")");
    }
    return out;
}
const std::string kLevels =
    R"("levels":[{"id":"L1","label":{"zh":"一级控制点","en":"Major musts"}},{"id":"L2","label":{"zh":"二级控制点","en":"Minor musts"}}],)";
const std::string kGapGrades =
    R"([{"id":"first","label":{"zh":"一级认证","en":"First"},"tone":"pass","when":[{"levels":{"L1":{"min":100},"L2":{"min":95}}}]},)"
    R"({"id":"second","label":{"zh":"二级认证","en":"Second"},"tone":"pass","when":[{"levels":{"L1":{"min":95}}}]},{"id":"none","label":{"zh":"不通过","en":"Not certified"},"tone":"fail"}])";

Answers allPass(const Checklist& checklist) {
    Answers out;
    for (const auto& question : checklist.questions) out.values[question.id] = "pass";
    return out;
}

}  // namespace

TEST_CASE("point 11: a grade is an ordered OR of ANDs over base, total, sections, levels, key failures and vetoes") {
    // The trial scheme of good practice: AA is base ≥ 320, or base ≥ 300 and total ≥ 350.
    const std::string grades =
        R"([{"id":"AAA","label":"AAA","tone":"pass","when":[{"base":{"min":370}},{"base":{"min":360},"total":{"min":420}}]},{"id":"AA","label":"AA","tone":"pass","when":[{"base":{"min":320}},{"base":{"min":300},"total":{"min":350}}]},{"id":"A","label":"A","tone":"pass","when":[{"base":{"min":280}}]},{"id":"none","label":"-","tone":"fail"}])";
    const auto checklist =
        loaded(formOf(sectionWith("s", ruledItem("1", "400", R"({"kind":"count","of":"n","each":1})",
                                                 R"({"id":"n","type":"integer","label":"N"})") +
                                           "," +
                                           ruledItem("2", "100", R"({"kind":"count","of":"m","each":1})",
                                                     R"({"id":"m","type":"integer","label":"M"})", R"(,"bonus":true)")),
                      "", grades));
    const auto grade = [&](int base, int bonus) {
        return scored(*checklist, answers({{"n", std::to_string(base)}, {"m", std::to_string(bonus)}})).grade;
    };
    CHECK(grade(279, 100) == "none");
    CHECK(grade(280, 0) == "A");
    CHECK(grade(300, 49) == "A");
    CHECK(grade(300, 50) == "AA");
    CHECK(grade(320, 0) == "AA");
    CHECK(grade(360, 59) == "AA");
    CHECK(grade(360, 60) == "AAA");
    CHECK(grade(370, 0) == "AAA");
    CHECK(scored(*checklist, answers({{"n", "300"}, {"m", "49"}})).gradeExplanation.in("zh") ==
          "未达“AAA”：基本分 300 < 370，且 总分 349 < 420；未达“AA”：基本分 300 < 320，且 总分 349 < 350");
    const auto keyed = loaded(formOf(
        sectionWith("a", choiceItem("1", R"(,"points":5,"key":true)") + "," + choiceItem("2", R"(,"points":5)")) + "," +
            sectionWith("b", choiceItem("3", R"(,"points":90)")),
        "",
        R"([{"id":"ok","label":"O","tone":"pass","when":[{"total":{"min":80},"sections":{"*":{"min":50}},"keyFailed":{"max":0},"vetoes":{"max":0}}]},{"id":"no","label":"N","tone":"fail"}])"));
    CHECK(scored(*keyed, answers({{"q1", "part"}, {"q2", "part"}, {"q3", "pass"}})).grade == "ok");
    CHECK(scored(*keyed, answers({{"q1", "fail"}, {"q2", "pass"}, {"q3", "pass"}})).grade == "no");
    CHECK(scored(*keyed, answers({{"q1", "part"}, {"q2", "fail"}, {"q3", "pass"}})).gradeExplanation.in("en") ==
          "not “O”: a 2.5/10 < 50 %");
}

TEST_CASE("point 12: levels count items by integer cross-multiplication, and a lower level is the fallback") {
    const auto checklist =
        loaded(formOf(sectionWith("s", gap("L1", 20) + "," + gap("L2", 20)), R"("by":"verdict")", kGapGrades, kLevels));
    Answers given = allPass(*checklist);
    CHECK(scored(*checklist, given).grade == "first");
    given.values["qL2_1"] = "fail";  // 19 of 20 are exactly 95 %
    CHECK(scored(*checklist, given).grade == "first");
    given.values["qL2_2"] = "fail";
    auto score = scored(*checklist, given);
    CHECK(score.grade == "second");
    CHECK(score.gradeExplanation.in("zh") == "未达“一级认证”：二级控制点 18/20 < 95 %");
    REQUIRE(score.levels.size() == 2);
    CHECK(score.levels[1].ok == 18);
    CHECK(score.levels[1].applicable == 20);
    given.values.erase("qL2_1");
    given.na["L2_1"] = "无";
    score = scored(*checklist, given);
    CHECK(score.levels[1].applicable == 19);  // 18 of 19 are 94.7 %
    CHECK(score.grade == "second");
    given.values["qL1_1"] = "part";
    CHECK(scored(*checklist, given).grade == "second");  // 19 of 20
    given.values["qL1_2"] = "fail";
    CHECK(scored(*checklist, given).grade == "none");
    CHECK(toText(toJson(scored(*checklist, given)))
              .find(R"("levels":[{"id":"L1","ok":18,"applicable":20},{"id":"L2","ok":18,"applicable":19}])") !=
          std::string::npos);
}

TEST_CASE("point 13: a verdict of three classes without points") {
    const std::string grades =
        R"([{"id":"bad","label":"不符合","tone":"fail","when":[{"keyFailed":{"min":1}}]},{"id":"flawed","label":"符合但存在瑕疵","tone":"part","when":[{"failed":{"min":1}},{"part":{"min":1}}]},{"id":"good","label":"符合","tone":"pass"}])";
    const auto checklist =
        loaded(formOf(sectionWith("s", choiceItem("1", R"(,"key":true)") + "," + choiceItem("2", "")),
                      R"("by":"verdict","na":"renormalise")", grades));
    CHECK(scored(*checklist, answers({{"q1", "pass"}, {"q2", "pass"}})).grade == "good");
    CHECK(scored(*checklist, answers({{"q1", "pass"}, {"q2", "fail"}})).grade == "flawed");
    const auto score = scored(*checklist, answers({{"q1", "fail"}, {"q2", "part"}}));
    CHECK(score.grade == "bad");
    CHECK(score.points == 0);
    CHECK(score.max == 0);
    CHECK(score.explanation.in("zh") == "符合 0 项，部分符合 1 项，不符合 1 项，不适用 0 项");
    CHECK(itemOf(score, "1").explanation.in("en") == "does not conform: 不符合");
    const auto refused =
        loadChecklist(formOf(sectionWith("s", choiceItem("1", R"(,"points":4)")), R"("by":"verdict","full":100)"));
    CHECK_THAT(refused.error().detail,
               Catch::Contains("sections[0].items[0].points: a checklist that is scored by verdict has no points") &&
                   Catch::Contains("grades[0].when[0].percent"));
}

TEST_CASE(
    "point 14: items and sections apply by product, scale, altitude and target grade, from facts kept with the "
    "answers") {
    const std::string facts =
        R"("facts":[{"id":"product","type":"choices","label":{"zh":"产品","en":"Product"},"choices":[{"name":"veg","label":{"zh":"蔬菜","en":"Vegetables"}},{"name":"herb","label":{"zh":"中药材","en":"Herbs"}}]},)"
        R"({"id":"scale","type":"number","unit":"亩","label":"规模"},{"id":"altitude","type":"number","unit":"m","label":{"zh":"海拔","en":"Altitude"}},{"id":"target","type":"choice","required":false,"label":"目标","choices":[{"name":"A","label":"A"},{"name":"AAA","label":"AAA"}]}],)";
    const auto checklist = loaded(formOf(
        sectionWith("s",
                    choiceItem("1", R"(,"points":10)") + "," +
                        choiceItem("2", R"(,"points":10,"applies":{"altitude":{"below":3000},"scale":{"min":100}})") +
                        "," + choiceItem("3", R"(,"points":20,"applies":{"target":["AAA"]},"unneeded":"full")")) +
            "," + sectionWith("v", choiceItem("4", R"(,"points":60)"), R"(,"applies":{"product":["veg"]})"),
        R"("full":100)", kGrades, facts));
    Answers given = answers({{"q1", "pass"}, {"q2", "fail"}, {"q3", "part"}, {"q4", "pass"}});
    CHECK(scored(*checklist, given).points == 80'000);  // nothing is known, everything applies
    CHECK(missingOf(*checklist, given, {})->size() == 3);
    CHECK(missingOf(*checklist, given, {})->at(0).sentence.in("en") == "Not known of the site: Product");
    given.facts = {{"product", "herb"}, {"scale", "250"}, {"altitude", "3200"}, {"target", "A"}};
    const auto score = scored(*checklist, given);
    CHECK(score.earned == 30'000);
    CHECK(score.possible == 30'000);
    CHECK(itemOf(score, "2").explanation.in("zh") == "不适用于本检查对象（海拔 3200 m），不计分");
    CHECK(itemOf(score, "3").explanation.in("en") ==
          "It does not apply to this site (目标 A): counts in full, 20 points");
    CHECK(itemOf(score, "4").verdict == Verdict::notRelevant);
    CHECK(missingOf(*checklist, given, {})->empty());
    Session session(checklist, noon, given);
    CHECK(toText(toFullJson(session.score())) == toText(toFullJson(score)));
    REQUIRE(session.setFact("altitude", "２９９９"));
    CHECK(session.fact("altitude") == "2999");
    CHECK(session.item("2").verdict == Verdict::fail);
    CHECK(session.answers().facts.at("altitude") == "2999");
    CHECK(Answers::fromJson(session.answersToSign().toJson()) == session.answersToSign());
    REQUIRE(session.setFact("product", "herb veg"));
    CHECK(session.item("4").verdict == Verdict::pass);
    CHECK(session.setFact("heights", "1").error().code == "unknown_fact");
    CHECK(session.setFact("altitude", "high").error().code == "bad_fact");
    CHECK_THAT(session.setFact("target", "AAAA").error().detail,
               Catch::Contains("allowed are A, AAA; did you mean \"AAA\"?"));
}

TEST_CASE("point 21: a grade tests facts of the site: no higher than the one that was applied for") {
    const std::string facts =
        R"("facts":[{"id":"target","type":"choice","label":{"zh":"申报等级","en":"Grade applied for"},"choices":[{"name":"A","label":"A"},{"name":"AA","label":"AA"}]},{"id":"years","type":"number","required":false,"label":{"zh":"运行年数","en":"Years"}}],)";
    const auto checklist = loaded(formOf(
        sectionWith("s", choiceItem("1", R"(,"points":10)")), R"("full":100)",
        R"([{"id":"AA","tone":"pass","label":"AA","when":[{"percent":{"min":90},"facts":{"target":["AA"],"years":{"min":1}}}]},{"id":"A","tone":"pass","label":"A","when":[{"percent":{"min":60}}]},{"id":"none","tone":"fail","label":"-"}])",
        facts));
    Answers given = answers({{"q1", "pass"}});
    const auto graded = [&](const std::string& target, const std::string& years = "") {
        given.facts = {{"target", target}};
        if (!years.empty()) given.facts["years"] = years;
        return scored(*checklist, given);
    };
    CHECK(graded("AA").grade == "AA");
    CHECK(graded("A").grade == "A");
    CHECK(graded("A").gradeExplanation.in("en") == "not \u201cAA\u201d: Grade applied for: A");
    CHECK(graded("A").gradeExplanation.in("zh") == "未达\u201cAA\u201d：申报等级为 A");
    CHECK(graded("AA", "0.5").grade == "A");
    CHECK(graded("AA", "1").grade == "AA");
    Session session(checklist, noon, given);
    REQUIRE(session.setFact("target", "A"));
    CHECK(session.totals().grade == "A");
    const auto refused = [&](const std::string& test) {
        const auto read = loadChecklist(formOf(sectionWith("s", choiceItem("1", R"(,"points":10)")), "",
                                               R"([{"id":"a","tone":"pass","label":"A","when":[{"facts":)" + test +
                                                   R"(}]},{"id":"b","tone":"fail","label":"B"}])",
                                               facts));
        return read ? std::string() : read.error().detail;
    };
    CHECK_THAT(refused(R"({"targt":["A"]})"), Catch::Contains("did you mean \"target\"?"));
    CHECK_THAT(refused(R"({"target":["B"]})"), Catch::Contains("is no choice of the fact"));
    CHECK_THAT(refused(R"({"years":{}})"), Catch::Contains("must have min, above, max or below"));
}

TEST_CASE("point 21: expressions read facts, in plain documents and in those that the form engine fills") {
    const std::string facts =
        R"("facts":[{"id":"area","type":"number","label":"规模"},{"id":"crop","type":"choices","required":false,"label":"作物","choices":[{"name":"veg","label":"菜"},{"name":"herb","label":"药"}]}],)";
    const std::string one =
        ruledItem("1", "10", R"({"kind":"judge","when":"${n} * 10 >= ${area}"})", number("n")) + "," +
        ruledItem("2", "5", R"({"kind":"within","of":"share","min":50})",
                  R"({"id":"share","type":"calculate","label":"S","calculation":"${n} div ${area} * 100"})") +
        "," +
        R"x({"id":"3","text":"T","points":1,"rule":{"kind":"judge","when":"${m} = 1"},"relevant":"selected(${crop}, 'herb')","questions":[{"id":"m","type":"integer","label":"M","constraint":". <= ${area}"}]})x";
    const std::string repeats =
        R"(,{"id":"4","text":"T","advisory":true,"rule":"record","questions":[{"id":"r","type":"repeat","label":"R","questions":[{"id":"x","type":"text","label":"X","required":false}]}]})";
    for (const auto& items : {one, one + repeats}) {
        const auto checklist = loaded(formOf(sectionWith("s", items), "", kGrades, facts));
        CHECK((checklist->form != nullptr) == (items != one));
        Session session(checklist, noon);
        REQUIRE(session.setAnswer("n", "5"));
        CHECK(session.item("2").verdict == Verdict::unanswered);  // waits for what is not known of the site yet
        REQUIRE(session.setFact("area", "40"));
        CHECK(session.item("1").verdict == Verdict::pass);
        CHECK(session.question("share").value == "12.5");
        CHECK(session.item("2").verdict == Verdict::fail);
        CHECK_FALSE(session.item("3").relevant);
        REQUIRE(session.setFact("area", "8"));
        CHECK(session.item("2").verdict == Verdict::pass);
        REQUIRE(session.setFact("crop", "veg herb"));
        CHECK(session.item("3").relevant);
        REQUIRE(session.setAnswer("m", "9"));
        CHECK_FALSE(session.question("m").valid);
        REQUIRE(session.setFact("area", "9"));
        CHECK(session.question("m").valid);
        CHECK(toText(toFullJson(scored(*checklist, session.answersToSign()))) == toText(toFullJson(session.score())));
    }
    CHECK_THAT(loadChecklist(formOf(sectionWith("s", ruledItem("1", "10", R"({"kind":"judge","when":"${aera} > 1"})",
                                                               number("n"))),
                                    "", kGrades, facts))
                   .error()
                   .detail,
               Catch::Contains("there is no question ${aera}") && Catch::Contains("did you mean \"area\"?"));
}

TEST_CASE("point 15: several scorers give a mean, with extremes dropped, and an alert where they diverge") {
    const auto with = [](const std::string& panel) {
        return loaded(formOf(sectionWith("s", ruledItem("1", "100", R"({"kind":"count","of":"n","each":1})",
                                                        R"({"id":"n","type":"integer","label":"N"})")),
                             R"("panel":)" + panel));
    };
    const auto panel = [&](const std::string& rule, std::initializer_list<int> given) {
        std::vector<Answers> all;
        for (const int points : given) all.push_back(answers({{"n", std::to_string(points)}}));
        return *combine(*with(rule), all);
    };
    const auto mean = panel(R"({"method":"mean","alertTotal":10})", {80, 82, 90});
    CHECK(mean.total.mean == 84'000);
    CHECK_FALSE(mean.alert);
    CHECK(mean.grade == "good");
    CHECK(mean.explanation.in("zh") == "(80 + 82 + 90) ÷ 3 = 84");
    CHECK(panel(R"({"method":"mean","alertTotal":10})", {80, 91}).alert);
    CHECK(panel(R"({"method":"mean"})", {80, 80, 79}).total.mean == 79'667);
    CHECK(panel(R"({"method":"mean"})", {80, 80, 79}).grade == "poor");  // 79.667, by the exact mean
    CHECK(panel(R"({"method":"mean","alertItemShare":0.05})", {80, 86}).items[0].alert);
    const auto dropped = panel(R"({"method":"dropExtremes","dropFrom":5,"alertTotal":10})", {20, 80, 82, 84, 100});
    CHECK(dropped.total.mean == 82'000);
    CHECK(dropped.dropped == std::vector<std::size_t>{0, 4});
    CHECK_FALSE(dropped.alert);
    CHECK(dropped.explanation.in("en") == "(80 + 82 + 84) ÷ 3 = 82; without the lowest and the highest: 20, 100");
    CHECK(panel(R"({"method":"dropExtremes","dropFrom":5})", {20, 80, 82, 84}).total.mean == 66'500);
    CHECK(panel(R"({"method":"dropExtremes","dropFrom":3})", {80, 80, 80}).total.mean == 80'000);
    CHECK(combine(*with(R"({"method":"mean"})"), {}).error().code == "bad_panel");
    CHECK_THAT(combine(*with(R"({"method":"mean"})"), {{}, answers({{"x", "1"}})}).error().detail,
               Catch::StartsWith("scorer 2: "));
}

TEST_CASE("point 15: self-assessment, first check and final stand side by side") {
    const auto checklist =
        loaded(formOf(sectionWith("s", choiceItem("1", R"(,"points":60)") + "," + choiceItem("2", R"(,"points":40)"))));
    const auto columns = compare(*checklist, {{LocalText("自评", "Self"), answers({{"q1", "pass"}, {"q2", "pass"}})},
                                              {LocalText("初评", "First"), answers({{"q1", "part"}, {"q2", "pass"}})},
                                              {LocalText("终评", "Final"), answers({{"q1", "fail"}, {"q2", "pass"}})}});
    REQUIRE(columns);
    CHECK(columns->rows[0].differs);
    CHECK(columns->rows[0].drop == 60'000);
    CHECK(columns->rows[0].cells[1].verdict == Verdict::part);
    CHECK_FALSE(columns->rows[1].differs);
    CHECK(columns->totals[0].points == 100'000);
    CHECK(columns->totals[2].points == 40'000);
    CHECK(columns->grades == std::vector<std::string>{"good", "poor", "poor"});
    CHECK(columns->titles[0].in("en") == "Self");
}

TEST_CASE("point 16: evidence is required always, for failures, and for any deduction") {
    const std::string bands =
        R"({"kind":"band","of":"n","bands":[{"min":98,"points":6},{"min":95,"points":5,"verdict":"pass"},{"points":0}]})";
    const auto checklist =
        loaded(formOf(sectionWith("s", ruledItem("1", "6", bands, number("n")) + "," +
                                           ruledItem("2", "6", R"({"kind":"within","of":"m","min":1})", number("m"),
                                                     R"(,"evidence":{"photos":2,"photosWhenDeducted":0})")),
                      R"("evidence":{"photosWhenDeducted":1,"noteWhenDeducted":true})"));
    const auto missing = [&](const char* n, const char* m, std::map<std::string, int> photos) {
        std::string out;
        const auto all = missingOf(*checklist, answers({{"n", n}, {"m", m}}), photos);
        for (const auto& one : *all) out += one.item + std::string(whatName(one.what)) + " ";
        return out;
    };
    CHECK(missing("99", "1", {{"2", 2}}) == "");
    CHECK(missing("96", "1", {{"2", 2}}) == "1photo 1note ");  // it passes, with a deduction
    CHECK(missing("96", "1", {{"1", 1}, {"2", 2}}) == "1note ");
    CHECK(missing("99", "0", {{"2", 1}}) == "2photo 2note ");
    CHECK(missing("99", "0", {{"2", 2}}) == "2note ");
}

TEST_CASE("point 17: a clause counts by its force, its binding and its status on the day") {
    const auto with = [](const std::string& standards, const std::string& scoring) {
        return loaded(
            formOf(sectionWith("s", choiceItem("1", R"(,"points":4,"standards":[)" + standards + "]")), scoring));
    };
    const std::string old = R"({"ref":"GB/T 24421.2-2009","clause":"5.1","force":"recommended")",
                      must = R"({"ref":"GB 2763-2021","force":"mandatory"})";
    const StandardTable table = [](std::string_view ref, Day day) -> std::optional<StandardState> {
        const bool since = day >= *parseDay("2023-03-17");
        if (ref == "GB/T 24421.2-2009")
            return since ? StandardState{StandardStatus::replaced, "2023-03-17", "GB/T 24421.2-2023"} : StandardState{};
        if (ref == "GB/T 24421.2-2023")
            return since ? StandardState{} : StandardState{StandardStatus::upcoming, "2023-03-17", ""};
        return std::nullopt;
    };
    const auto given = answers({{"q1", "fail"}});
    const auto count = [&](const Checklist& checklist, const char* day, const StandardTable& by) {
        return std::pair{findingsOf(checklist, given, day, by)->size(), adviceOf(checklist, given, day, by)->size()};
    };
    using Counts = std::pair<std::size_t, std::size_t>;
    const auto plain = with(old + "}", "");
    CHECK(count(*plain, "2026-11-22", {}) == Counts{1, 0});     // nobody knows better
    CHECK(count(*plain, "2023-03-16", table) == Counts{1, 0});  // in force on that day
    CHECK(count(*plain, "2023-03-17", table) == Counts{0, 1});
    const auto advice = adviceOf(*plain, given, "2026-11-22", table)->at(0);
    CHECK(advice.consequence == Consequence::advice);
    CHECK(advice.clauses.at(0).sentence.in("zh") == "GB/T 24421.2-2009 已于 2023-03-17 被 GB/T 24421.2-2023 代替");
    CHECK(advice.clauses.at(0).sentence.in("en") ==
          "GB/T 24421.2-2009 was superseded by GB/T 24421.2-2023 on 2023-03-17");
    CHECK(warningsOf(*plain, given, "2026-11-22", table)->size() == 1);
    CHECK(warningsOf(*plain, given, "2023-03-16", table)->empty());
    const std::string now = R"({"ref":"GB/T 24421.2-2023","force":"recommended")";
    CHECK(count(*with(now + R"(,"binding":"none"})", ""), "2026-11-22", table) == Counts{0, 1});
    CHECK(count(*with(now + "}", R"("recommended":"advice")"), "2026-11-22", table) == Counts{0, 1});
    for (const char* binding : {"law", "declared", "contract", "taskbook"})
        CHECK(count(*with(now + R"(,"binding":")" + binding + "\"}", R"("recommended":"advice")"), "2026-11-22",
                    table) == Counts{1, 0});
    CHECK(count(*with(now + R"(,"binding":"declared"})", ""), "2023-03-16", table) ==
          Counts{0, 1});  // not yet in force
    const auto mandatory = with(old + "}," + must, "");
    CHECK(findingsOf(*mandatory, given, "2026-11-22", table)->at(0).consequence == Consequence::enforcement);
    CHECK_THAT(
        loadChecklist(
            formOf(sectionWith(
                "s",
                choiceItem("1",
                           R"(,"points":4,"standards":[{"ref":"GB 1-2020","force":"mandatory","binding":"none"}])"))))
            .error()
            .detail,
        Catch::Contains("a mandatory standard binds everyone"));
}

TEST_CASE("point 18: the server computes the same from the answers and the document alone") {
    const auto checklist =
        loaded(formOf(sectionWith("s", choiceItem("1", R"(,"points":10,"applies":{"a":{"min":5}})") + "," +
                                           choiceItem("2", R"(,"points":7,"na":"outside")")),
                      R"("full":100)", kGrades, R"("facts":[{"id":"a","type":"number","label":"A"}],)"));
    Session session(checklist, noon);
    REQUIRE(session.setFact("a", "4"));
    REQUIRE(session.setAnswer("q1", "fail"));
    REQUIRE(session.setNotApplicable("2", "无"));
    const auto body = session.answersToSign().toJson();
    const auto again =
        scored(*loaded(formOf(sectionWith("s", choiceItem("1", R"(,"points":10,"applies":{"a":{"min":5}})") + "," +
                                                   choiceItem("2", R"(,"points":7,"na":"outside")")),
                              R"("full":100)", kGrades, R"("facts":[{"id":"a","type":"number","label":"A"}],)")),
               *Answers::fromJson(body));
    CHECK(checkStatedScore(toJson(session.score()), again));
    CHECK(toText(toFullJson(session.score())) == toText(toFullJson(again)));
}

TEST_CASE("point 19: every score is explained in both languages") {
    const auto checklist = loaded(fileText("tests/property/every_point.json"));
    Answers given;
    for (const auto& question : checklist->questions) {
        if (question.type == QuestionType::selectOne) given.values[question.id] = question.choices.front().name;
        if (question.type == QuestionType::integer || question.type == QuestionType::decimal)
            given.values[question.id] = "1";
        if (question.type == QuestionType::date) given.values[question.id] = "2026-11-01";
    }
    const auto score = scored(*checklist, given);
    CHECK_FALSE(score.explanation.in("zh").empty());
    CHECK_FALSE(score.explanation.in("en").empty());
    for (const auto& item : score.items) {
        INFO(item.id);
        CHECK_FALSE(item.explanation.in("zh").empty());
        CHECK(item.explanation.in("zh") != item.explanation.in("en"));
    }
}

TEST_CASE("point 20: what stands in a re-check stands by the photos that the visit before has of it") {
    const auto checklist =
        loaded(formOf(sectionWith("s", choiceItem("1", R"(,"points":10,"evidence":{"photos":2})") + "," +
                                           choiceItem("2", R"(,"points":10,"evidence":{"photos":1})")),
                      R"("full":100)"));
    SessionOptions options;
    options.previous = answers({{"q1", "pass"}, {"q2", "fail"}});
    options.recheck = true;
    Session session(checklist, noon, {}, std::move(options));
    CHECK(session.item("1").missing.empty());
    REQUIRE(session.setAnswer("q2", "pass"));
    // What is asked again needs a photo of its own.
    CHECK(session.totals().missing == 1);
    CHECK(session.nextMissing("1") == "2");
    REQUIRE(session.setEvidenceCount("2", 1));
    CHECK(session.missing().empty());
}

TEST_CASE("point 20: a re-check asks only the failed items, and its score is that of the whole form") {
    const auto checklist = loaded(
        formOf(sectionWith("s", choiceItem("1", R"(,"points":10)") + "," + choiceItem("2", R"(,"points":10)") + "," +
                                    choiceItem("3", R"(,"points":10)") + "," +
                                    choiceItem("4", R"(,"points":10,"na":"renormalise","relevant":"${q2} = 'pass'")")),
               R"("full":100)"));
    Answers before = answers({{"q1", "pass"}, {"q2", "fail"}, {"q3", "part"}});
    before.notes = {{"1", "看过"}, {"2", "缺记录"}};
    const auto recheck = recheckOf(*checklist, before);
    REQUIRE(recheck);
    CHECK(recheck->items == std::vector<std::string>{"2", "3"});
    CHECK(recheck->carried.values == std::map<std::string, std::string>{{"q1", "pass"}});
    CHECK(recheck->carried.notes.count("2") == 0);
    SessionOptions options;
    options.previous = before;
    options.recheck = true;
    Session session(checklist, noon, {}, std::move(options));
    CHECK(session.askedItems() == std::vector<std::string>{"2", "3"});
    CHECK(session.totals().missing == 2);
    CHECK(session.item("2").previous->verdict == Verdict::fail);
    CHECK(session.item("2").previous->note == "缺记录");
    CHECK(session.question("q2").previous == "fail");
    CHECK(session.setAnswer("q1", "fail").error().code == "not_asked");
    REQUIRE(session.setAnswer("q2", "pass"));
    REQUIRE(session.setAnswer("q3", "pass"));
    CHECK(session.askedItems() == std::vector<std::string>{"2", "3", "4"});  // what was not relevant before
    REQUIRE(session.setAnswer("q4", "part"));
    const Answers whole = answers({{"q1", "pass"}, {"q2", "pass"}, {"q3", "pass"}, {"q4", "part"}});
    CHECK(session.score().points == scored(*checklist, whole).points);
    const auto merged = completed(*checklist, *recheck, answers({{"q2", "pass"}, {"q3", "pass"}, {"q4", "part"}}));
    REQUIRE(merged);
    CHECK(merged->values == whole.values);
    CHECK(completed(*checklist, *recheck, answers({{"q1", "fail"}})).error().code == "not_asked");
}
