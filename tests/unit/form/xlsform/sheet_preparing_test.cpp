// Workbooks as people and their programs make them: what is odd in them is told with its cell, nothing is lost.
#include <catch2/catch.hpp>

#include "shared/form/fill/filling.h"
#include "shared/form/xform/attached_instance.h"
#include "shared/form/xlsform/read_xlsform.h"
#include "shared/form/xlsform/sheet_preparing.h"
#include "tests/unit/form/read_helpers.h"

using namespace plumb;
using namespace plumb::form;

namespace {

using Cells = std::vector<std::vector<std::string>>;

std::string pathOf(const std::string& name) {
    return std::string(PLUMB_SOURCE_DIR) + "/tests/unit/form/fixtures/" + name;
}

Workbook workbookOf(const std::string& name) {
    std::string bytes;
    REQUIRE(readWhole(pathOf("sheets/" + name), 1 << 20, bytes));
    auto read = readWorkbook(bytes);
    if (!read) FAIL(read.error().detail);
    return std::move(*read);
}

Workbook book(Cells survey, Cells choices = {}, Cells settings = {}) {
    Workbook all;
    all.sheets.push_back({"survey", false, std::move(survey)});
    if (!choices.empty()) all.sheets.push_back({"choices", false, std::move(choices)});
    if (!settings.empty()) all.sheets.push_back({"settings", false, std::move(settings)});
    return all;
}

ReadForm good(const Workbook& workbook, const AttachedFiles& files = {}) {
    auto read = readXlsform(workbook, files);
    INFO(allOf(read.problems));
    REQUIRE(read.definition);
    return read;
}

std::string problemsOf(const Workbook& workbook, const AttachedFiles& files = {}) {
    const auto read = readXlsform(workbook, files);
    CHECK_FALSE(read.definition);
    return allOf(read.problems);
}

Filling fillingOf(const ReadForm& read) {
    FillingOptions options;
    options.clock = [] { return Instant{}; };
    return Filling(read.definition, options);
}

bool has(const std::vector<std::string>& all, const std::string& text) {
    return std::ranges::any_of(all, [&](const std::string& one) { return one.find(text) != std::string::npos; });
}

}  // namespace

TEST_CASE("merged cells count for each of their rows, and are named") {
    const auto read = good(workbookOf("merged-relevant.xlsx"));
    CHECK(source(*read.definition, node(*read.definition, "/data/b").relevant) == "/data/a ='yes'");
    CHECK(source(*read.definition, node(*read.definition, "/data/c").relevant) == "/data/a ='yes'");
    CHECK(has(read.warnings, "survey, column relevant (D3:D4): merged cells say the same for each of their rows"));
}

TEST_CASE("merged names say what they say for the first row alone, and are named") {
    auto sheets = book({{"type", "name", "label"}, {"text", "a", "A"}, {"note", "", "B"}});
    sheets.sheets[0].merged.push_back({1, 1, 2, 1});
    const auto read = good(sheets);
    CHECK(has(read.warnings, "survey, column name (B2:B3): merged cells say what they say for the first row alone"));
}

TEST_CASE("a title above the names of the columns is one error") {
    CHECK(problemsOf(workbookOf("title-above-header.xlsx")) ==
          "survey, row 1: row 1 must name the columns, and here row 2 does; delete row 1\n");
    CHECK(problemsOf(book({{"type", "name", "label"}, {"select_one l", "a", "A"}},
                          {{"Choices"}, {}, {"list_name", "name", "label"}, {"l", "x", "X"}})) ==
          "choices, row 1: row 1 must name the columns, and here row 3 does; delete rows 1 to 2\n");
}

TEST_CASE("the errors of formulas are errors, each with its cell") {
    const std::string problems = problemsOf(workbookOf("error-cells.xlsx"));
    CHECK(problems.find("survey, row 2, column label (C2): the cell holds #") != std::string::npos);
    CHECK(problems.find("survey, row 2, column hint (D2): the cell holds #") != std::string::npos);
    CHECK(problems.find("survey, row 3, column constraint_message (F3): the cell holds #") != std::string::npos);
    CHECK(problems.find("choices, row 2, column label (C2): the cell holds #") != std::string::npos);
}

