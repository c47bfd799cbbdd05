// Repeats: answers named by their place, added, filled, scored, undone, signed and moved to a newer version.
#include "shared/checklist/score/missing.h"
#include "shared/checklist/session/version_diff.h"
#include "tests/unit/checklist/evaluate/plots_checklist.h"

using namespace plumb;
using namespace plumb::checklist;
using namespace plumb::checklist::test;

TEST_CASE("answers inside repeats are named by the copies on the way") {
    const auto checklist = plots();
    const auto key = parseKey(*checklist, "plots[2]/area");
    REQUIRE(key);
    CHECK(key->instances == std::vector<std::uint32_t>{2});
    CHECK(keyText(*checklist, *key) == "plots[2]/area");
    CHECK(parseKey(*checklist, "plots"));
    CHECK(parseKey(*checklist, "said"));
    for (const auto* wrong :
         {"area", "plots[0]/area", "plots[01]/area", "plots[+1]/area", "plots[1001]/area", "plots[1]area",
          "plots[1]/said", "said[1]", "x/said", "plots[1]/plots", "plots[1", "", "/area", "plots[1]//area"}) {
        INFO(wrong);
        CHECK_FALSE(parseKey(*checklist, wrong));
    }
}

TEST_CASE("copies of a repeat are added, filled, scored together and removed") {
    auto session = filling(plots());
    CHECK(keys(session.rows("1")) ==
          Strings{"#plots[1]", "plots[1]/area", "plots[1]/per", "plots[1]/yield", "+plots", "total"});
    REQUIRE(session.setAnswer("plots[1]/area", "4"));
    CHECK(session.question("plots[1]/yield").value == "40");
    CHECK(session.item("1").verdict == Verdict::fail);
    const auto added = session.addInstance("plots");
    REQUIRE(added);
    CHECK(session.question("plots[2]/per").value == "10");
    // The second plot is not filled in yet: nothing is judged before it is.
    CHECK(session.item("1").verdict == Verdict::unanswered);
    REQUIRE(session.setAnswer("plots[2]/area", "6.5"));
    CHECK(session.question("total").value == "105");
    CHECK(session.item("1").points == 10 * kPoint);
    const auto removed = session.removeInstance("plots[1]");
    REQUIRE(removed);
    CHECK(session.question("plots[1]/area").value == "6.5");
    CHECK(session.question("total").value == "65");
    CHECK(std::ranges::count(removed->questions, std::string("plots[2]/area")) == 1);
    CHECK(session.answers().values ==
          std::map<std::string, std::string>{{"plots[1]/area", "6.5"}, {"plots[1]/per", "10"}});
    CHECK_FALSE(session.setAnswer("plots[2]/area", "1"));
    CHECK_FALSE(session.removeInstance("plots[2]"));
    CHECK_FALSE(session.addInstance("said"));
}

TEST_CASE("what repeats hold is undone and done again whole") {
    auto session = filling(plots());
    REQUIRE(session.setAnswer("plots[1]/area", "1"));
    REQUIRE(session.addInstance("plots"));
    REQUIRE(session.setAnswer("plots[2]/area", "2"));
    REQUIRE(session.addInstance("plots", "plots[2]"));
    CHECK(session.question("plots[3]/area").value == "2");
    const auto all = session.answers();
    REQUIRE(session.removeInstance("plots[1]"));
    const auto fewer = session.answers();
    session.undo();
    CHECK(session.answers() == all);
    CHECK(session.question("total").value == "50");
    session.redo();
    CHECK(session.answers() == fewer);
    while (session.canUndo()) session.undo();
    CHECK(session.answers().values == std::map<std::string, std::string>{{"plots[1]/per", "10"}});
    while (session.canRedo()) session.redo();
    CHECK(session.answers() == fewer);
}

TEST_CASE("every copy says what it lacks") {
    auto session = filling(plots());
    REQUIRE(session.addInstance("plots"));
    REQUIRE(session.setAnswer("plots[1]/area", "0"));
    REQUIRE(session.setAnswer("plots[2]/area", "20"));
    Strings lacking;
    for (const auto& one : session.missing()) lacking.push_back(one.question + ":" + std::string(whatName(one.what)));
    CHECK(lacking == Strings{"plots[2]/area:invalid", "plots[1]/why:answer"});
    CHECK(session.missing().front().sentence.in("zh").starts_with("地块 2："));
    CHECK_FALSE(session.question("plots[2]/area").valid);
    CHECK_FALSE(session.question("plots[2]/why").relevant);
    const auto lacks = missingOf(*plots(), session.answers(), {}, "2026-11-22");
    REQUIRE(lacks);
    CHECK(lacks->size() == 2);
}

TEST_CASE("a trail of a form replays to its answers, whatever was added, removed, given by default and undone") {
    auto session = filling(plots());
    CHECK(session.defaults() == Strings{"plots[1]/per"});
    REQUIRE(session.setAnswer("plots[1]/area", "1"));
    REQUIRE(session.addInstance("plots"));
    REQUIRE(session.addInstance("plots"));
    REQUIRE(session.setAnswer("plots[3]/area", "3"));
    REQUIRE(session.removeInstance("plots[1]"));
    session.undo();
    session.redo();
    REQUIRE(session.setAnswer("plots[1]/per", ""));
    CHECK(session.trail().replayed().values == session.answers().values);
    CHECK(AuditTrail::parse(session.trail().text()));
    // Opened again it is what it was: what was cleared stays cleared.
    SessionOptions options;
    options.trail = session.trail();
    auto again = filling(plots(), session.answers(), std::move(options));
    CHECK(again.dropped().empty());
    CHECK(again.answers() == session.answers());
    CHECK(again.question("plots[1]/per").value.empty());
    CHECK(again.question("plots[2]/per").value == "10");
    CHECK(toJson(again.score()) == toJson(session.score()));
}

