// Checklists that ask for more than plain questions: repeats, choice filters, defaults, triggers, times and places. The
// form engine fills them; the scoring is everybody's.
#include "shared/checklist/model/answer_key.h"
#include "shared/checklist/score/missing.h"
#include "shared/checklist/session/session.h"
#include "shared/checklist/session/version_diff.h"
#include "tests/unit/checklist/small_checklist.h"

using namespace plumb;
using namespace plumb::checklist;
using namespace plumb::checklist::test;

namespace {

using Strings = std::vector<std::string>;

Instant noon() {
    return *parseInstant("2026-11-22T12:00:00.000+08:00");
}

// Three plots at most a hectare each; what they yield together earns the points.
const std::string kPlots = section(
    R"j({"id":"1","text":"各地块","points":10,"rule":{"kind":"band","of":"total","bands":[{"min":100,"points":10,"verdict":"pass"},{"points":0,"verdict":"fail"}]},"questions":[
{"id":"plots","type":"repeat","label":{"zh":"地块","en":"Plot"},"questions":[
  {"id":"area","type":"decimal","label":"面积","unit":"亩","constraint":". <= 15","constraint_message":"不超过 15 亩"},
  {"id":"per","type":"decimal","label":"亩产","unit":"kg","required":false,"default":"10"},
  {"id":"yield","type":"calculate","label":"产量","calculation":"${area} * ${per}"},
  {"id":"why","type":"text","label":"为何没有收成","relevant":"${yield} = 0"}]},
{"id":"total","type":"calculate","label":"合计","calculation":"sum(${yield})"
}]
},
{"id":"2","text":"份额","points":0,"advisory":true,"rule":"record","questions":[{"id":"said","type":"text","label":"备注","required":false}]})j");

std::shared_ptr<const Checklist> plots() {
    return loaded(document(kPlots));
}

Session filling(const std::shared_ptr<const Checklist>& checklist, Answers initial = {}, SessionOptions options = {}) {
    return Session(checklist, noon, std::move(initial), std::move(options));
}

Strings keys(const std::vector<ItemRow>& rows) {
    Strings out;
    for (const auto& row : rows) {
        const char* head = row.kind == ItemRow::Kind::repeat ? "+" : row.kind == ItemRow::Kind::copy ? "#" : "";
        out.push_back(head + row.key);
    }
    return out;
}

}  // namespace

TEST_CASE("answers inside repeats are named by the copies on the way") {
    const auto checklist = plots();
    const auto key = parseKey(*checklist, "plots[2]/area");
    REQUIRE(key);
    CHECK(key->copies == std::vector<std::uint32_t>{2});
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
    const auto added = session.addCopy("plots");
    REQUIRE(added);
    CHECK(session.question("plots[2]/per").value == "10");
    // The second plot is not filled in yet: nothing is judged before it is.
    CHECK(session.item("1").verdict == Verdict::unanswered);
    REQUIRE(session.setAnswer("plots[2]/area", "6.5"));
    CHECK(session.question("total").value == "105");
    CHECK(session.item("1").points == 10 * kPoint);
    const auto removed = session.removeCopy("plots[1]");
    REQUIRE(removed);
    CHECK(session.question("plots[1]/area").value == "6.5");
    CHECK(session.question("total").value == "65");
    CHECK(std::ranges::count(removed->questions, std::string("plots[2]/area")) == 1);
    CHECK(session.answers().values ==
          std::map<std::string, std::string>{{"plots[1]/area", "6.5"}, {"plots[1]/per", "10"}});
    CHECK_FALSE(session.setAnswer("plots[2]/area", "1"));
    CHECK_FALSE(session.removeCopy("plots[2]"));
    CHECK_FALSE(session.addCopy("said"));
}

