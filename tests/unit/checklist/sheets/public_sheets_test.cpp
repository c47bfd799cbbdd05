// XLSForms of the public kind as documents: what their authors may write is taken, what is left out is told.
#include "shared/checklist/load/form_nodes.h"
#include "shared/checklist/session/session.h"
#include "shared/checklist/sheets/export_sheets.h"
#include "shared/checklist/sheets/json_text.h"
#include "tests/unit/checklist/sheets_page.h"

using namespace plumb;
using namespace plumb::checklist;
using namespace plumb::checklist::test;

namespace {

form::Workbook workbookOf(const std::string& name) {
    auto read = form::readWorkbook(fileText("tests/unit/form/fixtures/sheets/" + name));
    if (!read) FAIL(read.error().detail);
    return std::move(*read);
}

form::Workbook book(const std::string& survey, const std::string& choices = {}, const std::string& settings = {}) {
    form::Workbook out;
    out.sheets.push_back(sheetOf("survey", survey));
    if (!choices.empty()) out.sheets.push_back(sheetOf("choices", choices));
    if (!settings.empty()) out.sheets.push_back(sheetOf("settings", settings));
    return out;
}

ImportedSheets imported(const form::Workbook& workbook, const std::string& file = {}) {
    auto out = importSheets(workbook, file);
    INFO(problemsText(out));
    REQUIRE(out.checklist);
    CHECK(out.plain);
    // Out again, and the same.
    const auto again = exportSheets(readableJson(out.document));
    if (!again) FAIL(again.error().detail);
    CHECK(canonicalJson(importSheets(*again).document) == canonicalJson(out.document));
    return out;
}

std::string refused(const form::Workbook& workbook) {
    const auto out = importSheets(workbook);
    CHECK_FALSE(out.checklist);
    return problemsText(out);
}

bool warns(const ImportedSheets& out, const std::string& text) {
    return std::ranges::any_of(out.warnings, [&](const auto& one) { return one.find(text) != std::string::npos; });
}

Session sessionOf(const ImportedSheets& out) {
    return Session(out.checklist, [] { return *parseInstant("2026-11-22T12:00:00.000+08:00"); });
}

}  // namespace

TEST_CASE("one name in two groups is two questions, filled and kept each by itself") {
    const auto out = imported(workbookOf("same-names.xlsx"));
    CHECK(warns(out,
                "survey, row 6, column name: \"name\" is the name of row 3 too; in the document, and in its data, "
                "this one is called \"kids.name\""));
    Session session = sessionOf(out);
    REQUIRE(session.setAnswer("name", "Li"));
    REQUIRE(session.setAnswer("kids[1]/kids.name", "Xiao"));
    const Answers answers = session.answersToSign();
    CHECK(answers.values.at("name") == "Li");
    CHECK(answers.values.at("kids[1]/kids.name") == "Xiao");
    CHECK(out.checklist->form->definition->find("/data/a/name") != form::kNone);
}

TEST_CASE("a reference to a name of two groups is refused with the rows") {
    auto sheets = workbookOf("same-names.xlsx");
    sheets.sheets[0].rows.push_back({"note", "n", "${name}"});
    CHECK(refused(sheets).find("survey, row 8, column label (C8): \"${name}\": \"name\" is the name of the rows 3 and "
                               "6: give one of them another name") != std::string::npos);
}

TEST_CASE("one name twice in one group is refused") {
    CHECK(refused(book("type|name|label\ntext|a|A\ntext|a|B\n")).find("\"a\" is taken by survey, row 2") !=
          std::string::npos);
}

TEST_CASE("old headers, an author's own columns and a form without an id import") {
    CHECK(imported(workbookOf("single-colon.xlsx")).checklist->languages == std::vector<std::string>{"English"});
    CHECK(warns(imported(workbookOf("notes-column.xlsx")),
                "survey, row 1: the column \"notes\" is the author's own and is not read"));
    CHECK(imported(workbookOf("noformid.xlsx"), "noformid").checklist->id == "noformid");
}

TEST_CASE("columns of ours are an author's own in a public form, and nearly known ones are told") {
    const auto out = imported(book("type|name|label|unit|min|level|relevnt\ntext|a|A|kg|3|7|x\n"));
    for (const std::string column : {"unit", "min", "level"})
        CHECK(warns(out, "the column \"" + column + "\" is the author's own and is not read"));
    CHECK(warns(out, "the column \"relevnt\" is the author's own and is not read; did you mean \"relevant\"?"));
}

