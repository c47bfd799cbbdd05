// Each rule: verdict, points and the sentence that explains them.
#include "tests/unit/checklist/small_checklist.h"

using namespace plumb;
using namespace plumb::checklist;
using namespace plumb::checklist::test;

namespace {

std::shared_ptr<const Checklist> itemWith(const std::string& points, const std::string& rule,
                                          const std::string& questions, const std::string& more = "") {
    return loaded(document(section(R"({"id":"1","text":"A","points":)" + points + R"(,"rule":)" + rule +
                                   R"(,"questions":[)" + questions + "]" + more + "}")));
}

struct Came {
    Verdict verdict;
    Points points;
    std::string zh, en;
};
Came came(const Checklist& checklist, const Answers& given) {
    const auto score = scoreAnswers(checklist, given);
    if (!score) FAIL(score.error().detail);
    const auto& item = score->items.at(0);
    return {item.verdict, item.points, item.explanation.in("zh"), item.explanation.in("en")};
}
Came came(const Checklist& checklist, std::initializer_list<std::pair<const std::string, std::string>> values) {
    return came(checklist, answers(values));
}

const std::string kCount = R"({"id":"n","type":"integer","label":"缺项"})";
const std::string kRate = R"({"id":"r","type":"decimal","unit":"%","label":"合格率"})";

}  // namespace

TEST_CASE("a choice earns all, its share, or nothing") {
    const auto checklist =
        itemWith("8", R"("choice")", R"({"id":"a","type":"select_one","choices":"three","label":"A"})");
    CHECK(came(*checklist, {}).verdict == Verdict::unanswered);
    CHECK(came(*checklist, {{"a", "pass"}}).points == 8000);
    const auto part = came(*checklist, {{"a", "part"}});
    CHECK(part.verdict == Verdict::part);
    CHECK(part.points == 4000);
    CHECK(part.zh == "得 4 分 = 8 × 0.5（部分）");
    CHECK(part.en == "4 points = 8 × 0.5 (部分)");
    const auto failed = came(*checklist, {{"a", "fail"}});
    CHECK(failed.verdict == Verdict::fail);
    CHECK(failed.points == 0);
    CHECK(failed.zh == "得 0 分：不符合");
}

TEST_CASE("a choice may state its points, and thousandths stay exact") {
    const auto checklist = itemWith(
        "0.7", R"("choice")",
        R"({"id":"a","type":"select_one","label":"A","choices":[{"name":"x","label":"X","verdict":"part","points":0.333},{"name":"y","label":"Y","verdict":"part","share":0.333}]})");
    CHECK(came(*checklist, {{"a", "x"}}).points == 333);
    CHECK(came(*checklist, {{"a", "y"}}).points == 233);  // 0.7 × 0.333 = 0.2331
}

TEST_CASE("limits pass at their very edge and fail a thousandth beyond") {
    const auto checklist = itemWith(
        "4", R"("limits")",
        R"({"id":"ph","type":"decimal","label":"pH","limits":{"min":5.5,"max":8.5}},{"id":"t","type":"decimal","unit":"℃","label":"水温","limits":{"below":35}})");
    CHECK(came(*checklist, {{"ph", "5.5"}, {"t", "34.999"}}).verdict == Verdict::pass);
    CHECK(came(*checklist, {{"ph", "8.50"}, {"t", "0"}}).zh ==
          "得 4 分：pH 8.5，要求 5.5 – 8.5；水温 0 ℃，要求 < 35 ℃");
    CHECK(came(*checklist, {{"ph", "8.501"}, {"t", "20"}}).zh ==
          "得 0 分：pH 8.501，要求 5.5 – 8.5，高于要求；水温 20 ℃，要求 < 35 ℃");
    CHECK(came(*checklist, {{"ph", "5.499"}, {"t", "20"}}).en ==
          "0 points: pH 5.499, required 5.5 – 8.5, which is below; 水温 20 ℃, required < 35 ℃");
    CHECK(came(*checklist, {{"ph", "7"}, {"t", "35"}}).verdict == Verdict::fail);
    CHECK(came(*checklist, {{"ph", "7"}}).verdict == Verdict::unanswered);
    CHECK(came(*checklist, {{"ph", "9"}}).verdict == Verdict::fail);  // it cannot become better
}