TEST_CASE("what repeats hold is undone and done again whole") {
    auto session = filling(plots());
    REQUIRE(session.setAnswer("plots[1]/area", "1"));
    REQUIRE(session.addCopy("plots"));
    REQUIRE(session.setAnswer("plots[2]/area", "2"));
    REQUIRE(session.addCopy("plots", "plots[2]"));
    CHECK(session.question("plots[3]/area").value == "2");
    const auto all = session.answers();
    REQUIRE(session.removeCopy("plots[1]"));
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
    REQUIRE(session.addCopy("plots"));
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
    REQUIRE(session.addCopy("plots"));
    REQUIRE(session.addCopy("plots"));
    REQUIRE(session.setAnswer("plots[3]/area", "3"));
    REQUIRE(session.removeCopy("plots[1]"));
    session.undo();
    session.redo();
    REQUIRE(session.setAnswer("plots[1]/per", ""));
    CHECK(session.trail().replayed().values == session.answers().values);
    CHECK(Trail::parse(session.trail().text()));
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
    REQUIRE(session.addCopy("plots"));
    REQUIRE(session.setAnswer("plots[2]/area", "8"));
    const auto scored = scoreAnswers(*plots(), session.answersToSign());
    REQUIRE(scored);
    CHECK(toJson(*scored) == toJson(session.score()));
    CHECK(scored->points == 10 * kPoint);
    // No plot at all is a statement too.
    REQUIRE(session.removeCopy("plots[2]"));
    REQUIRE(session.removeCopy("plots[1]"));
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
    REQUIRE(session.addCopy("samples"));
    CHECK(session.item("1").verdict == Verdict::unanswered);
    REQUIRE(session.setAnswer("samples[2]/ph", "8"));
    CHECK(session.item("1").verdict == Verdict::pass);
    REQUIRE(session.setAnswer("pots[1]/wet", "40"));
    CHECK(session.item("2").verdict == Verdict::pass);
    REQUIRE(session.addCopy("pots"));
    REQUIRE(session.setAnswer("pots[2]/wet", "20"));
    CHECK(session.item("2").verdict == Verdict::fail);
    CHECK(session.question("pots[2]/wet").judged == Judged::outside);
}

namespace {

const std::string kPlaces = section(
    R"j({"id":"1","text":"地点","advisory":true,"rule":"record","questions":[
{"id":"province","type":"select_one","label":"省","choices":[{"name":"gs","label":"甘肃"},{"name":"qh","label":"青海"}]},
{"id":"county","type":"select_one","label":"县","choice_filter":"province = ${province}","choices":[{"name":"dh","label":"敦煌","columns":{"province":"gs"}},{"name":"hy","label":"湟源","columns":{"province":"qh"}}]},
{"id":"crop","type":"select_multiple","label":"作物","or_other":true,"required":false,"choices":[{"name":"rape","label":"油菜"}]},
{"id":"best","type":"rank","label":"次序","required":false,"choices":[{"name":"a","label":"甲"},{"name":"b","label":"乙"}]},
{"id":"at","type":"time","label":"时刻","required":false},
{"id":"place","type":"geopoint","label":"位置","required":false},
{"id":"seen","type":"acknowledge","label":"已告知","required":false},
{"id":"half","type":"range","label":"一半","parameters":"start=0 end=1 step=0.5","required":false},
{"id":"note","type":"note","label":{"zh":"${province}的县","en":"County in ${province}"}},
{"id":"stamp","type":"calculate","label":"何时选的","trigger":"${province}","calculation":"concat('chose ', ${province})"
},
{"id":"fixed","type":"text","label":"固定","default":"x","read_only":true},
{"id":"soil","type":"group","label":"土壤","relevant":"${province} = 'qh'","questions":[{"id":"ph","type":"decimal","label":"pH"}]}]
})j");

}  // namespace

