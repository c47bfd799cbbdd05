#include "tests/unit/checklist/small_checklist.h"

using namespace plumb;
using namespace plumb::checklist;
using namespace plumb::checklist::test;

namespace {

const std::string kItem =
    R"({"id":"1","text":"A","points":4,"questions":[{"id":"a","type":"select_one","choices":"three","label":"A"}]})";

std::string withItem(const std::string& item) {
    return document(section(item));
}
std::string withQuestion(const std::string& question, const std::string& rule = R"("record")",
                         const std::string& points = "0") {
    return withItem(R"({"id":"1","text":"A","points":)" + points + R"(,"rule":)" + rule + R"(,"questions":[)" +
                    question + "]}");
}
std::string problemsOf(const std::string& text) {
    const auto result = loadChecklist(text);
    return result ? "loaded" : result.error().detail;
}

}  // namespace

TEST_CASE("a syntax error on line 40 names line 40") {
    std::string text = "{\n";
    for (int line = 2; line < 40; ++line) text += "  \"comment\": \"line " + std::to_string(line) + "\",\n";
    text += "  \"id\" \"x\"\n}\n";
    const auto result = loadChecklist(text);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == "bad_json");
    CHECK_THAT(result.error().detail, Catch::StartsWith("line 40, column "));
    const auto read = readChecklist(text);
    REQUIRE(read.problems.size() == 1);
    CHECK(read.problems[0].line == 40);
    CHECK(read.problems[0].path.empty());
}

TEST_CASE("the same cut of the real checklist names its line") {
    std::string text = fileText("assets/checklists/6a.json");
    std::size_t at = 0;
    for (int line = 1; line < 40; ++line) at = text.find('\n', at) + 1;
    text.insert(at, "#");
    CHECK_THAT(problemsOf(text), Catch::StartsWith("line 40, column "));
}

TEST_CASE("a small document loads") {
    const auto checklist = loaded(withItem(kItem));
    CHECK(checklist->items.size() == 1);
    CHECK(checklist->item("1")->points == 4000);
    CHECK(checklist->item("1")->no == "1");
    CHECK(checklist->item("1")->rule.kind == RuleKind::choice);
    CHECK(checklist->question("a")->choices.size() == 3);
    CHECK(checklist->title.in("zh-CN") == "T");
    CHECK_FALSE(checklist->item("2"));
}

TEST_CASE("all problems are reported at once, in the document's order, with path and position") {
    const auto read = readChecklist(document(section(
        "\n"
        R"({"id":"1","text":{"zh":"A"},"points":-4,"veta":true,"questions":[{"id":"a","type":"select_won","label":"A"}]},)"
        "\n"
        R"({"id":"1","text":"B","points":4,"questions":[{"id":"b","type":"select_one","choices":"tree","label":"B","relevant":"${x} = 1"}]})")));
    REQUIRE_FALSE(read.checklist);
    std::string all;
    std::size_t line = 0;
    for (const auto& problem : read.problems) {
        all += problem.text() + "\n";
        CHECK(problem.line >= line);
        line = problem.line;
    }
    INFO(all);
    CHECK_THAT(all, Catch::Contains("sections[0].items[0].text: has no text in \"en\""));
    CHECK_THAT(all, Catch::Contains(
                        "sections[0].items[0].points: must be a number from 0 to 10000 with at most three decimals"));
    CHECK_THAT(all, Catch::Contains("sections[0].items[0].veta: is not known here; did you mean \"veto\"?"));
    CHECK_THAT(all, Catch::Contains("sections[0].items[0].questions[0].type: \"select_won\" is none of"));
    CHECK_THAT(all, Catch::Contains("did you mean \"select_one\"?"));
    CHECK_THAT(all, Catch::Contains("sections[0].items[1].id: \"1\" is taken by sections[0].items[0].id"));
    CHECK_THAT(all,
               Catch::Contains(
                   "sections[0].items[1].questions[0].choices: there is no list \"tree\"; did you mean \"three\"?"));
    CHECK_THAT(all, Catch::Contains("sections[0].items[1].questions[0].relevant: column 1: there is no question ${x}"));
    CHECK(read.problems.front().line == 6);
    CHECK(read.problems.back().line == 7);
}

