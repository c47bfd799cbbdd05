#include <catch2/catch.hpp>

#include "shared/form/fill/filling.h"
#include "shared/form/xlsform/read_xlsform.h"
#include "shared/form/xlsform/sheet_cleaning.h"
#include "tests/unit/form/read_helpers.h"

using namespace plumb;
using namespace plumb::form;

namespace {

Workbook book(std::vector<std::vector<std::string>> survey, std::vector<std::vector<std::string>> choices = {}) {
    Workbook all;
    all.sheets.push_back({"survey", false, std::move(survey)});
    if (!choices.empty()) all.sheets.push_back({"choices", false, std::move(choices)});
    return all;
}

}  // namespace

TEST_CASE("typographic quotation marks around a text of an expression are plain ones, inside plain ones they stay") {
    CHECK(plainQuotes("${a} = “x”") == "${a} = \"x\"");
    CHECK(plainQuotes("concat('‘', ${a}, '’')") == "concat('‘', ${a}, '’')");
    CHECK(plainQuotes("‘it’") == "'it'");
    CHECK(plainQuotes("“say \"x\"”") == "'say \"x\"'");
    CHECK(plainQuotes("“never closed") == "\"never closed");
    CHECK(plainQuotes("\"“\"") == "\"“\"");
}

TEST_CASE("what nobody sees goes out of names, choices and expressions, and stays in texts for people") {
    CHECK(cleanCell("a\u200Bb", CellUse::name).text == "ab");
    CHECK(cleanCell("\uFEFFa\u2060 ", CellUse::name).text == "a");
    CHECK(cleanCell("a\u200B", CellUse::name).dropped == U"\u200B");
    CHECK(cleanCell("\u3000a\u3000", CellUse::choice).text == "a");
    CHECK(cleanCell("New\u00A0York", CellUse::choice).text == "New York");
    CHECK(cleanCell("New\u00A0York", CellUse::choice).spaces == U"\u00A0");
    // Kept, so that the message about the name can say what it is.
    CHECK(cleanCell("a\u3000b", CellUse::name).text == "a\u3000b");
    CHECK(cleanCell("می\u200Cخواهم", CellUse::choice).text == "می\u200Cخواهم");
    CHECK(cleanCell("a\u200C", CellUse::choice).text == "a");
    CHECK(cleanCell("${a}\u00A0>\u200B 1", CellUse::expression).text == "${a} > 1");
    CHECK(cleanCell("concat(${a}, '\u3000')", CellUse::expression).text == "concat(${a}, '\u3000')");
    CHECK(cleanCell("concat(${a}, '\u3000')", CellUse::expression).inConstant == U"\u3000");
    CHECK(cleanCell("\u200Fשלום\u200E ${na\u200Bme}", CellUse::text).text == "\u200Fשלום\u200E ${name}");
    CHECK(cleanCell("\u200B \u3000", CellUse::text).text.empty());
    CHECK(cleanCell("It’s “it”", CellUse::text).text == "It’s “it”");
    CHECK(cleanCell("\x80\xE2\x80", CellUse::name).text == "\x80\xE2\x80");
}

TEST_CASE("what cleaning a sheet changes is told with its cell, its code point and what is left") {
    auto sheets = book({{"type", "name", "label", "relevant"}, {"text", "a\u200B", "A", ""}, {"text", "b", "B", "1"}},
                       {{"list_name", "name", "label"}, {"l", "x\u200Ey", "X"}, {"l", "New\u00A0York", "N"}});
    const auto notes = cleanSheets(sheets);
    REQUIRE(notes.size() == 3);
    CHECK(notes[0] ==
          "survey, row 2, column name (B2): U+200B (zero width space), which nobody sees, is left out; it is 'a' now");
    CHECK(notes[1] ==
          "choices, row 2, column name (B2): U+200E (left-to-right mark), which nobody sees, is left out; it is 'xy' "
          "now");
    CHECK(notes[2] ==
          "choices, row 3, column name (B3): U+00A0 (no-break space) is read as a space; it is 'New York' now");
}

TEST_CASE("an author's constant of quotation marks runs") {
    const auto read = readXlsform(book({{"type", "name", "label", "calculation", "default"},
                                        {"text", "a", "A", "", "“一号”棚"},
                                        {"calculate", "b", "", "concat('‘', ${a}, '’')", ""}}));
    REQUIRE(read.definition);
    FillingOptions options;
    options.clock = [] { return Instant{}; };
    const Filling filling(read.definition, options);
    CHECK(filling.tree()[filling.find("/data/b")].text == "‘“一号”棚’");
}

TEST_CASE("a program's cells are what they are") {
    const auto read = readXlsform(book({{"type", "name", "label::zh", "default", "calculation"},
                                        {"text", "a", "“\u00A0x”", " \u00A0“x”\u200B ", ""},
                                        {"calculate", "b", "", "", "concat(${a}, '\u200B“\u00A0')"}}),
                                  {}, nullptr, XlsformCells::exact);
    INFO(allOf(read.problems));
    REQUIRE(read.definition);
    CHECK(node(*read.definition, "/data/a").initial == " \u00A0“x”\u200B ");
    CHECK(words(*read.definition, control(*read.definition, "/data/a").label, "zh") == "“\u00A0x”");
    CHECK(source(*read.definition, node(*read.definition, "/data/b").calculate) ==
          "concat( /data/a , '\u200B“\u00A0')");
}