TEST_CASE("a limit may be another answer, and days come from dates") {
    const auto checklist = itemWith(
        "8", R"("limits")",
        R"({"id":"s","type":"date","label":"施药"},{"id":"h","type":"date","label":"采收"},{"id":"l","type":"integer","unit":"天","label":"标签"},)"
        R"({"id":"d","type":"calculate","unit":"天","label":"间隔","calculation":"${h} - ${s}","limits":{"min":"${l}"}})");
    CHECK(came(*checklist, {{"s", "2026-11-09"}, {"h", "2026-11-14"}}).verdict == Verdict::unanswered);
    CHECK(came(*checklist, {{"s", "2026-11-09"}, {"h", "2026-11-14"}, {"l", "7"}}).zh ==
          "得 0 分：间隔 5 天，要求 ≥ 7 天，低于要求");
    CHECK(came(*checklist, {{"s", "2026-11-09"}, {"h", "2026-11-14"}, {"l", "5"}}).verdict == Verdict::pass);
    CHECK(came(*checklist, {{"s", "2024-02-28"}, {"h", "2024-03-01"}, {"l", "2"}}).verdict ==
          Verdict::pass);  // a leap day
}

TEST_CASE("a calculated number carries no binary noise into its limits") {
    const auto checklist = itemWith(
        "1", R"("limits")",
        R"({"id":"a","type":"decimal","label":"A"},{"id":"b","type":"decimal","label":"B"},{"id":"c","type":"calculate","label":"C","calculation":"${a} + ${b}","limits":{"max":0.3}})");
    CHECK(came(*checklist, {{"a", "0.1"}, {"b", "0.2"}}).verdict == Verdict::pass);
    CHECK(came(*checklist, {{"a", "0.1"}, {"b", "0.2000000001"}}).verdict == Verdict::fail);
}

TEST_CASE("an expression judges once everything that it reads is filled") {
    const auto checklist = itemWith(
        "8",
        R"j({"kind":"judge","when":"if(${n} = 0, 'pass', if(${n} < 3, 'part', 'fail'))","part":0.25,"fail":"见到 ${n} 件"})j",
        kCount);
    CHECK(came(*checklist, {}).verdict == Verdict::unanswered);
    CHECK(came(*checklist, {{"n", "0"}}).zh == "得 8 分：符合");
    CHECK(came(*checklist, {{"n", "2"}}).points == 2000);
    CHECK(came(*checklist, {{"n", "3"}}).zh == "得 0 分：见到 3 件");
    const auto boolean = itemWith("8", R"({"kind":"judge","when":"${n} <= 1"})", kCount);
    CHECK(came(*boolean, {{"n", "1"}}).verdict == Verdict::pass);
    CHECK(came(*boolean, {{"n", "2"}}).verdict == Verdict::fail);
    const auto odd = itemWith("8", R"({"kind":"judge","when":"'perhaps'"})", kCount);
    CHECK(came(*odd, {{"n", "1"}}).verdict == Verdict::unanswered);
}

TEST_CASE("deductions stop at zero and say so") {
    const auto checklist = itemWith("6", R"({"kind":"deduct","of":"n","each":1})", kCount);
    CHECK(came(*checklist, {{"n", "0"}}).zh == "得 6 分：无扣分");
    CHECK(came(*checklist, {{"n", "2"}}).zh == "得 4 分 = 6 − 1 × 2");
    CHECK(came(*checklist, {{"n", "2"}}).verdict == Verdict::part);
    CHECK(came(*checklist, {{"n", "6"}}).verdict == Verdict::fail);
    CHECK(came(*checklist, {{"n", "9"}}).zh == "得 0 分 = 6 − 1 × 9（扣完为止）");
    CHECK(came(*checklist, {{"n", "999999999999999"}}).points == 0);
    CHECK(came(*checklist, {{"n", "-1"}}).points == 6000);
    CHECK(came(*checklist, {}).verdict == Verdict::unanswered);
}