TEST_CASE("choices follow a filter, and an answer that it leaves out goes") {
    auto session = filling(loaded(document(kPlaces)));
    CHECK(session.choices("county").empty());
    REQUIRE(session.setAnswer("province", "gs"));
    REQUIRE(session.choices("county").size() == 1);
    CHECK(session.choices("county").front().second.in("zh") == "敦煌");
    CHECK_FALSE(session.setAnswer("county", "hy"));
    REQUIRE(session.setAnswer("county", "dh"));
    REQUIRE(session.setAnswer("province", "qh"));
    CHECK(session.question("county").value.empty());
    CHECK(session.trail().replayed().values == session.answers().values);
    CHECK(session.question("ph").relevant);
    CHECK(session.question("note").label.in("zh") == "青海的县");
}

TEST_CASE("other is a choice, and asked for when it is chosen") {
    auto session = filling(loaded(document(kPlaces)));
    REQUIRE(session.choices("crop").size() == 2);
    CHECK_FALSE(session.question("crop_other").relevant);
    REQUIRE(session.setAnswer("crop", "other rape"));
    CHECK(session.question("crop").value == "rape other");
    CHECK(session.question("crop_other").relevant);
    REQUIRE(session.setAnswer("crop_other", "青稞"));
    CHECK(session.answersToSign().values.at("crop_other") == "青稞");
}

TEST_CASE("each type takes its own values") {
    auto session = filling(loaded(document(kPlaces)));
    const std::vector<std::array<std::string, 3>> taken{
        {"best", "b a", "b a"},
        {"at", "07:30", "07:30:00.000+08:00"},
        {"place", "38.2471 101.9683 2400 3.5", "38.2471 101.9683 2400 3.5"},
        {"seen", "OK", "OK"},
        {"half", "0.50", "0.5"}};
    for (const auto& [id, text, kept] : taken) {
        INFO(id);
        REQUIRE(session.setAnswer(id, text));
        CHECK(session.question(id).value.substr(0, 5) == kept.substr(0, 5));
    }
    for (const auto& [id, text] : std::vector<std::pair<std::string, std::string>>{{"best", "b b"},
                                                                                   {"best", "c"},
                                                                                   {"at", "25:00"},
                                                                                   {"place", "138 1"},
                                                                                   {"seen", "yes"},
                                                                                   {"half", "a"},
                                                                                   {"fixed", "y"},
                                                                                   {"soil", "1"},
                                                                                   {"note", "1"},
                                                                                   {"ph", "1 2"}}) {
        INFO(id << " " << text);
        CHECK_FALSE(session.setAnswer(id, text));
    }
    CHECK(session.question("fixed").value == "x");
    CHECK(session.question("fixed").readOnly);
}

TEST_CASE("what an answer triggers is kept as it was then") {
    auto session = filling(loaded(document(kPlaces)));
    REQUIRE(session.setAnswer("province", "gs"));
    CHECK(session.question("stamp").value == "chose gs");
    CHECK(session.answersToSign().values.at("stamp") == "chose gs");
    CHECK(session.trail().replayed().values == session.answers().values);
    SessionOptions options;
    options.trail = session.trail();
    auto again = filling(loaded(document(kPlaces)), session.answers(), std::move(options));
    CHECK(again.question("stamp").value == "chose gs");
}

TEST_CASE("what undo and redo set off goes into the trail, too") {
    auto session = filling(loaded(document(kPlaces)));
    REQUIRE(session.setAnswer("province", "gs"));
    REQUIRE(session.setAnswer("county", "dh"));
    REQUIRE(session.setAnswer("province", "qh"));
    while (session.canUndo()) {
        session.undo();
        CHECK(session.trail().replayed().values == session.answers().values);
    }
    while (session.canRedo()) {
        session.redo();
        CHECK(session.trail().replayed().values == session.answers().values);
    }
    CHECK(session.question("stamp").value == "chose qh");
}

