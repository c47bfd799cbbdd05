#include "shared/checklist/session/session.h"

#include "shared/checklist/evaluate/value_text.h"
#include "tests/unit/checklist/small_checklist.h"

using namespace plumb;
using namespace plumb::checklist;
using namespace plumb::checklist::test;

namespace {

struct Time {
    Instant now = *parseInstant("2026-11-22T08:00:00.000+08:00");
    void pass(std::chrono::milliseconds by) { now.utc += by; }
};

const std::string kItems =
    R"({"id":"1","text":"A","points":8,"veto":true,"na":"renormalise","rule":"limits","evidence":{"photos":1,"noteWhenFailed":true},"questions":[)"
    R"j({"id":"s","type":"date","label":"施药","constraint":". <= today()","constraint_message":{"zh":"不能晚于今天","en":"not in the future"}},{"id":"h","type":"date","label":"采收"},)j"
    R"({"id":"l","type":"integer","unit":"天","label":"标签"},{"id":"d","type":"calculate","unit":"天","label":"间隔","calculation":"${h} - ${s}","limits":{"min":"${l}"}}]},)"
    R"({"id":"2","text":"B","points":4,"evidence":{"photosWhenFailed":2},"questions":[{"id":"r","type":"select_one","choices":"three","label":"R"},{"id":"why","type":"text","label":"W","relevant":"${r} = 'fail'"}]},)"
    R"({"id":"3","text":"C","points":4,"relevant":"${r} = 'fail'","questions":[{"id":"c","type":"select_one","choices":"three","label":"C"}]})";

std::shared_ptr<const Checklist> formOf() {
    return loaded(document(
        section(kItems) +
            R"(,{"id":"s2","title":"S2","items":[{"id":"4","text":"D","points":4,"questions":[{"id":"e","type":"select_one","choices":"three","label":"E"}]}]})",
        R"("full":100,"veto":"vetoed")"));
}

Session session(Time& time, Answers initial = {}) {
    return Session(
        formOf(), [&time] { return time.now; }, std::move(initial));
}
std::vector<std::string> whats(const std::vector<Missing>& missing) {
    std::vector<std::string> out;
    for (const auto& one : missing)
        out.push_back(one.item + ":" + one.question + ":" + std::string(whatName(one.what)));
    return out;
}
using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("a change names only what it reached") {
    Time time;
    auto filling = session(time);
    const auto change = filling.setAnswer("e", "pass");
    REQUIRE(change);
    CHECK(change->items == Strings{"4"});
    CHECK(change->questions == Strings{"e"});
    CHECK(change->sections == Strings{"s2"});
    CHECK(change->totals);
    CHECK(filling.setAnswer("e", "pass")->empty());
    const auto reaching = filling.setAnswer("r", "fail");
    CHECK(reaching->items == Strings{"2", "3"});
    CHECK(reaching->questions == Strings{"r", "why", "c"});
    CHECK(reaching->sections == Strings{"s"});
    const auto quiet = filling.setNote("4", "干净");
    CHECK(quiet->items == Strings{"4"});
    CHECK(quiet->sections.empty());
    CHECK_FALSE(quiet->totals);
}

TEST_CASE("measured values are judged while they are typed") {
    Time time;
    auto filling = session(time);
    CHECK(filling.question("d").limits.in("zh") == "≥ “标签”");
    REQUIRE(filling.setAnswer("s", "2026-11-09"));
    REQUIRE(filling.setAnswer("h", "2026-11-14"));
    CHECK(filling.question("d").value == "5");
    CHECK(filling.question("d").readOnly);
    CHECK(filling.question("d").judged == Judged::none);
    REQUIRE(filling.setAnswer("l", "07"));
    CHECK(filling.question("l").value == "7");
    CHECK(filling.question("d").judged == Judged::outside);
    CHECK(filling.question("d").limits.in("en") == "≥ 7 天");
    CHECK(filling.item("1").verdict == Verdict::fail);
    CHECK(filling.totals().vetoes == Strings{"1"});
    CHECK(filling.totals().grade == "vetoed");
    CHECK(filling.totals().gradeLabel.in("zh") == "V");
    REQUIRE(filling.setAnswer("l", "5"));
    CHECK(filling.question("d").judged == Judged::within);
    CHECK(filling.item("1").verdict == Verdict::pass);
    CHECK(filling.totals().grade.empty());
}

TEST_CASE("progress, sums and what lacks follow the answers") {
    Time time;
    auto filling = session(time);
    CHECK(filling.totals().total == 3);  // item 3 is not relevant yet
    CHECK(filling.totals().answered == 0);
    CHECK(whats(filling.missing()) ==
          Strings{"1:s:answer", "1:h:answer", "1:l:answer", "1::photo", "2:r:answer", "4:e:answer"});
    CHECK(filling.totals().missing == 6);
    CHECK(filling.section("s").missing == 5);
    CHECK(filling.nextMissing("") == "1");
    CHECK(filling.nextMissing("2") == "4");
    CHECK(filling.nextMissing("4") == "1");

    REQUIRE(filling.setAnswer("r", "fail"));
    CHECK(filling.totals().total == 4);
    CHECK(filling.section("s").failed == 1);
    CHECK(whats(filling.item("2").missing) == Strings{"2:why:answer", "2::photo"});
    CHECK(filling.item("2").photosNeeded == 2);
    CHECK(filling.item("2").missing[1].sentence.in("zh") == "还需 2 张照片");
    REQUIRE(filling.setEvidenceCount("2", 1));
    CHECK(filling.item("2").missing[1].sentence.in("en") == "1 more photo is needed");
    REQUIRE(filling.setEvidenceCount("2", 2));
    REQUIRE(filling.setAnswer("why", "缺页"));
    CHECK(filling.item("2").missing.empty());
    REQUIRE(filling.setAnswer("c", "part"));
    REQUIRE(filling.setAnswer("e", "pass"));
    REQUIRE(filling.setNotApplicable("1", "本茬未用药"));
    const auto totals = filling.totals();
    CHECK(totals.missing == 0);
    CHECK(filling.missing().empty());
    CHECK(filling.nextMissing("1").empty());
    CHECK(totals.complete);
    CHECK(totals.earned == 6000);
    CHECK(totals.judged == 12000);
    CHECK(totals.points == 50000);
    CHECK(totals.max == 100000);
    CHECK(totals.grade == "poor");
}

TEST_CASE("so far means of the answered items only") {
    Time time;
    auto filling = session(time);
    REQUIRE(filling.setAnswer("e", "part"));
    CHECK(filling.totals().earned == 2000);
    CHECK(filling.totals().judged == 4000);
    CHECK_FALSE(filling.totals().complete);
}

TEST_CASE("an answer that breaks its constraint is taken, shown and blocks signing") {
    Time time;
    auto filling = session(time);
    REQUIRE(filling.setAnswer("s", "2026-11-23"));
    CHECK_FALSE(filling.question("s").valid);
    CHECK(filling.question("s").problem.in("en") == "not in the future");
    CHECK(whats(filling.item("1").missing).front() == "1:s:invalid");
    // The day after, it is true.
    time.pass(std::chrono::hours(24));
    REQUIRE(filling.setAnswer("e", "pass"));
    CHECK(filling.question("s").valid);
}

TEST_CASE("refusals leave everything as it was") {
    Time time;
    auto filling = session(time);
    REQUIRE(filling.setAnswer("r", "pass"));
    CHECK(filling.setAnswer("r", "maybe").error().code == "bad_choice");
    CHECK(filling.setAnswer("zz", "1").error().code == "unknown_question");
    CHECK(filling.setAnswer("d", "5").error().code == "read_only");
    CHECK(filling.setNotApplicable("2", "无").error().code == "na_forbidden");
    CHECK(filling.setNotApplicable("1", " ").error().code == "na_reason");
    CHECK(filling.setNotApplicable("9", "无").error().code == "unknown_item");
    CHECK(filling.setNote("9", "n").error().code == "unknown_item");
    CHECK(filling.setEvidenceCount("9", 1).error().code == "unknown_item");
    CHECK(filling.answers().values == answers({{"r", "pass"}}).values);
    CHECK(filling.question("r").value == "pass");
}

TEST_CASE("a note, a reason and a text are kept whole up to their limit, and what is no text is refused") {
    Time time;
    auto filling = session(time);
    REQUIRE(filling.setAnswer("r", "fail"));
    std::string chinese;
    for (int i = 0; i < 20'000; ++i) chinese += "准";  // 60,000 bytes
    const std::string longest(kMaxAnswerBytes, 'x'),
        tooLong = longest + "x", emoji = "田里有两只羊 🐑🐑 和 👩🏽‍🌾\n第二行\t表";
    for (const auto& text : {chinese, longest, emoji}) {
        REQUIRE(filling.setNote("1", text));
        REQUIRE(filling.setNotApplicable("1", text));
        REQUIRE(filling.setAnswer("why", text));
        CHECK(filling.item("1").note == text);
        CHECK(filling.item("1").naReason == text);
        CHECK(filling.question("why").value == text);
        const auto again = session(time, filling.answers());
        CHECK(again.answers() == filling.answers());
        CHECK(again.dropped().empty());
    }
    const std::string nul("a\0b", 3);
    for (const auto& text :
         {tooLong, nul, std::string("\x1b[31m"), std::string("\xED\xA0\x80"), std::string("\xC3\x28")}) {
        for (const auto& refused :
             {filling.setNote("1", text), filling.setNotApplicable("1", text), filling.setAnswer("why", text)}) {
            REQUIRE_FALSE(refused);
            CHECK(refused.error().code == "bad_value");
        }
        CHECK(filling.item("1").note == emoji);
    }
}

TEST_CASE("every answer can be undone and done again") {
    Time time;
    auto filling = session(time);
    CHECK_FALSE(filling.canUndo());
    CHECK(filling.undo().empty());
    REQUIRE(filling.setAnswer("r", "pass"));
    REQUIRE(filling.setAnswer("r", "fail"));
    REQUIRE(filling.setNotApplicable("1", "无"));
    const auto after = toText(toFullJson(filling.score()));
    CHECK(filling.undo().items == Strings{"1"});
    CHECK(filling.item("1").verdict == Verdict::unanswered);
    CHECK(filling.undo().items == Strings{"2", "3"});
    CHECK(filling.question("r").value == "pass");
    filling.undo();
    CHECK(filling.answers() == Answers{});
    CHECK_FALSE(filling.canUndo());
    filling.redo();
    filling.redo();
    filling.redo();
    CHECK_FALSE(filling.canRedo());
    CHECK(toText(toFullJson(filling.score())) == after);
    filling.undo();
    REQUIRE(filling.setAnswer("e", "pass"));
    CHECK_FALSE(filling.canRedo());
}

TEST_CASE("typing in one field is one step of undo until a pause") {
    Time time;
    auto filling = session(time);
    REQUIRE(filling.setAnswer("r", "fail"));
    for (const char* text : {"缺", "缺第", "缺第三页"}) {
        time.pass(std::chrono::milliseconds(700));
        REQUIRE(filling.setAnswer("why", text));
    }
    time.pass(std::chrono::seconds(10));
    REQUIRE(filling.setAnswer("why", "缺第三页和第五页"));
    filling.undo();
    CHECK(filling.question("why").value == "缺第三页");
    filling.undo();
    CHECK(filling.question("why").value.empty());
    filling.redo();
    CHECK(filling.question("why").value == "缺第三页");
}

TEST_CASE("what is not relevant keeps its answer for the draft but not for the record") {
    Time time;
    auto filling = session(time);
    REQUIRE(filling.setAnswer("r", "fail"));
    REQUIRE(filling.setAnswer("c", "part"));
    REQUIRE(filling.setNote("3", "n"));
    REQUIRE(filling.setAnswer("r", "pass"));
    CHECK(filling.question("c").value.empty());
    CHECK_FALSE(filling.item("3").relevant);
    CHECK(filling.answers().values.count("c") == 1);
    CHECK(filling.answersToSign().values.count("c") == 0);
    CHECK(filling.answersToSign().notes.empty());
    CHECK(toText(toJson(*scoreAnswers(*formOf(), filling.answersToSign()))) == toText(toJson(filling.score())));
    REQUIRE(filling.setAnswer("r", "fail"));
    CHECK(filling.question("c").value == "part");
}

TEST_CASE("a draft of another version loses nothing silently") {
    Time time;
    Answers draft = answers({{"r", "pass"}, {"gone", "x"}, {"e", "excellent"}});
    draft.na["2"] = "无";
    auto filling = session(time, draft);
    CHECK(filling.question("r").value == "pass");
    CHECK(filling.dropped().size() == 3);
    CHECK_FALSE(filling.canUndo());
}

TEST_CASE("a contradiction and an overruling are asked for before signing") {
    Time time;
    const auto measured = loaded(document(section(
        R"({"id":"1","text":"A","points":8,"rule":{"kind":"limits","choice":"c"},"questions":[{"id":"v","type":"decimal","label":"V","limits":{"max":1}},{"id":"c","type":"select_one","required":false,"label":"C","choices":[)"
        R"({"name":"ok","label":"O","verdict":"pass"},{"name":"some","label":"S","verdict":"part","share":0.5,"overrules":true},{"name":"no","label":"N","verdict":"fail"}]}]})")));
    Session filling(measured, [&time] { return time.now; });
    REQUIRE(filling.setAnswer("v", "2"));
    CHECK(filling.missing().empty());
    REQUIRE(filling.setAnswer("c", "ok"));
    CHECK(whats(filling.missing()) == Strings{"1:c:contradiction"});
    REQUIRE(filling.setAnswer("c", "some"));
    CHECK(whats(filling.missing()) == Strings{"1::note"});
    REQUIRE(filling.setNote("1", "仅 2 号棚"));
    CHECK(filling.missing().empty());
}

TEST_CASE("required may be an expression, and several choices are kept in the document's order") {
    Time time;
    const auto asked = loaded(document(section(
        R"j({"id":"1","text":"A","points":0,"rule":"record","questions":[{"id":"m","type":"select_multiple","choices":"three","label":"M"},{"id":"t","type":"text","label":"T","required":"selected(${m}, 'fail')"}]})j")));
    Session filling(asked, [&time] { return time.now; });
    REQUIRE(filling.setAnswer("m", " part  pass part "));
    CHECK(filling.question("m").value == "pass part");
    CHECK_FALSE(filling.question("t").required);
    CHECK(filling.missing().empty());
    const auto change = filling.setAnswer("m", "fail");
    CHECK(change->items == Strings{"1"});
    CHECK(filling.question("t").required);
    CHECK(whats(filling.missing()) == Strings{"1:t:answer"});
}

TEST_CASE("missingOf and the session agree") {
    Time time;
    Answers given = answers({{"s", "2026-11-09"}, {"h", "2026-11-14"}, {"l", "7"}, {"r", "fail"}});
    auto filling = session(time, given);
    REQUIRE(filling.setEvidenceCount("1", 1));
    const auto pure = missingOf(*formOf(), given, {{"1", 1}}, "2026-11-22");
    REQUIRE(pure);
    CHECK(whats(*pure) == whats(filling.missing()));
    CHECK(whats(*pure) == Strings{"1::note", "2:why:answer", "2::photo", "3:c:answer", "4:e:answer"});
}

TEST_CASE("findings are due from the clock's own day") {
    Time time;
    auto filling = session(time, answers({{"r", "fail"}}));
    REQUIRE(filling.findings().size() == 1);
    CHECK(filling.findings()[0].due == "2026-11-22");
}