TEST_CASE("an error in an author's own column does not matter") {
    auto sheets = book({{"type", "name", "label", "remark"}, {"text", "a", "A", ""}});
    sheets.sheets[0].flaws.push_back({CellFlaw::Kind::error, 1, 3, "#N/A"});
    good(sheets);
}

TEST_CASE("a formula without its result is an error with its cell") {
    const std::string problems = problemsOf(workbookOf("formula-without-value.xlsx"));
    CHECK(
        problems.find("survey, row 3, column relevant (D3): the formula =CONCATENATE(\"${a}\",\" > 0\") has no result "
                      "in the file; open the file in a spreadsheet program and save it") != std::string::npos);
}

TEST_CASE("a space in the last row of a sheet is nothing") {
    CHECK(good(workbookOf("space-far-below.xlsx")).definition->find("/data/b") != kNone);
}

TEST_CASE("a number is what its format shows, and a number where one reckons with it") {
    const auto read = good(workbookOf("numbers-with-format.xlsx"));
    CHECK(control(*read.definition, "/data/code").choices[0].value == "007");
    CHECK(words(*read.definition, control(*read.definition, "/data/code").choices[1].label) == "012");

    auto sheets = book({{"type", "name", "label", "calculation", "default"},
                        {"decimal", "a", "1,234", "", "50%"},
                        {"calculate", "b", "", "1,234", ""}});
    sheets.sheets[0].flaws = {{CellFlaw::Kind::number, 1, 2, "1234"},
                              {CellFlaw::Kind::number, 1, 4, "0.5"},
                              {CellFlaw::Kind::number, 2, 3, "1234"}};
    const auto numbers = good(sheets);
    CHECK(words(*numbers.definition, control(*numbers.definition, "/data/a").label) == "1,234");
    CHECK(node(*numbers.definition, "/data/a").initial == "0.5");
    CHECK(source(*numbers.definition, node(*numbers.definition, "/data/b").calculate) == "1234");
}

TEST_CASE("what nobody sees in a choice's name is left out, and told") {
    const auto read = good(workbookOf("zero-width-in-choice.xlsx"));
    CHECK(control(*read.definition, "/data/ok").choices[1].value == "no");
    CHECK(has(read.warnings,
              "choices, row 3, column name (B3): U+200B (zero width space), which nobody sees, is left "
              "out; it is 'no' now"));
}

TEST_CASE("a space of another kind in a name is told by its code point") {
    CHECK(
        problemsOf(book({{"type", "name", "label"}, {"text", "a\u3000b", "A"}}))
            .find("survey, row 2, column name (B2): 'a\u3000b' cannot be a name: it holds U+3000 (ideographic space); "
                  "write 'a_b'") != std::string::npos);
}

TEST_CASE("old headers with one colon are read") {
    const auto read = good(workbookOf("single-colon.xlsx"));
    CHECK(read.definition->languages == std::vector<std::string>{"English"});
    CHECK(source(*read.definition, node(*read.definition, "/data/r").relevant) == "/data/q ='a'");
    const auto more = good(book({{"type", "name", "label: French", "media:image:French", "bind:jr:constraintMsg",
                                  "bind:constraint", "body:appearance", "control:jr:count"},
                                 {"text", "q", "Q", "a.png", "no", ". != 'x'", "multiline", ""}}));
    CHECK(words(*more.definition, control(*more.definition, "/data/q").label, "French", "image") ==
          "jr://images/a.png");
    CHECK(words(*more.definition, node(*more.definition, "/data/q").constraintMessage) == "no");
    CHECK(control(*more.definition, "/data/q").appearance == "multiline");
}

TEST_CASE("an author's own column is listed and left out") {
    const auto read = good(workbookOf("notes-column.xlsx"));
    CHECK(has(read.warnings, "survey, row 1: columns that are none of XLSForm's are not read: 'notes'"));
}