TEST_CASE("what a form cannot mean is refused where it stands") {
    const std::vector<std::pair<std::string, std::string>> wrong{
        {R"j({"id":"a","type":"repeat","questions":[{"id":"x","type":"integer","label":"x"}]},{"id":"b","type":"decimal","label":"b","limits":{"min":"${x}"}})j",
         "gather it with a calculation"},
        {R"j({"id":"a","type":"text","label":"a","default":"1"},{"id":"b","type":"calculate","label":"b","calculation":"${a} + 1"},{"id":"c","type":"calculate","label":"c","calculation":"${d}"},{"id":"d","type":"calculate","label":"d","calculation":"${c}"})j",
         "questions[2]: these depend on themselves"},
        {R"j({"id":"a","type":"text","label":"a","choice_filter":"x = 1"})j", "only a question with choices"},
        {R"j({"id":"a","type":"text","label":"a","questions":[]})j", "only a group and a repeat"},
        {R"j({"id":"a","type":"group"})j", "questions"},
        {R"j({"id":"a","type":"text","label":"a","repeat_count":2})j", "only a repeat"},
        {R"j({"id":"a","type":"select_one","label":"a","or_other":true,"choices":"yn"},{"id":"a_other","type":"text","label":"b"})j",
         "taken"},
        {R"j({"id":"a","type":"text","label":"a","default":"1","relevant":"${nobody} = 1"})j",
         "there is no question ${nobody}"},
        {R"j({"id":"a","type":"text","label":"a","default":"1","relevant":"foo(1)"})j", "foo"}};
    for (const auto& [questions, sentence] : wrong) {
        INFO(questions);
        const auto refused = loadChecklist(document(
            section(R"j({"id":"1","text":"A","advisory":true,"rule":"record","questions":[)j" + questions + "]}")));
        REQUIRE_FALSE(refused);
        INFO(refused.error().detail);
        CHECK(refused.error().detail.find(sentence) != std::string::npos);
    }
}

TEST_CASE("conditions on facts and on starting hold in forms as in plain checklists") {
    const std::string items =
        R"j({"id":"0","text":"可以开始","points":0,"advisory":false,"precondition":"start","questions":[{"id":"go","type":"select_one","label":"go","choices":"three"}]},
{"id":"1","text":"高海拔","points":5,"applies":{"altitude":{"min":3000}},"questions":[{"id":"high","type":"select_one","label":"h","choices":"three","default":"pass"}]},
{"id":"2","text":"其他","points":5,"questions":[{"id":"rest","type":"select_one","label":"r","choices":"three"}]})j";
    std::string text = document(section(items));
    text.insert(text.find("\"grades\""), R"j("facts":[{"id":"altitude","type":"number","label":"海拔"}],)j");
    auto session = filling(loaded(text));
    REQUIRE(session.setFact("altitude", "2000"));
    CHECK_FALSE(session.item("1").relevant);
    REQUIRE(session.setFact("altitude", "3500"));
    CHECK(session.item("1").relevant);
    CHECK(session.question("high").value == "pass");
    REQUIRE(session.setAnswer("go", "fail"));
    CHECK_FALSE(session.item("1").relevant);
    CHECK_FALSE(session.item("2").relevant);
    REQUIRE(session.setAnswer("go", "pass"));
    REQUIRE(session.setAnswer("rest", "pass"));
    CHECK(session.totals().points == 10 * kPoint);
    CHECK(toJson(*scoreAnswers(session.checklist(), session.answersToSign())) == toJson(session.score()));
}

TEST_CASE("a newer version keeps the copies of a repeat") {
    const auto old = plots();
    std::string newer = document(kPlots);
    newer.replace(newer.find("\"version\":\"1\""), 13, "\"version\":\"2\"");
    auto session = filling(old);
    REQUIRE(session.setAnswer("plots[1]/area", "1"));
    REQUIRE(session.addCopy("plots"));
    REQUIRE(session.setAnswer("plots[2]/area", "2"));
    const auto diff = diffVersions(*old, *loaded(newer), session.answers());
    CHECK(diff.carried.values == session.answers().values);
    CHECK(diff.count(VersionChange::Kind::dropped) == 0);
}