TEST_CASE("the server scores what the tablet signed, copies and all") {
    auto session = filling(plots());
    REQUIRE(session.setAnswer("plots[1]/area", "7"));
    REQUIRE(session.addInstance("plots"));
    REQUIRE(session.setAnswer("plots[2]/area", "8"));
    const auto scored = scoreAnswers(*plots(), session.answersToSign());
    REQUIRE(scored);
    CHECK(toJson(*scored) == toJson(session.score()));
    CHECK(scored->points == 10 * kPoint);
    // No plot at all is a statement too.
    REQUIRE(session.removeInstance("plots[2]"));
    REQUIRE(session.removeInstance("plots[1]"));
    CHECK(session.answers().values == std::map<std::string, std::string>{{"plots", "0"}});
    CHECK(toJson(*scoreAnswers(*plots(), session.answersToSign())) == toJson(session.score()));
    for (const auto& [key, value] : std::map<std::string, std::string>{{"plots", "100000"},
                                                                       {"plots", "-1"},
                                                                       {"plots[2]/area", "1"},
                                                                       {"plots[1]/yield", "1"},
                                                                       {"plots[1]/area", "viel"}}) {
        INFO(key);
        CHECK_FALSE(scoreAnswers(*plots(), answers({{key, value}})));
    }
}

TEST_CASE("samples in a repeat are measured together, and its limits hold for each") {
    const auto checklist = loaded(document(section(
        R"j({"id":"1","text":"样品","points":5,"rule":{"kind":"within","of":{"mean":["ph"]},"min":6,"max":8},"questions":[
{"id":"samples","type":"repeat","label":"样品","questions":[{"id":"ph","type":"decimal","label":"pH","limits":{"min":5,"max":9}}]}]},
{"id":"2","text":"逐个","points":5,"rule":"limits","questions":[
{"id":"pots","type":"repeat","label":"盆","questions":[{"id":"wet","type":"integer","label":"湿度","limits":{"min":30}}]}]})j")));
    auto session = filling(checklist);
    REQUIRE(session.setAnswer("samples[1]/ph", "5"));
    CHECK(session.item("1").verdict == Verdict::fail);
    REQUIRE(session.addInstance("samples"));
    CHECK(session.item("1").verdict == Verdict::unanswered);
    REQUIRE(session.setAnswer("samples[2]/ph", "8"));
    CHECK(session.item("1").verdict == Verdict::pass);
    REQUIRE(session.setAnswer("pots[1]/wet", "40"));
    CHECK(session.item("2").verdict == Verdict::pass);
    REQUIRE(session.addInstance("pots"));
    REQUIRE(session.setAnswer("pots[2]/wet", "20"));
    CHECK(session.item("2").verdict == Verdict::fail);
    CHECK(session.question("pots[2]/wet").judged == Judged::outside);
}

TEST_CASE("a newer version keeps the copies of a repeat") {
    const auto old = plots();
    std::string newer = document(kPlots);
    newer.replace(newer.find("\"version\":\"1\""), 13, "\"version\":\"2\"");
    auto session = filling(old);
    REQUIRE(session.setAnswer("plots[1]/area", "1"));
    REQUIRE(session.addInstance("plots"));
    REQUIRE(session.setAnswer("plots[2]/area", "2"));
    const auto diff = diffVersions(*old, *loaded(newer), session.answers());
    CHECK(diff.carried.values == session.answers().values);
    CHECK(diff.count(VersionChange::Kind::dropped) == 0);
}

TEST_CASE(
    "a calculation stops waiting with the last answer it reads, though nothing on the way comes out differently") {
    auto session = filling(loaded(document(section(
        R"j({"id":"1","text":"A","points":10,"rule":{"kind":"ratio","of":"total","target":10},"questions":[
{"id":"a","type":"repeat","label":"A","questions":[
  {"id":"b","type":"repeat","label":"B","questions":[{"id":"x","type":"integer","label":"x"},
    {"id":"twice","type":"calculate","label":"t","calculation":"${x} * 2"}]},
  {"id":"sum","type":"calculate","label":"s","calculation":"sum(${twice})"}]},
{"id":"total","type":"calculate","label":"T","calculation":"sum(${sum})"}]})j"))));
    REQUIRE(session.setAnswer("a[1]/b[1]/x", "5"));
    REQUIRE(session.addInstance("a[1]/b"));
    CHECK(session.item("1").verdict == Verdict::unanswered);
    REQUIRE(session.setAnswer("a[1]/b[2]/x", "0"));
    CHECK(session.item("1").verdict == Verdict::pass);
    CHECK(toJson(*scoreAnswers(session.checklist(), session.answersToSign())) == toJson(session.score()));
}