TEST_CASE("refused documents say what is wrong and where") {
    const std::string note = R"({"id":"n","type":"note","label":"N"})";
    const auto [text, part] = GENERATE_COPY(table<std::string, std::string>({
        {"[]", "must be an object, not an array"},
        {"{}", "id: must be text; it is missing"},
        {"{}", "sections: must be an array; it is missing"},
        {R"({"format":2})", "format: must be 1"},
        {document(""), "sections: must not be empty"},
        {document(R"({"id":"s","title":"S","items":[]})"), "sections[0].items: must not be empty"},
        {document("7"), "sections[0]: must be an object, not a number"},
        {withItem("[]"), "sections[0].items[0]: must be an object"},
        {withItem(R"({"id":"a b","text":"A","points":1,"questions":[]})"),
         "sections[0].items[0].id: \"a b\" is no name"},
        {withItem(R"({"id":"1","text":"A","points":1,"questions":[]})"),
         "sections[0].items[0].questions: must not be empty"},
        {withItem(R"({"id":"1","text":"A","points":0.0005,"questions":[]})"), "points: must be a number"},
        {withItem(R"({"id":"1","text":"A","points":"4","questions":[]})"), "points: must be a number"},
        {withItem(R"({"id":"1","text":"A","questions":[]})"),
         "points: must be a number from 0 to 10000 with at most three decimals; it is missing"},
        {withItem(R"({"id":"1","text":"","points":1,"questions":[]})"), "text: must not be empty"},
        {withItem(R"({"id":"1","text":"A","points":1,"advisory":true,"rule":"record","questions":[)" + note + "]}"),
         "advisory: an advisory item has no points"},
        {withItem(R"({"id":"1","text":"A","points":1,"rule":"record","questions":[)" + note + "]}"),
         "what is only recorded has no points"},
        {withItem(R"({"id":"1","text":"A","points":1,"na":"yes","questions":[]})"),
         "na: \"yes\" is none of forbidden, renormalise, full"},
        {withItem(R"({"id":"1","text":"A","points":1,"standards":[{"ref":"GB 1"}],"questions":[]})"),
         "standards[0].force: must be one of mandatory, recommended"},
        {withItem(R"({"id":"1","text":"A","points":1,"evidence":{"photos":-1},"questions":[]})"),
         "evidence.photos: must be a whole number from 0 to 50"},
        {withItem(R"({"id":"1","text":"A","points":1,"finding":{"text":"F ${q}","severity":"bad"},"questions":[]})"),
         "finding.severity: \"bad\" is none of"},
        {withItem(
             R"({"id":"1","text":"A","points":1,"finding":{"text":"F ${q}","severity":"minor","days":1},"questions":[]})"),
         "finding.text.zh: there is no question \"q\""},
        {withItem(R"({"id":"1","text":"A","points":1,"finding":{"text":"F","severity":"minor"},"questions":[]})"),
         "finding.days: must say"},
        {withItem(R"({"id":"1","text":"A","points":1,"rule":"guess","questions":[]})"),
         "rule.kind: \"guess\" is none of choice, limits"},
        {withItem(R"({"id":"1","text":"A","points":1,"questions":[)" + note + "]}"),
         "no question of the item has choices with a verdict"},
        {withItem(
             R"({"id":"1","text":"A","points":1,"questions":[{"id":"a","type":"select_one","choices":"yn","label":"A"}]})"),
         "no question of the item has choices with a verdict"},
        {withItem(
             R"({"id":"1","text":"A","points":1,"questions":[{"id":"a","type":"select_one","choices":"three","label":"A"},{"id":"b","type":"select_one","choices":"three","label":"B"}]})"),
         "several questions have choices with a verdict"},
        {withItem(R"({"id":"1","text":"A","points":1,"rule":"limits","questions":[)" + note + "]}"),
         "none of the item's questions has limits"},
        {withQuestion(R"({"id":"1a","type":"text","label":"A"})"), "\"1a\" is no name: a letter or _ first"},
        {withQuestion(R"({"id":"a","type":"text"})"), "label: must be text in the document's languages; it is missing"},
        {withQuestion(R"({"id":"a","type":"text","label":"A","choices":"three"})"),
         "only select_one, select_multiple and rank have choices"},
        {withQuestion(R"({"id":"a","type":"select_one","label":"A"})"),
         "choices: must be the name of a list or an array of choices; it is missing"},
        {withQuestion(R"({"id":"a","type":"select_one","label":"A","choices":[]})"),
         "choices: must hold at least one choice"},
        {withQuestion(
             R"({"id":"a","type":"select_one","label":"A","choices":[{"name":"x","label":"X"},{"name":"x","label":"Y"}]})"),
         "choices[1].name: \"x\" is taken by"},
        {withQuestion(
             R"({"id":"a","type":"select_one","label":"A","choices":[{"name":"x","label":"X","verdict":"part"}]})"),
         "a choice that conforms in part says what it earns"},
        {withQuestion(R"({"id":"a","type":"select_one","label":"A","choices":[{"name":"x","label":"X","share":0.5}]})"),
         "says whether it is pass, part or fail"},
        {withQuestion(
             R"({"id":"a","type":"select_one","label":"A","choices":[{"name":"x","label":"X","verdict":"pass","points":5}]})",
             R"("choice")", "4"),
         "earns more than the item's 4 points"},
        {withQuestion(R"({"id":"a","type":"text","label":"A","unit":"kg"})"), "unit: only a number has a unit"},
        {withQuestion(R"({"id":"a","type":"text","label":"A","limits":{"min":1}})"),
         "limits: only a number has limits"},
        {withQuestion(R"({"id":"a","type":"decimal","label":"A","limits":{}})"),
         "limits: must have min, above, max or below"},
        {withQuestion(R"({"id":"a","type":"decimal","label":"A","limits":{"min":2,"max":1}})"),
         "the lower limit is above the upper one"},
        {withQuestion(R"({"id":"a","type":"decimal","label":"A","limits":{"min":2,"above":1}})"), "stands beside min"},
        {withQuestion(R"({"id":"a","type":"decimal","label":"A","limits":{"min":"${b}"}})"),
         "limits.min: there is no question \"b\""},
        {withQuestion(R"({"id":"a","type":"decimal","label":"A","limits":{"min":"two"}})"),
         "limits.min: must be a number of at most 15 digits"},
        {withQuestion(
             R"({"id":"a","type":"text","label":"A"},{"id":"b","type":"decimal","label":"B","limits":{"min":"${a}"}})"),
         "limits.min: \"a\" is no number"},
        {withQuestion(R"({"id":"a","type":"calculate","label":"A"})"),
         "a question of type calculate needs a calculation"},
        {withQuestion(R"({"id":"a","type":"note","label":"A","calculation":"1"})"),
         "neither a group nor a note is calculated"},
        {withQuestion(R"({"id":"a","type":"text","label":"A","required":"${b}"})"),
         "required: column 1: there is no question ${b}"},
        {withQuestion(R"({"id":"a","type":"text","label":"A","required":1})"),
         "required: must be true, false or an expression"},
        {withQuestion(R"j({"id":"a","type":"text","label":"A","relevant":"today() > 1"})j"),
         "relevant: today() cannot reach a score"},
        {withQuestion(R"j({"id":"a","type":"calculate","label":"A","calculation":"today()"})j"),
         "calculation: today() cannot reach a score"},
        {withQuestion(R"({"id":"a","type":"text","label":"A","relevant":". > 1"})"),
         "\".\" has a meaning in a constraint only"},
        {withQuestion(R"({"id":"a","type":"text","label":"A","relevant":"${n} = 1"},)" + note),
         "\"n\" is a note and has no answer"},
        {withQuestion(R"({"id":"a","type":"text","label":"A","requierd":true})"),
         "requierd: is not known here; did you mean \"required\"?"},
        {withQuestion(R"({"id":"a","type":"integer","label":"A"})", R"({"kind":"deduct","of":"a"})", "4"),
         "rule.each: must be a number"},
        {withQuestion(R"({"id":"a","type":"text","label":"A"})", R"({"kind":"deduct","of":"a","each":1})", "4"),
         "rule.of: \"a\" is no number"},
        {withQuestion(R"({"id":"a","type":"integer","label":"A"})", R"({"kind":"count","of":"b","each":1})", "4"),
         "rule.of: there is no question \"b\""},
        {withQuestion(R"({"id":"a","type":"integer","label":"A"})", R"({"kind":"ratio","of":"a"})", "4"),
         "rule.target: must be a number or a question"},
        {withQuestion(R"({"id":"a","type":"integer","label":"A"})", R"({"kind":"ratio","of":"a","target":0})", "4"),
         "rule.target: must be above 0"},
        {withQuestion(R"({"id":"a","type":"integer","label":"A"})",
                      R"({"kind":"ratio","of":"a","target":9,"below":1.5})", "4"),
         "rule.below: must be a number from 0 to 1"},
        {withQuestion(R"({"id":"a","type":"integer","label":"A"})",
                      R"({"kind":"band","of":"a","bands":[{"min":1,"points":4}]})", "4"),
         "the last band must have no limits"},
        {withQuestion(R"({"id":"a","type":"integer","label":"A"})",
                      R"({"kind":"band","of":"a","bands":[{"points":5}]})", "4"),
         "bands[0].points: must be a number from 0 to 4"},
        {withQuestion(R"({"id":"a","type":"integer","label":"A"})", R"({"kind":"judge"})", "4"),
         "rule.when: must be an expression"},
        {withQuestion(R"({"id":"a","type":"integer","label":"A"})", R"({"kind":"judge","when":"1 +"})", "4"),
         "rule.when: column 4: here must be a value"},
        {document(section(kItem), R"("veto":"nope")"), "scoring.veto: there is no grade \"nope\""},
        {document(section(kItem), R"("full":0)"), "scoring.full: must be a number from 0.001"},
        {document(
             section(
                 R"({"id":"1","text":"A","points":4,"veto":true,"questions":[{"id":"a","type":"select_one","choices":"three","label":"A"}]})"),
             ""),
         "scoring.veto: must name the grade"},
        {document(section(R"({"id":"1","text":"A","points":0,"rule":"record","questions":[)" + note + "]}"),
                  R"("full":100)"),
         "scoring.full: no item is worth any points"},
    }));
    INFO(part);
    CHECK_THAT(problemsOf(text), Catch::Contains(part));
}

