// Checklists that ask for more than plain questions: choice filters, defaults, triggers, times and places. The form
// engine fills them; the scoring is everybody's.
#include "tests/unit/checklist/evaluate/plots_checklist.h"

using namespace plumb;
using namespace plumb::checklist;
using namespace plumb::checklist::test;

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
