// Checklists as spreadsheets: what SHEETS.md shows is true, problems name their cell, nothing is dropped in silence.
#include "shared/checklist/load/form_nodes.h"
#include "shared/checklist/session/session.h"
#include "shared/checklist/sheets/export_sheets.h"
#include "shared/checklist/sheets/json_text.h"
#include "tests/unit/checklist/sheets_page.h"

using namespace plumb;
using namespace plumb::checklist;
using namespace plumb::checklist::test;

namespace {

ImportedSheets imported(const form::Workbook& book) {
    auto out = importSheets(book);
    INFO(problemsText(out));
    REQUIRE(out.checklist);
    CHECK(out.problems.empty());
    return out;
}

std::string exportedAndImported(const std::string& document) {
    const auto book = exportSheets(document);
    if (!book) FAIL(book.error().detail);
    const auto bytes = form::readWorkbook(form::writeWorkbook(*book));
    REQUIRE(bytes);
    return canonicalJson(imported(*bytes).document);
}

// One cell of the page's workbook is spoilt; this must be the only problem.
struct Spoilt {
    const char* sheet;
    std::size_t row;
    const char* column;
    const char* text;
    const char* problem;  // how it begins
};

}  // namespace

TEST_CASE("the page's sheets import to a document that loads, and export to themselves") {
    const auto first = imported(pageWorkbook());
    CHECK(first.warnings.empty());
    const auto& checklist = *first.checklist;
    REQUIRE(checklist.items.size() == 3);
    CHECK(checklist.items[0].veto);
    CHECK(checklist.items[0].finding);
    CHECK(checklist.items[1].id == "2");
    CHECK(checklist.questions[checklist.items[1].questions[0]].id == "records");
    CHECK(checklist.items[1].text.in("zh") == "记录齐全");
    CHECK(checklist.items[2].rule.bands.size() == 3);
    CHECK(checklist.grades[1].anyOf.size() == 1);
    CHECK(exportedAndImported(readableJson(first.document)) == canonicalJson(first.document));
}

TEST_CASE("the page's examples of errors are what the import says") {
    auto book = pageWorkbook();
    cellOf(book, "survey", 10, "of") = "liter";
    cellOf(book, "choices", 3, "share") = "half";
    std::string text = problemsText(importSheets(book));
    const std::string page = fileText("shared/checklist/SHEETS.md");
    const auto from = page.find("```\n", page.find("## Errors")) + 4;
    CHECK(text == page.substr(from, page.find("```", from) - from));
}