namespace {

// `depth` calculations, each over the two before it: as many ways down as the Fibonacci number of it.
std::string chained(int depth) {
    std::string questions = R"j({"id":"c0","type":"integer","label":"0"},{"id":"c1","type":"integer","label":"1"})j";
    for (int i = 2; i <= depth; ++i) {
        const auto before = [&](int n) { return "${c" + std::to_string(i - n) + "}"; };
        questions += R"j(,{"id":"c)j" + std::to_string(i) + R"j(","type":"calculate","label":"c","calculation":")j" +
                     before(1) + " + " + before(2) + "\"}";
    }
    return questions;
}

std::string counted(const std::string& count) {
    return section(
        R"j({"id":"1","text":"A","advisory":true,"rule":"record","questions":[{"id":"n","type":"integer","label":"n","required":false},
{"id":"a","type":"repeat","label":"A","repeat_count":)j" +
        count + R"j(,"questions":[{"id":"b","type":"repeat","label":"B","repeat_count":"${n}","questions":[
{"id":"x","type":"integer","label":"x","required":false}]}]},{"id":"stamp","type":"calculate","label":"s","trigger":"${n}","calculation":"${n} + 1"}]})j");
}

}  // namespace

TEST_CASE("what waits for an answer of a copy is asked of each calculation once") {
    const auto checklist = loaded(document(section(
        R"j({"id":"1","text":"A","points":10,"rule":{"kind":"ratio","of":"total","target":10},"questions":[
{"id":"a","type":"repeat","label":"A","questions":[)j" +
        chained(60) + R"j(]},{"id":"total","type":"calculate","label":"T","calculation":"sum(${c60})"}]})j")));
    auto session = filling(checklist);
    REQUIRE(session.setAnswer("a[1]/c0", "1"));
    CHECK(session.item("1").verdict == Verdict::unanswered);
    REQUIRE(session.setAnswer("a[1]/c1", "1"));
    CHECK(session.item("1").verdict == Verdict::pass);
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
    REQUIRE(session.addCopy("a[1]/b"));
    CHECK(session.item("1").verdict == Verdict::unanswered);
    REQUIRE(session.setAnswer("a[1]/b[2]/x", "0"));
    CHECK(session.item("1").verdict == Verdict::pass);
    CHECK(toJson(*scoreAnswers(session.checklist(), session.answersToSign())) == toJson(session.score()));
}

TEST_CASE("more copies than a form can hold are refused, whoever counts them") {
    CHECK_FALSE(loadChecklist(document(counted("1001"))));
    CHECK_FALSE(loadChecklist(document(counted("\"1000000000\""))));
    const auto checklist = loaded(document(counted("\"${n}\"")));
    auto session = filling(checklist);
    REQUIRE(session.setAnswer("n", "3"));
    for (const auto* many : {"1001", "1000000000", "1000"}) {  // a thousand in each of a thousand is too many as well
        const auto refused = session.setAnswer("n", many);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == "too_many");
        CHECK(session.question("n").value == "3");
        CHECK(session.question("stamp").value == "4");
        CHECK(session.trail().replayed().values == session.answers().values);
        const auto scored = scoreAnswers(*checklist, answers({{"n", many}}));
        REQUIRE_FALSE(scored);
        CHECK(scored.error().code == "too_many");
    }
    REQUIRE(session.setAnswer("n", "4"));
    CHECK(session.rows("1").size() == 1 + 4 * (1 + 4 * 2 + 1) + 1 + 1);
    CHECK(scoreAnswers(*checklist, session.answersToSign()));
}