TEST_CASE("ticked choices deduct what each says") {
    const auto checklist = itemWith(
        "3", R"({"kind":"deduct","of":"m","each":1})",
        R"({"id":"m","type":"select_multiple","required":false,"label":"M","choices":[{"name":"mixed","label":"未分开","deduct":2},{"name":"cross","label":"有交叉"},{"name":"all","label":"全无","deduct":3}]})");
    CHECK(came(*checklist, {}).points == 3000);
    CHECK(came(*checklist, {{"m", "mixed"}}).zh == "得 1 分 = 3 − 2（未分开）");
    CHECK(came(*checklist, {{"m", "cross mixed"}}).zh == "得 0 分 = 3 − 2 − 1（未分开、有交叉）");
    CHECK(came(*checklist, {{"m", "all cross mixed"}}).zh ==
          "得 0 分 = 3 − 2 − 1 − 3（未分开、有交叉、全无；扣完为止）");
}

TEST_CASE("a count earns per occurrence up to the points") {
    const auto checklist = itemWith("3", R"({"kind":"count","of":"n","each":1})", kCount);
    CHECK(came(*checklist, {{"n", "0"}}).verdict == Verdict::fail);
    CHECK(came(*checklist, {{"n", "2"}}).zh == "得 2 分 = 1 × 2");
    CHECK(came(*checklist, {{"n", "5"}}).zh == "得 3 分 = 1 × 5（以 3 分为限）");
    CHECK(came(*checklist, {{"n", "5"}}).verdict == Verdict::pass);
}

TEST_CASE("a band is the first into which the value falls, exactly") {
    const auto checklist = itemWith(
        "6", R"({"kind":"band","of":"r","bands":[{"min":98,"points":6},{"min":95,"points":3},{"points":0}]})", kRate);
    CHECK(came(*checklist, {{"r", "98"}}).points == 6000);
    CHECK(came(*checklist, {{"r", "97.999999999"}}).points == 3000);
    CHECK(came(*checklist, {{"r", "96"}}).zh == "得 3 分：合格率 96 %（≥ 95 % 档）");
    CHECK(came(*checklist, {{"r", "96"}}).verdict == Verdict::part);
    CHECK(came(*checklist, {{"r", "94.9"}}).zh == "得 0 分：合格率 94.9 %（其余档）");
    CHECK(came(*checklist, {{"r", "94.9"}}).verdict == Verdict::fail);
}

TEST_CASE("a ratio earns its part up to the target and nothing below the cliff") {
    const auto checklist = itemWith("5", R"({"kind":"ratio","of":"n","target":"${t}","below":0.8})",
                                    kCount + R"(,{"id":"t","type":"integer","label":"目标"})");
    CHECK(came(*checklist, {{"n", "90"}}).verdict == Verdict::unanswered);
    CHECK(came(*checklist, {{"n", "90"}, {"t", "100"}}).zh == "得 4.5 分 = 5 × 90 ÷ 100");
    CHECK(came(*checklist, {{"n", "100"}, {"t", "90"}}).zh == "得 5 分：100 ÷ 90，达到目标");
    CHECK(came(*checklist, {{"n", "80"}, {"t", "100"}}).points == 4000);
    CHECK(came(*checklist, {{"n", "79"}, {"t", "100"}}).zh == "得 0 分：79 ÷ 100 低于 0.8");
    CHECK(came(*checklist, {{"n", "1"}, {"t", "0"}}).verdict == Verdict::unanswered);
    CHECK(came(*checklist, {{"n", "-5"}, {"t", "100"}}).points == 0);
}