TEST_CASE("a spoilt cell is the one problem, named by sheet, row, column, text and a suggestion") {
    const Spoilt table[] = {
        {"survey", 3, "points", "eight", "survey, row 3, column points (H3): \"eight\": is no number; write"},
        {"survey", 3, "points", "50%",
         "survey, row 3, column points (H3): \"50%\": is no number; write 50 where a percentage"},
        {"survey", 3, "points", "", "survey, row 3, column points (H3): must be a number"},
        {"survey", 3, "points", "-1", "survey, row 3, column points (H3): \"-1\": must be a number from 0"},
        {"survey", 3, "key", "maybe", "survey, row 3, column key (I3): \"maybe\": is neither yes nor no"},
        {"survey", 3, "na", "renormalize", "survey, row 3, column na (K3): \"renormalize\" is none of"},
        {"survey", 3, "evidence", "photo 1",
         "survey, row 3, column evidence (N3): \"photo 1\": is not known here; did you mean \"photos\"?"},
        {"survey", 3, "evidence", "photos 1 2",
         "survey, row 3, column evidence (N3): \"photos 1 2\": must be set apart by ; before \"2\""},
        {"survey", 3, "rule", "limit", "survey, row 3, column rule (O3): \"limit\" is none of"},
        {"survey", 3, "label::en", "", "survey, row 3, column label::en (G3): has no text in \"en\""},
        {"survey", 3, "finding::zh", "${day_apart}", "survey, row 3, column finding::zh (R3): \"${day_apart}\": "},
        {"survey", 3, "severity", "", "survey, row 3, column severity (T3): must be one of"},
        {"survey", 4, "points", "3",
         "survey, row 4, column points (H4): \"3\": a row of kind question has no points: it belongs to the row of its "
         "item"},
        {"survey", 4, "type", "dat", "survey, row 4, column type (A4): \"dat\" is none of"},
        {"survey", 4, "type", "date three",
         "survey, row 4, column type (A4): \"date three\": only select_one, select_multiple and rank name a list"},
        {"survey", 4, "name", "1x", "survey, row 4, column name (C4): \"1x\" is no name"},
        {"survey", 7, "min", "${label_day}",
         "survey, row 7, column min (Z7): \"${label_day}\": there is no question \"label_day\"; did you mean "
         "\"label_days\"?"},
        {"survey", 9, "type", "select_one tree",
         "survey, row 9, column type (A9): \"select_one tree\": there is no list \"tree\"; did you mean \"three\"?"},
        {"survey", 9, "type", "select_one three or_other",
         "survey, row 9, column choice: the choice \"other\" must say its verdict"},
        {"survey", 9, "item", "1", "survey, row 9, column item (D9): \"1\" is taken by survey, row 3"},
        {"survey", 10, "kind", "",
         "survey, row 10, column kind (B10): a group must say whether it is a section or an item"},
        {"survey", 10, "kind", "itme",
         "survey, row 10, column kind (B10): \"itme\": a group must say whether it is a section or an item; did you "
         "mean \"item\"?"},
        {"survey", 14, "type", "", "survey, row 2, column type (A2): \"begin_group\": the group is not closed"},
        {"survey", 15, "type", "end_group",
         "survey, row 15, column type (A15): \"end_group\": there is no group that it would close"},
        {"survey", 15, "type", "text", "survey, row 15, column type (A15): \"text\": a question stands in an item"},
        {"survey", 1, "points", "pionts",
         "survey, row 1, column pionts (H1): \"pionts\" is no column of this sheet; did you mean \"points\"?"},
        {"survey", 1, "label::en", "label::fr",
         "survey, row 1, column label::fr (G1): \"fr\" is not one of the document's languages"},
        {"survey", 1, "points", "points::zh",
         "survey, row 1, column points::zh (H1): \"points\" is the same in every language"},
        {"survey", 3, "json:rule", "{", "survey, row 3, column json:rule (AB3): \"{\": is no JSON: line 1"},
        {"choices", 2, "list_name", "", "choices, row 2, column list_name (A2): says no list"},
        {"choices", 2, "verdict", "pas",
         "choices, row 2, column verdict (E2): \"pas\" is none of pass, part, fail; did you mean \"pass\"?"},
        {"choices", 5, "list_name", "question:litter",
         "choices, row 5, column list_name (A5): \"question:litter\": no question or fact has these choices"},
        {"settings", 2, "veto", "handver",
         "settings, row 2, column veto (I2): there is no grade \"handver\"; did you mean \"handover\"?"},
        {"settings", 2, "form_id", "", "settings, row 2, column form_id (B2): must be text; it is missing"},
        {"settings", 3, "form_id", "x", "settings, row 3: settings stand in one row"},
        {"grades", 3, "when", "points > 80",
         "grades, row 3, column when (E3): \"points > 80\": after \"points\" must come >= or <= and a number"},
        {"grades", 3, "when", "pionts >= 80",
         "grades, row 3, column when (E3): \"pionts >= 80\": is not known here; did you mean \"points\"?"},
        {"grades", 3, "when", "points >= 80 points",
         "grades, row 3, column when (E3): \"points >= 80 points\": must go on with and, or, or end, not \"points\""},
        {"grades", 3, "when", "sections[s9] >= 60",
         "grades, row 3, column when (E3): \"sections[s9] >= 60\": there is no section \"s9\""},
        {"grades", 4, "when", "points >= 1",
         "grades, row 4, column when (E4): \"points >= 1\": the last grade must have no condition"},
        {"bands", 2, "item", "33", "bands, row 2, column item (A2): there is no item \"33\"; did you mean \"3\"?"},
        {"bands", 3, "points", "9", "bands, row 3, column points (C3): \"9\": must be a number from 0 to 4"},
        {"grade", 2, "name", "x", "grade: is no sheet of a checklist; did you mean \"grades\"?"},
    };
    for (const auto& one : table) {
        INFO(std::string(one.sheet) + " " + std::to_string(one.row) + " " + one.column + " = " + one.text);
        auto book = pageWorkbook();
        cellOf(book, one.sheet, one.row, one.column) = one.text;
        if (std::string(one.sheet) == "grade") {
            for (auto& sheet : book.sheets) {
                if (sheet.name == "grades") sheet.name = "points of view";
            }
        }
        const auto result = importSheets(book);
        CHECK_FALSE(result.checklist);
        REQUIRE_FALSE(result.problems.empty());
        const std::string all = problemsText(result);
        INFO(all);
        CHECK((all.starts_with(one.problem) || all.find(std::string("\n") + one.problem) != std::string::npos));
        // What a wrong header or structure brings with it may be more; a wrong value brings one at most.
        const bool structural = one.row == 1 || one.row >= 14 || std::string(one.column) == "kind" ||
                                std::string(one.sheet) == "grade" || std::string(one.column) == "item";
        if (!structural) CHECK(result.problems.size() <= 2);
    }
}