TEST_CASE("a copy that makes a computed count too large is refused at once and leaves all as it was") {
    const auto checklist = loaded(document(section(
        R"j({"id":"1","text":"A","advisory":true,"rule":"record","questions":[
{"id":"plots","type":"repeat","label":"P","questions":[{"id":"area","type":"integer","label":"a","required":false}]},
{"id":"wanted","type":"calculate","label":"w","calculation":"count(${plots}) * 400"},
{"id":"visits","type":"repeat","label":"V","repeat_count":"${wanted}","questions":[{"id":"v","type":"integer","label":"v","required":false}]}]})j")));
    auto session = filling(checklist);
    REQUIRE(session.setAnswer("plots[1]/area", "7"));
    REQUIRE(session.addCopy("plots"));
    REQUIRE(session.setAnswer("plots[2]/area", "8"));
    const auto before = session.answers();
    for (const char* like : {"", "plots[1]"}) {
        const auto refused = session.addCopy("plots", like);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == "too_many");
        CHECK(session.answers() == before);
        CHECK(session.rows("1").size() == filling(checklist, before).rows("1").size());
        CHECK(session.trail().replayed().values == session.answers().values);
    }
    session.undo();
    CHECK(session.question("plots[2]/area").value.empty());
    session.redo();
    CHECK(session.answers() == before);
    CHECK(scoreAnswers(*checklist, session.answersToSign()));
}

TEST_CASE("answers that name a thousand copies in a thousand are refused before the memory ends") {
    const auto checklist = loaded(document(section(
        R"j({"id":"1","text":"A","advisory":true,"rule":"record","questions":[{"id":"a","type":"repeat","label":"A","questions":[
{"id":"b","type":"repeat","label":"B","questions":[{"id":"x","type":"integer","label":"x","required":false}]}]}]})j")));
    Answers many = answers({{"a", "1000"}});
    for (int i = 1; i <= 1000; ++i) many.values["a[" + std::to_string(i) + "]/b"] = "1000";
    const auto scored = scoreAnswers(*checklist, many);
    REQUIRE_FALSE(scored);
    CHECK(scored.error().detail.find("holds no more") != std::string::npos);
}

TEST_CASE("undoing changes of copies keeps no more answers than it may") {
    Answers many = answers({{"plots", "1000"}});
    for (int copy = 1; copy <= 1000; ++copy) many.values["plots[" + std::to_string(copy) + "]/area"] = "1";
    auto session = filling(plots(), many);
    CHECK_FALSE(session.addCopy("plots"));
    for (int i = 0; i < 35; ++i) {
        REQUIRE(session.removeCopy("plots[1000]"));
        REQUIRE(session.addCopy("plots", "plots[1]"));
    }
    const auto last = session.answers();
    int undone = 0;
    for (; session.canUndo(); ++undone) session.undo();
    CHECK(undone > 1);
    CHECK(undone < 70);
    while (session.canRedo()) session.redo();
    CHECK(session.answers() == last);
}

TEST_CASE("a checklist has as many questions and choices as a tablet opens at once") {
    std::string questions, choices, selects;
    for (int i = 0; i <= 10'000; ++i) {
        const std::string n = std::to_string(i);
        questions += (i ? "," : "") + (R"j({"id":"q)j" + n + R"j(","type":"text","label":"q"})j");
        choices += (i ? "," : "") + (R"j({"name":"n)j" + n + R"j(","label":"n"})j");
    }
    for (int i = 0; i < 10; ++i)
        selects += (i ? "," : "") +
                   (R"j({"id":"s)j" + std::to_string(i) + R"j(","type":"select_one","choices":"long","label":"s"})j");
    const auto item = [](const std::string& all) {
        return section(R"j({"id":"1","text":"A","advisory":true,"rule":"record","questions":[)j" + all + "]}");
    };
    const auto tooMany = loadChecklist(document(item(questions)));
    REQUIRE_FALSE(tooMany);
    CHECK(tooMany.error().detail.find("at most 10000 questions") != std::string::npos);
    CHECK(tooMany.error().detail.find('\n') == std::string::npos);  // and nothing else
    std::string text = document(item(selects));
    text.insert(text.find("\"three\""), "\"long\":[" + choices + "],");
    const auto tooLong = loadChecklist(text);
    REQUIRE_FALSE(tooLong);
    CHECK(tooLong.error().detail.find("100000 choices") != std::string::npos);
}