TEST_CASE("in a checklist an author's own column is listed, a misspelt one of ours is an error") {
    auto sheets = pageWorkbook();
    cellOf(sheets, "survey", 3, "remarks by Li") = "x";
    const auto out = importSheets(sheets);
    CHECK(out.checklist);
    CHECK(warns(out, "survey, row 1: the column \"remarks by Li\" is the author's own and is not read"));
    cellOf(sheets, "survey", 1, "points") = "pionts";
    CHECK(refused(sheets).find("did you mean \"points\"?") != std::string::npos);
}

TEST_CASE("choice names are what XLSForm allows, but for spaces where several can be chosen") {
    const auto out = imported(workbookOf("choice-space.xlsx"));
    Session session = sessionOf(out);
    REQUIRE(session.setAnswer("s", ">150"));
    REQUIRE(session.setAnswer("s", "père"));
    const std::string choices =
        "list_name|name|label\nl|New York|N\nl|N/A|-\nl|优|You\nl|3.5%|p\nl|" + std::string(65, 'x') + "|long\n";
    const auto more =
        imported(book("type|name|label|relevant\nselect_one l|a|A\ntext|b|B|${a} = 'New York'\n", choices));
    Session other = sessionOf(more);
    REQUIRE(other.setAnswer("a", "New York"));
    CHECK(other.question("b").relevant);
    CHECK(other.answersToSign().values.at("a") == "New York");
    CHECK(refused(book("type|name|label\nselect_multiple l|a|A\n", choices))
              .find("the choice \"New York\" has a space in its name") != std::string::npos);
}

TEST_CASE("a name may stand in a list twice where the settings say so") {
    const auto out = imported(workbookOf("duplicate-choices.xlsx"));
    Session session = sessionOf(out);
    REQUIRE(session.setAnswer("s", "y"));
    REQUIRE(session.setAnswer("c", "king"));
    CHECK(session.choices("c").size() == 1);
    CHECK(refused(book("type|name|label\nselect_one l|a|A\n", "list_name|name|label\nl|x|X\nl|x|Y\n"))
              .find("\"x\" is taken by choices, row 2") != std::string::npos);
}

TEST_CASE("what an expression takes out of a list by instance() is what stands in that question's choices") {
    const auto out =
        imported(book("type|name|label|calculation\nbegin_group|g|G\n"
                      "calculate|c||instance('l')/root/item[name = ${a}]/label\n"
                      "calculate|d||count(instance( \"l\" )/root/item[far = 'yes'])\n"
                      "select_one l|a|A\nend_group\n",
                      "list_name|name|label|far\nl|x|X of old|yes\nl|y|Y|yes\nl|z|Z|no\n"));
    Session session = sessionOf(out);
    REQUIRE(session.setAnswer("a", "x"));
    CHECK(session.question("c").value == "X of old");
    CHECK(session.question("d").value == "2");
}

TEST_CASE("instance() in a document: the question's choices wherever it is asked for, alike lists or not") {
    // Two questions share what is one list in the workbook; a condition and a constraint read it too.
    const auto out =
        imported(book("type|name|label|relevant|constraint\nselect_one l|a|A||\nselect_one m|b|B||\n"
                      "text|t|T|instance('m')/root/item[name = ${a}]/label = 'X'|"
                      "count(instance('l')/root/item[name = current()/.]) = 1\n",
                      "list_name|name|label\nl|x|X\nm|x|X\n"));
    Session session = sessionOf(out);
    REQUIRE(session.setAnswer("a", "x"));
    CHECK(session.setAnswer("t", "x"));
    CHECK(session.answersToSign().values.contains("t"));
}

TEST_CASE("instance() of a list that nobody chooses from is refused with the cell and what to do") {
    CHECK(refused(book("type|name|label|calculation\ntext|a|A\n"
                       "calculate|c||instance('l')/root/item[name = ${a}]/label\n",
                       "list_name|name|label\nl|x|X\n"))
              .find("survey, row 3, column calculation (D3): \"instance('l')/root/item[name = ${a}]/label\": "
                    "instance('l'): no question chooses from a list \"l\"") != std::string::npos);
    CHECK(refused(book("type|name|label|calculation\ntext|a|A\ncalculate|c||instance(${a})/root/item\n"))
              .find("in quotation marks") != std::string::npos);
}

TEST_CASE("a list with labels in two languages has none for instance(), and that is told") {
    const auto out =
        imported(book("type|name|label::en (en)|label::zh (zh)|calculation\nselect_one l|a|A|A\n"
                      "calculate|c|||instance('l')/root/item[name = ${a}]/label\n",
                      "list_name|name|label::en (en)|label::zh (zh)\nl|x|X|甲\n"));
    CHECK(warns(out, "jr:choice-name() says what a choice is called"));
}