TEST_CASE("one name in two groups is two questions, and a reference to it names both rows") {
    const auto read = good(workbookOf("same-names.xlsx"));
    CHECK(read.definition->find("/data/a/name") != kNone);
    CHECK(read.definition->find("/data/kids/name") != kNone);
    auto sheets = workbookOf("same-names.xlsx");
    sheets.sheets[0].rows.push_back({"note", "n", "${name}"});
    CHECK(problemsOf(sheets).find("'name' could mean /data/a/name (row 3) or /data/kids/name (row 6); give one of them "
                                  "another name") != std::string::npos);
}

TEST_CASE("choice names are what XLSForm allows, but for spaces where several can be chosen") {
    good(workbookOf("choice-space.xlsx"));
    const Cells choices{{"list_name", "name", "label"}, {"l", "New York", "N"}, {"l", "N/A", "-"}};
    good(book({{"type", "name", "label"}, {"select_one l", "a", "A"}}, choices));
    CHECK(problemsOf(book({{"type", "name", "label"}, {"select_multiple l", "a", "A"}}, choices)) ==
          "choices, row 2, column name (B2): the choice 'New York' has a space in its name, and 'survey', row 2 lets "
          "several "
          "be chosen, which are set apart by spaces; write 'New_York'\n");
}

TEST_CASE("a name may stand in a list twice where the settings say so") {
    CHECK(good(workbookOf("duplicate-choices.xlsx")).definition->id == "d");
}

TEST_CASE("a form without an id is called as its file is") {
    const auto read = readXlsform(workbookOf("noformid.xlsx"), {}, nullptr, XlsformCells::ofPeople, "noformid");
    REQUIRE(read.definition);
    CHECK(read.definition->id == "noformid");
    CHECK(read.definition->title == "noformid");
}

TEST_CASE("a sheet that is the only one is the survey, whatever its name") {
    auto sheets = book({{"type", "name", "label"}, {"text", "a", "A"}});
    sheets.sheets[0].name = "Sheet1";
    CHECK(has(good(sheets).warnings, "the sheet 'Sheet1' is the only one: it is read as the sheet survey"));
}

TEST_CASE("a loop is written out: a group for each choice, with its name and label in it") {
    auto read = good(book({{"type", "name", "label", "relevant"},
                           {"begin loop over tools", "owned", "Tools", ""},
                           {"integer", "count", "How many %(label)s?", ""},
                           {"integer", "age", "How old is the %(name)s?", "../count > 0"},
                           {"end loop", "", "", ""}},
                          {{"list_name", "name", "label"},
                           {"tools", "hoe", "Hoes"},
                           {"tools", "axe", "Axes"},
                           {"tools", "none", "None"}}));
    CHECK(read.definition->find("/data/owned/hoe/count") != kNone);
    CHECK(read.definition->find("/data/owned/axe/age") != kNone);
    CHECK(read.definition->find("/data/owned/none") == kNone);
    CHECK(words(*read.definition, control(*read.definition, "/data/owned/axe/count").label) == "How many Axes?");
    CHECK(words(*read.definition, control(*read.definition, "/data/owned/hoe/age").label) == "How old is the hoe?");
    Filling filling = fillingOf(read);
    REQUIRE(filling.setAt("/data/owned/axe/count", "2"));
    CHECK(filling.relevant(filling.find("/data/owned/axe/age")));
    CHECK_FALSE(filling.relevant(filling.find("/data/owned/hoe/age")));
}

TEST_CASE("a loop that cannot be written out is told with its row, and what is wrong inside with that of the sheet") {
    CHECK(problemsOf(book({{"type", "name", "label"}, {"begin loop over tools", "o", "O"}, {"end loop", "", ""}})) ==
          "survey, row 2, column type (A2): the loop goes over no list of the sheet choices; write 'begin loop over "
          "LIST'\n");
    const Cells choices{{"list_name", "name", "label"}, {"l", "a", "A"}, {"l", "b", "B"}};
    CHECK(problemsOf(book({{"type", "name", "label"}, {"begin loop over l", "o", "O"}, {"text", "q", "Q"}}, choices)) ==
          "survey, row 2, column type (A2): the loop does not end; add a row 'end loop'\n");
    const std::string inside = problemsOf(book({{"type", "name", "label"},
                                                {"begin loop over l", "o", "O"},
                                                {"txt", "q", "Q"},
                                                {"end loop"},
                                                {"txet", "z", "Z"}},
                                               choices));
    CHECK(inside.find("survey, row 3, column type") != std::string::npos);
    CHECK(inside.find("survey, row 5, column type") != std::string::npos);
}