TEST_CASE("all problems come at once, in the order of the sheets") {
    auto book = pageWorkbook();
    cellOf(book, "survey", 3, "points") = "x";
    cellOf(book, "survey", 11, "label::zh") = "";
    cellOf(book, "choices", 3, "share") = "half";
    cellOf(book, "settings", 2, "full") = "all";
    cellOf(book, "grades", 2, "tone") = "grey";
    const auto result = importSheets(book);
    std::vector<std::string> places;
    for (const auto& problem : result.problems) places.push_back(problem.sheet + " " + problem.cell);
    CHECK(places == std::vector<std::string>{"survey H3", "survey F11", "choices F3", "settings H2", "grades B2"});
}

TEST_CASE("what XLSForm has and checklists do not use is listed, not dropped") {
    auto book = pageWorkbook();
    cellOf(book, "survey", 4, "save_to") = "entity";
    cellOf(book, "survey", 5, "bind::odk:length") = "3";
    cellOf(book, "settings", 2, "default_language") = "zh";
    cellOf(book, "notes of mine", 1, "x") = "y";
    const auto result = imported(book);
    std::string all;
    for (const auto& warning : result.warnings) all += warning + "\n";
    CHECK(all.find("survey, column save_to: is XLSForm's, and checklists do not use it: 1 cell is not read") !=
          std::string::npos);
    CHECK(all.find("survey, column bind::odk:length") != std::string::npos);
    CHECK(all.find("settings, column default_language") != std::string::npos);
    CHECK(all.find("notes_of_mine: this sheet is not read") != std::string::npos);
    CHECK(result.warnings.size() == 4);
}