TEST_CASE("the rows of an external file are read by instance(), beside the form or attached to the document") {
    const auto sheets = book(
        "type|name|label|calculation\ncsv-external|crops\ntext|a|A\n"
        "calculate|c||instance('crops')/root/item[name = ${a}]/label\n");
    const auto out = imported(sheets);
    CHECK(json::serialize(out.document).find("instance('crops.csv')/root/item") != std::string::npos);
    const auto& instances = out.checklist->form->definition->instances;
    REQUIRE(instances.size() == 1);
    CHECK(instances[0].source == "jr://file-csv/crops.csv");
    const auto unread = imported(book("type|name|label\nxml-external|areas\ntext|a|A\n"));
    CHECK(warns(unread, "no expression reads instance('areas')"));
}

TEST_CASE("external choices are choices") {
    auto sheets = book("type|name|label|choice_filter\nselect_one s|s|S\nselect_one_external c|c|C|s = ${s}\n",
                       "list_name|name|label\ns|x|X\ns|y|Y\n");
    sheets.sheets.push_back(sheetOf("external_choices", "list_name|name|label|s\nc|a|A|x\nc|b|B|y\n"));
    const auto out = imported(sheets);
    Session session = sessionOf(out);
    REQUIRE(session.setAnswer("s", "y"));
    REQUIRE(session.choices("c").size() == 1);
    CHECK(session.choices("c").front().first == "b");
}

TEST_CASE("a loop imports as a group for each choice") {
    const auto out = imported(book("type|name|label\nbegin loop over l|o|O\ninteger|n|How many %(label)s?\nend loop\n",
                                   "list_name|name|label\nl|hoe|Hoes\nl|axe|Axes\n"));
    CHECK(out.checklist->question("n")->label.in("und") == "How many Hoes?");
    CHECK(out.checklist->question("axe.n")->label.in("und") == "How many Axes?");
}

TEST_CASE("texts without a language beside such with one are the default language's") {
    const auto out = imported(book("type|name|label|label::French|hint\ntext|a|A|B|h\n"));
    CHECK(out.checklist->languages == std::vector<std::string>{"default", "French"});
    CHECK(out.checklist->question("a")->label.in("default") == "A");
    const auto said = imported(book("type|name|label|label::fr\ntext|a|A|B\n", "", "default_language|form_id\nen|f\n"));
    CHECK(said.checklist->languages == std::vector<std::string>{"en", "fr"});
}

TEST_CASE("odd sheets are told with their cells, as form run tells them") {
    CHECK(refused(workbookOf("title-above-header.xlsx")) ==
          "survey, row 1: row 1 must name the columns, and here row 2 does; delete row 1\n");
    CHECK(refused(workbookOf("error-cells.xlsx")).find("survey, row 2, column label (C2): the cell holds #") !=
          std::string::npos);
    CHECK(
        refused(workbookOf("formula-without-value.xlsx")).find("survey, row 3, column relevant (D3): the formula =") !=
        std::string::npos);
    const auto merged = imported(workbookOf("merged-relevant.xlsx"));
    CHECK(warns(merged, "survey, column relevant (D3:D4): merged cells say the same for each of their rows"));
    CHECK(merged.checklist->question("c")->relevant);
    const auto clean = imported(workbookOf("zero-width-in-choice.xlsx"));
    CHECK(warns(clean, "choices, row 3, column name (B3): U+200B (zero width space)"));
    CHECK(clean.checklist->question("ok")->choices[1].name == "no");
    CHECK(imported(workbookOf("numbers-with-format.xlsx")).checklist->question("code")->choices[0].name == "007");
    imported(workbookOf("space-far-below.xlsx"));
}

TEST_CASE("what a public form asks for and a checklist does not do is told with its place") {
    const auto out =
        imported(book("type|name|label|appearance|parameters|intent\n"
                      "audit|audit|||track-changes=true\n"
                      "text|a|A|ex:org.app.SCAN()\n"
                      "image|p|P||max-pixels=640\n"
                      "osm tags|o|O\n"
                      "uri:deviceid|d\n"
                      "text|i|I|||org.app.X()\n",
                      "", "form_id|auto_send\nf|true\n"));
    CHECK(warns(out, "survey, row 2, column type: \"audit\" is not done"));
    CHECK(warns(out, "survey, row 3, column appearance: no other app is called (ex:org.app.SCAN())"));
    CHECK(warns(out, "survey, row 4, column parameters: \"max-pixels\" is not done"));
    CHECK(warns(out, "survey, row 5, column type: OpenStreetMap is not asked for; a file is"));
    CHECK(warns(out, "survey, row 6, column type: \"uri:deviceid\" is kept as deviceid"));
    CHECK(warns(out, "survey, column intent: is XLSForm's"));
    CHECK(warns(out, "settings, column auto_send: is XLSForm's"));
}