TEST_CASE("types of the device and of OpenStreetMap are known") {
    const auto read =
        good(book({{"type", "name", "label"}, {"uri:deviceid", "d", ""}, {"osm building", "o", "O"}}, {}, {}));
    CHECK(node(*read.definition, "/data/d").preloadParameters == "uri:deviceid");
    CHECK(has(read.definition->notSupported, "OpenStreetMap is not asked for"));
}

TEST_CASE("what a sheet asks for and is not done is listed, each with its place") {
    const auto read =
        good(book({{"type", "name", "label", "appearance", "intent", "parameters"},
                   {"audit", "audit", "", "", "", "track-changes=true location-priority=balanced"},
                   {"text", "a", "A", "ex:org.app.SCAN(x='1')", "", ""},
                   {"begin group", "g", "G", "", "org.app.ALL(y=/data/a)", ""},
                   {"image", "p", "P", "", "", "max-pixels=640"},
                   {"end group", "", "", "", "", ""}},
                  {}, {{"form_id", "auto_send", "auto_delete", "style"}, {"f", "true", "true", "pages"}}));
    const auto& all = read.definition->notSupported;
    CHECK(has(all,
              "survey, row 2, column type (A2): a log of every step (audit) is not written (location-priority, "
              "track-changes)"));
    CHECK(has(all, "survey, row 3, column appearance (D3): another app is not called (ex:org.app.SCAN(x='1'))"));
    CHECK(has(all, "survey, row 4, column intent (E4): another app is not called"));
    CHECK(has(all, "survey, row 5, column parameters (F5): pictures are not made smaller (max-pixels)"));
    CHECK(has(all, "auto_send"));
    CHECK(has(all, "auto_delete"));
    CHECK(has(all, "style"));
}

TEST_CASE("a list from a file is read in Chinese encodings, from tabs, below sep= and above blank rows") {
    for (const std::string name : {"gbk", "tab", "sep-line", "blank-rows", "nbsp-header"}) {
        INFO(name);
        const auto read =
            good(workbookOf("villages.xlsx"), {{"villages.csv", pathOf("csv/" + name + "-villages.csv")}});
        const Filling filling = fillingOf(read);
        const auto choices = filling.choices(filling.find("/data/v"));
        REQUIRE(choices.size() == 3);
        CHECK(choices[0].value == "a1");
        CHECK(choices[0].label == "东湾");
        CHECK(filling.choices(filling.find("/data/w")).size() == 2);
        CHECK(has(read.warnings, "is read as GB18030") == (name == "gbk"));
    }
}

TEST_CASE("a list from a file that lacks a column is refused, and the columns that it has are named") {
    const Folder folder;
    const auto refused = [&](const std::string& csv) {
        return problemsOf(workbookOf("villages.xlsx"), {{"villages.csv", folder.write("v.csv", csv)}});
    };
    CHECK(
        refused("nme,label,town,head\na,A,b,c\n")
            .find(
                "survey, row 2, column type (A2): the attached file 'villages.csv' has no column 'name'; it has: nme, "
                "label, town, head; did you mean 'nme'?") != std::string::npos);
    CHECK(refused("name,text,town,head\na,A,b,c\n").find("has no column 'label'") != std::string::npos);
    CHECK(
        refused("name,label,twn,head\na,A,b,c\n")
            .find("survey, row 4, column choice_filter (E4): the attached file 'villages.csv' has no column 'town'") !=
        std::string::npos);
    CHECK(refused("name,label,town,boss\na,A,b,c\n")
              .find("survey, row 3, column calculation (D3): the attached file 'villages.csv' has no column 'head'") !=
          std::string::npos);
    CHECK(refused("name，label，town，head\na，A，b，c\n").find("full-width commas (U+FF0C)") != std::string::npos);
    CHECK(refused("name,label,town,head\np\xE8re,M\xE8re,l\xE0,c\n").find("neither UTF-8 nor GBK") !=
          std::string::npos);
}