TEST_CASE("an XLSForm of the public kind imports as it is: a document that scores nothing") {
    form::Workbook book;
    book.sheets.push_back(sheetOf(
        "survey",
        R"(type|name|label::English (en)|label::Français (fr)|choice_filter|relevant|calculation|default|repeat_count|required|media::image
start|begun
text|who|Who?|Qui ?
begin group|home|Home|Maison
select_one province|province|Province|Province
select one from county|county|County|Comté|province = ${province}
note||You live in ${county}
end group
begin repeat|member|Member
q integer|age|Age|||||||yes
calculate|adult|||||${age} >= 18
end repeat
calculate|adults|||||count(${member}[adult = 'true'])
select_multiple crop or_other|crops|Crops|Cultures|||||||x.png
)"));
    book.sheets.push_back(sheetOf("choices", R"(list_name|name|label::English (en)|province
province|gs|Gansu
county|dh|Dunhuang|gs
crop|rape|Rape
)"));
    book.sheets.back().rows.push_back({"crop", "wheat"});
    const auto result = imported(book);
    CHECK(result.plain);
    // A choice without a label is called by its name.
    CHECK(result.checklist->question("crops")->choices[1].label.in("fr") == "wheat");
    const Checklist& checklist = *result.checklist;
    CHECK(checklist.kind == "form");
    CHECK(checklist.languages == std::vector<std::string>{"en", "fr"});
    REQUIRE(checklist.form);
    CHECK(checklist.form->definition->find("/data/home/county") != form::kNone);
    CHECK(checklist.form->definition->find("/data/member/age") != form::kNone);
    CHECK(checklist.question("age")->required);
    CHECK_FALSE(checklist.question("who")->required);
    Session session(result.checklist, [] { return *parseInstant("2026-11-22T12:00:00.000+08:00"); });
    CHECK(session.question("begun").value.starts_with("2026-11-22"));
    REQUIRE(session.setAnswer("member[1]/age", "20"));
    REQUIRE(session.addInstance("member"));
    REQUIRE(session.setAnswer("member[2]/age", "2"));
    CHECK(session.question("crops_other").relevant == false);
    CHECK(session.totals().max == 0);
    // Out again, and the same.
    const std::string text = readableJson(result.document);
    const auto again = exportSheets(text);
    if (!again) FAIL(again.error().detail);
    CHECK(canonicalJson(importSheets(*again).document) == canonicalJson(result.document));
}

TEST_CASE("headers and words are taken as authors write them") {
    auto book = pageWorkbook();
    for (auto& sheet : book.sheets) {
        if (sheet.name == "survey") sheet.name = " Survey ";
        for (auto& header : sheet.rows[0]) {
            if (header == "label::en") header = "Label :: English (en)";
            if (header == "Points" || header == "points") header = " Points";
        }
        for (auto& row : sheet.rows) {
            for (auto& cell : row) {
                if (cell == "begin_group") cell = "Begin Group";
                if (cell == "yes") cell = "是";
                if (cell == "select_one three") cell = "select one from three";
                if (cell == "photos 1; noteWhenFailed") cell = "photos 1，noteWhenFailed";
                if (cell == "points >= 80 and sections[*] >= 60") cell = "points ≥ 80 and sections[*]≥60";
                if (cell == "${litter} > 0") cell = "${litter} > 0 and ${litter} != \xE2\x80\x98x\xE2\x80\x99";
            }
        }
    }
    auto plain = pageWorkbook();
    cellOf(plain, "survey", 12, "relevant") = "${litter} > 0 and ${litter} != 'x'";
    CHECK(canonicalJson(imported(book).document) == canonicalJson(imported(plain).document));
}

TEST_CASE("what no column can say goes through a sheet all the same") {
    const char* const table[] = {
        R"({"format":1,"id":"t","version":"1","kind":"k","languages":["zh","en"],"title":{"en":"T","zh":" T\n"},"comment":{"why":[1,2.5,null]},
            "scoring":{},"facts":[],"levels":[],"choices":{"my list":[{"name":"p","label":"P","verdict":"pass","comment":"[x"}],"comment":"lists"},
            "sections":[{"id":"s","title":"S","items":[],"sections":[{"id":"i","title":"I","items":[
              {"id":"1","text":"T","points":1,"evidence":{},"standards":[],"rule":{"kind":"choice","comment":"c"},"questions":[
                {"id":"q","type":"select_one","choices":"my list","label":"L","multiline":false,"required":true,"comment":"- x"}]},
              {"id":"2","text":"T","points":1,"rule":{"kind":"limits"},"standards":[{"ref":"A","force":"mandatory","comment":"x"},{"ref":"B","force":"recommended"}],"questions":[
                {"id":"n","type":"decimal","label":"L","required":"${q} = 'p'","limits":{"min":"0.010","max":"5"}}]}
            ]}]}],
            "grades":[{"id":"g","label":"G","tone":"pass","when":[{"points":{"max":0.5,"comment":"c"}},{"failed":{"max":1,"min":0}}]},{"id":"h","label":"H","tone":"fail"}]})",
        R"({"id":"t","version":"1","kind":"k","languages":["zh"],"title":"T","scoring":{"bonus":{}},"choices":{},
            "facts":[{"id":"q","type":"choice","label":"L","choices":[{"name":"and","label":"A"},{"name":"or","label":"O"}]},{"id":"f","type":"text","label":"F","required":false}],
            "sections":[{"id":"s","title":"S","applies":{"f":"in","q":["or"]},"items":[
              {"id":"1","text":"T","points":1,"applies":{"f":["a, b","\"c"]},"questions":[
                {"id":"q","type":"select_one","choices":[{"name":"p","label":"P","verdict":"pass"}],"label":"L"}]}]}],
            "grades":[{"id":"g","label":"G","tone":"pass"}]})",
    };
    for (const auto* document : table) CHECK(exportedAndImported(document) == canonicalJson(*parseJson(document)));
}

TEST_CASE("a workbook that is no checklist anybody fills in is refused at once") {
    auto book = pageWorkbook();
    for (int i = 0; i < 60'000; ++i) book.sheets[1].rows.push_back({"list" + std::to_string(i), "p", "P"});
    CHECK(problemsText(importSheets(book)).find("more than 50000 rows") != std::string::npos);
    auto deep = pageWorkbook();
    for (int i = 0; i < 11'000; ++i)
        deep.sheets[0].rows.insert(deep.sheets[0].rows.begin() + 1,
                                   {"begin_group", "section", "x" + std::to_string(i)});
    CHECK(problemsText(importSheets(deep)).find("groups lie too deep") != std::string::npos);
    auto parts = pageWorkbook();
    for (int i = 0; i < 40'000; ++i)
        cellOf(parts, "bands", static_cast<std::size_t>(i) + 2, "item") = "no" + std::to_string(i);
    const auto result = importSheets(parts);
    CHECK_FALSE(result.checklist);
    CHECK(result.problems.size() <= 200);
}

TEST_CASE("one canonical text for one document") {
    CHECK(canonicalJson(*parseJson(R"({"b": [1.0, 0.5, 100], "a": "é\n"})")) == "{\"a\":\"é\\n\",\"b\":[1,0.5,100]}");
    CHECK(canonicalJson(*parseJson("[279.999, 1e-3, 0.000001]")) == "[279.999,0.001,0.000001]");
    CHECK(firstDifference(*parseJson(R"({"a":[{"b":1}]})"), *parseJson(R"({"a":[{"b":2}]})")) == "a[0].b");
}