TEST_CASE("what is only recorded passes when it is filled") {
    const auto checklist = itemWith("0", R"("record")", kCount, R"(,"advisory":true)");
    CHECK(came(*checklist, {}).verdict == Verdict::unanswered);
    CHECK(came(*checklist, {{"n", "3"}}).zh == "参考项，不计分：已记录");
}

TEST_CASE("a choice beside a measurement may be stricter, and milder only where it says so") {
    const auto checklist = itemWith(
        "8", R"({"kind":"limits","choice":"c"})",
        R"({"id":"v","type":"decimal","label":"V","limits":{"max":1}},{"id":"c","type":"select_one","required":false,"label":"C","choices":[)"
        R"({"name":"ok","label":"符合","verdict":"pass"},{"name":"some","label":"个别棚室","verdict":"part","share":0.5,"overrules":true},{"name":"no","label":"不符合","verdict":"fail"}]})");
    CHECK(came(*checklist, {{"v", "2"}}).verdict == Verdict::fail);
    const auto contradicted = came(*checklist, {{"v", "2"}, {"c", "ok"}});
    CHECK(contradicted.verdict == Verdict::fail);
    CHECK(contradicted.zh == "得 0 分：V 2，要求 ≤ 1，高于要求；所选“符合”与实测不一致，按实测计");
    const auto overruled = came(*checklist, {{"v", "2"}, {"c", "some"}});
    CHECK(overruled.verdict == Verdict::part);
    CHECK(overruled.zh == "得 4 分 = 8 × 0.5（个别棚室）；实测为不符合，由检查人员改判");
    const auto stricter = came(*checklist, {{"v", "1"}, {"c", "no"}});
    CHECK(stricter.verdict == Verdict::fail);
    CHECK(stricter.zh == "得 0 分：不符合；实测为符合，检查人员从严判定");
    CHECK(came(*checklist, {{"v", "1"}, {"c", "ok"}}).verdict == Verdict::pass);
    CHECK(came(*checklist, {{"c", "ok"}}).verdict == Verdict::unanswered);
}

TEST_CASE("an item that is not applicable leaves the total, or counts in full, as the document says") {
    const std::string question = R"({"id":"a","type":"select_one","choices":"three","label":"A"})";
    Answers given = answers({{"a", "fail"}});
    given.na["1"] = "没有冷库";
    const auto leaves = itemWith("8", R"("choice")", question, R"(,"na":"renormalise")");
    CHECK(came(*leaves, given).verdict == Verdict::notApplicable);
    CHECK(came(*leaves, given).zh == "不适用（没有冷库）：8 分不计入总分");
    CHECK(scoreAnswers(*leaves, given)->possible == 0);
    const auto full = itemWith("8", R"("choice")", question, R"(,"na":"full")");
    CHECK(came(*full, given).points == 8000);
    const auto forbidden = itemWith("8", R"("choice")", question);
    const auto refused = scoreAnswers(*forbidden, given);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "na_forbidden");
}

TEST_CASE("an item that is not relevant is not asked and leaves the total") {
    const auto checklist = loaded(document(section(
        R"({"id":"0","text":"Q","points":1,"questions":[{"id":"a","type":"select_one","choices":"three","label":"A"}]},)"
        R"({"id":"1","text":"R","points":4,"relevant":"${a} = 'pass'","questions":[{"id":"b","type":"select_one","choices":"three","label":"B"}]})")));
    const auto score = scoreAnswers(*checklist, answers({{"a", "fail"}, {"b", "fail"}}));
    CHECK(score->possible == 1000);
    CHECK(score->items[1].verdict == Verdict::notRelevant);
    CHECK(scoreAnswers(*checklist, answers({{"a", "pass"}, {"b", "fail"}}))->possible == 5000);
}
