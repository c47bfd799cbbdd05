// How much a checklist with repeats may hold: whoever asks for more is refused before the memory ends.
#include "shared/checklist/score/missing.h"
#include "tests/unit/checklist/evaluate/plots_checklist.h"

using namespace plumb;
using namespace plumb::checklist;
using namespace plumb::checklist::test;

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
    REQUIRE(session.addInstance("plots"));
    REQUIRE(session.setAnswer("plots[2]/area", "8"));
    const auto before = session.answers();
    for (const char* like : {"", "plots[1]"}) {
        const auto refused = session.addInstance("plots", like);
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
    for (int instance = 1; instance <= 1000; ++instance)
        many.values["plots[" + std::to_string(instance) + "]/area"] = "1";
    auto session = filling(plots(), many);
    CHECK_FALSE(session.addInstance("plots"));
    for (int i = 0; i < 35; ++i) {
        REQUIRE(session.removeInstance("plots[1000]"));
        REQUIRE(session.addInstance("plots", "plots[1]"));
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