TEST_CASE("grades are checked") {
    const auto with = [](const std::string& grades) {
        std::string text = withItem(kItem);
        const auto from = text.find("\"grades\":") + 9;
        return problemsOf(text.replace(from, text.find(",\n\"scoring\"") - from, grades));
    };
    const std::string last = R"({"id":"vetoed","label":"L","tone":"fail"})";
    CHECK(with("[" + last + "]") == "loaded");
    CHECK_THAT(with("[]"), Catch::Contains("grades: must not be empty"));
    CHECK_THAT(with(R"([{"id":"vetoed","label":"L","tone":"fail","when":[{"failed":{"max":0}}]}])"),
               Catch::Contains("grades[0].when: the last grade must have no condition"));
    CHECK_THAT(with(R"([{"id":"a","label":"L","tone":"fail","when":[{}]},)" + last + "]"),
               Catch::Contains("grades[0].when[0]: must test something"));
    CHECK_THAT(with(R"([{"id":"a","label":"L","tone":"fail","when":[{"point":{"min":1}}]},)" + last + "]"),
               Catch::Contains("did you mean \"points\"?"));
    CHECK_THAT(with(R"([{"id":"a","label":"L","tone":"fail","when":[{"points":{}}]},)" + last + "]"),
               Catch::Contains("must have min, max or both"));
    CHECK_THAT(with(R"([{"id":"a","label":"L","tone":"fail","when":[{"percent":{"min":101}}]},)" + last + "]"),
               Catch::Contains("from 0 to 100"));
    CHECK_THAT(with(R"([{"id":"a","label":"L","tone":"fail","when":[{"sections":{"x":{"min":60}}}]},)" + last + "]"),
               Catch::Contains("there is no section \"x\""));
    CHECK_THAT(with(R"([{"id":"vetoed","label":"L","tone":"fail","when":[{"failed":{"min":1}}]},)" + last + "]"),
               Catch::Contains("grades[1].id: \"vetoed\" is taken by grades[0].id"));
}

TEST_CASE("what depends on itself is refused with the way round") {
    const auto calculated = [](const std::string& questions) { return problemsOf(withQuestion(questions)); };
    CHECK_THAT(calculated(R"({"id":"a","type":"calculate","label":"A","calculation":"${a} + 1"})"),
               Catch::Contains("depends on itself: ${a} \u2192 ${a}"));
    CHECK_THAT(
        calculated(
            R"({"id":"a","type":"calculate","label":"A","calculation":"${b} + 1"},{"id":"b","type":"calculate","label":"B","calculation":"${c}"},{"id":"c","type":"integer","label":"C","relevant":"${a} > 1"})"),
        Catch::Contains("depends on itself: ${a} \u2192 ${b} \u2192 ${c} \u2192 ${a}"));
    CHECK_THAT(
        problemsOf(withItem(
            R"({"id":"1","text":"A","points":4,"relevant":"${a} = 'x'","questions":[{"id":"a","type":"select_one","choices":"three","label":"A"}]})")),
        Catch::Contains("depends on itself: item 1 \u2192 ${a} \u2192 item 1"));
    CHECK(
        calculated(
            R"({"id":"a","type":"integer","label":"A","constraint":". < ${b}"},{"id":"b","type":"integer","label":"B","constraint":". > ${a}"})") ==
        "loaded");
}

TEST_CASE("hostile documents end in an error") {
    CHECK_THAT(problemsOf(std::string(kMaxDocumentBytes + 1, ' ')), Catch::Contains("at most"));
    CHECK_THAT(problemsOf(std::string(1'000'000, '[')), Catch::StartsWith("line 1, column "));
    CHECK_THAT(problemsOf("{\"id\":\"\xC3\x28\"}"), Catch::StartsWith("line 1, column "));
    std::string many = R"({"id":"1","text":"A","points":4,"questions":[])";
    for (int i = 0; i < 5000; ++i) many += ",\"x" + std::to_string(i) + "\":1";
    const auto read = readChecklist(withItem(many + "}"));
    CHECK(read.problems.size() == 200);
}

TEST_CASE("deep nesting inside an expression of a document is refused with its path") {
    const std::string nested = std::string(200'000, '(') + "1" + std::string(50, ')');
    CHECK_THAT(problemsOf(withQuestion(R"({"id":"a","type":"text","label":"A","relevant":")" + nested + "\"}")),
               Catch::Contains("sections[0].items[0].questions[0].relevant: column 202: nested more than 200 deep"));
}
