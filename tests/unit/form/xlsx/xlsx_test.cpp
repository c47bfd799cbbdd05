#include <catch2/catch.hpp>
#include <chrono>
#include <map>

#include "shared/form/xform/attached_instance.h"
#include "shared/form/xlsx/cell_text.h"
#include "shared/form/xlsx/number_format.h"
#include "shared/form/xlsx/workbook.h"
#include "tests/unit/form/read_helpers.h"

using namespace plumb;
using namespace plumb::form;

namespace {

std::string fixture(const std::string& name) {
    std::string bytes;
    REQUIRE(readWhole(std::string(PLUMB_SOURCE_DIR) + "/tests/unit/form/fixtures/" + name, 1 << 20, bytes));
    return bytes;
}

std::uint32_t crc32(const std::string& text) {
    std::uint32_t crc = ~0u;
    for (const char c : text) {
        crc ^= static_cast<unsigned char>(c);
        for (int i = 0; i < 8; ++i) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320u : 0u);
    }
    return ~crc;
}

// An archive whose parts are stored as they are: for XML that no honest program writes.
std::string storedZip(const std::vector<std::pair<std::string, std::string>>& parts) {
    const auto number = [](std::uint64_t value, int bytes) {
        std::string text;
        for (int i = 0; i < bytes; ++i) text += static_cast<char>(i < 8 ? value >> (8 * i) : 0);
        return text;
    };
    std::string local, central;
    for (const auto& [name, text] : parts) {
        const std::string about = number(20, 2) + number(0, 8) + number(crc32(text), 4) + number(text.size(), 4) +
                                  number(text.size(), 4) + number(name.size(), 2) + number(0, 2);
        central += "PK\x01\x02" + number(20, 2) + about + number(0, 10) + number(local.size(), 4) + name;
        local += "PK\x03\x04" + about + name + text;
    }
    return local + central + "PK\x05\x06" + number(0, 4) + number(parts.size(), 2) + number(parts.size(), 2) +
           number(central.size(), 4) + number(local.size(), 4) + number(0, 2);
}

// A workbook of one sheet with this XML.
std::string bookOf(const std::string& sheet, const std::string& strings = "<sst/>") {
    const std::string r = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    return storedZip(
        {{"xl/workbook.xml",
          "<workbook xmlns:r=\"" + r + "\"><sheets><sheet name=\"s\" r:id=\"a\"/></sheets></workbook>"},
         {"xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"a\" Type=\"" + r +
                                            "/worksheet\" Target=\"/xl/s.xml\"/><Relationship Id=\"b\" Type=\"" + r +
                                            "/sharedStrings\" Target=\"strings.xml\"/></Relationships>"},
         {"xl/strings.xml", strings},
         {"xl/s.xml", sheet}});
}

}  // namespace

TEST_CASE("cells of a workbook that another program wrote are what a person sees") {
    const auto book = readWorkbook(fixture("openpyxl_cells.xlsx"));
    INFO((book ? "" : book.error().detail));
    REQUIRE(book);
    REQUIRE(book->sheets.size() == 3);
    const Sheet& sheet = *book->sheet(" numbers ");
    CHECK_FALSE(sheet.hidden);
    CHECK(book->sheets[1].name == "Secret");
    CHECK(book->sheets[1].hidden);
    CHECK(book->sheets[2].rows.empty());
    std::map<std::string, std::string> seen;
    for (std::size_t row = 1; row < sheet.rows.size(); ++row)
        seen[std::string(sheet.cell(row, 0))] = sheet.cell(row, 1);
    CHECK(seen["one"] == "1");
    CHECK(seen["half"] == "0.5");
    CHECK(seen["noise"] == "0.3");
    CHECK(seen["big"] == "12345678901");
    CHECK(seen["text number"] == "0.010");
    CHECK(seen["yes"] == "TRUE");
    CHECK(seen["no"] == "FALSE");
    CHECK(seen["date"] == "2026-11-22");
    CHECK(seen["moment"] == "2026-11-22T08:15:30");
    CHECK(seen["time"] == "06:30:00");
    CHECK(seen["sum"].empty());  // a formula that nobody has computed yet
    CHECK(seen["percent"] == "25%");
    CHECK(seen["huge"] == "1000000000000000000000");
    CHECK(seen["lines"] == "a\nb");
    CHECK(seen["spaces"] == "  x ");
    CHECK(seen["chinese"] == "示范区 <&>");
    CHECK(seen["negative"] == "-3.5");
    CHECK(seen["leap"] == "1900-01-01");
    CHECK(sheet.cell(0, 3) == "merged");
    CHECK(sheet.cell(1, 4).empty());
    CHECK(sheet.cell(2, 7) == "far");
    CHECK(sheet.cell(500, 500).empty());
}

TEST_CASE("rich text, own formats, results of formulas and escapes are read") {
    const auto book = readWorkbook(fixture("xlsxwriter_rich.xlsx"));
    REQUIRE(book);
    const Sheet& sheet = *book->sheet("Rich text");
    CHECK(sheet.cell(0, 0) == "plain bold end");
    CHECK(sheet.cell(1, 0) == "2026-11-22");
    CHECK(sheet.cell(2, 0) == "36:00:00");
    CHECK(sheet.cell(3, 0) == "1,234.50 €");
    CHECK(sheet.cell(4, 0) == "ab");
    CHECK(sheet.cell(5, 0) == "_x000D_ literal");
    CHECK(sheet.cell(6, 0) == "TRUE");
    CHECK(sheet.cell(7, 0).empty());
    const auto flaw = std::ranges::find(sheet.flaws, CellFlaw::Kind::error, &CellFlaw::kind);
    REQUIRE(flaw != sheet.flaws.end());
    CHECK(flaw->row == 7);
    CHECK(flaw->text == "#DIV/0!");
    CHECK(sheet.cell(0, 1) == "over two");
}

TEST_CASE("what is written is read again, and the same sheets give the same bytes") {
    Workbook book;
    book.sheets.push_back(
        {"survey", false, {{"type", "name"}, {}, {"integer", "0.010", "", " x ", "_x0041_ \x01 \n\t"}}});
    book.sheets.push_back({"<&\">", true, {{"中文", "a\r\nb"}}});
    book.sheets.push_back({"empty", false, {}});
    const std::string bytes = writeWorkbook(book);
    CHECK(bytes == writeWorkbook(book));
    const auto read = readWorkbook(bytes);
    INFO((read ? "" : read.error().detail));
    REQUIRE(read);
    REQUIRE(read->sheets.size() == 3);
    CHECK(read->sheets[0].rows == book.sheets[0].rows);
    CHECK(read->sheets[1].name == "<&\">");
    CHECK(read->sheets[1].hidden);
    CHECK(read->sheets[1].rows == book.sheets[1].rows);
    CHECK(read->sheets[2].rows.empty());
}

TEST_CASE("numbers and dates by their format") {
    struct Case {
        const char *text, *code, *wanted;
        bool from1904 = false;
    };
    const Case cases[] = {
        {"1", "General", "1"},
        {"1.0", "0.00", "1"},
        {"0.30000000000000004", "General", "0.3"},
        {"1E-7", "General", "0.0000001"},
        {"45000", "yyyy-mm-dd", "2023-03-15"},
        {"45000.5", "yyyy-mm-dd", "2023-03-15T12:00:00"},
        {"45000", "yyyy-mm-dd hh:mm", "2023-03-15T00:00:00"},
        {"0.25", "hh:mm", "06:00:00"},
        {"1.25", "[hh]:mm", "30:00:00"},
        {"59", "d/m/yy", "1900-02-28"},
        {"61", "d/m/yy", "1900-03-01"},
        {"0", "d/m/yy", "1904-01-01", true},
        {"45000", "0 \"days\"", "45000"},
        {"45000", "[Red]0.0", "45000"},
        {"45000", "[$-409]mmmm d", "2023-03-15"},
        {"-1", "yyyy-mm-dd", "-1"},
        {"9999999", "yyyy-mm-dd", "9999999"},
        {"text", "yyyy-mm-dd", "text"},
        {"", "General", ""},
    };
    for (const Case& one : cases) {
        INFO(one.text << " as " << one.code);
        CHECK(cellText(one.text, styleOfCode(one.code), one.from1904) == one.wanted);
    }
}

TEST_CASE("a number is what its format shows") {
    struct Shown {
        double value;
        const char* code;
        const char* text;
    };
    const Shown table[] = {{7, "000", "007"},
                           {7, "General", "7"},
                           {1.1, "0.00", "1.10"},
                           {1.005, "0.00", "1.01"},
                           {0.5, "0%", "50%"},
                           {0.1234, "0.00%", "12.34%"},
                           {1234567.891, "#,##0.00", "1,234,567.89"},
                           {999, "#,##0", "999"},
                           {-1234, "#,##0;(#,##0)", "(1,234)"},
                           {-7, "000", "-007"},
                           {-0.001, "0.00", "0.00"},
                           {5, "0.0#", "5.0"},
                           {5.25, "0.0#", "5.25"},
                           {0.5, "#.##", ".5"},
                           {5, "0.##", "5."},
                           {3, "\"v\"0.0", "v3.0"},
                           {12, "0 \"kg\"", "12 kg"},
                           {1234.5, "[$€-407]#,##0.00", "€1,234.50"},
                           {6201234567.0, "000-0000-0000", "062-0123-4567"},
                           {12345, "00\\-00000", "00-12345"},
                           {1500000, "0.0,,\"M\"", "1.5M"},
                           {12345, "0.00E+00", "1.23E+04"},
                           {0, "0;-0;\"none\"", "none"},
                           {7, "@", "7"},
                           {0.5, "# ?/?", "0.5"},
                           {3, ";;;", "3"},
                           {250, "[>100]0.0;0", "250"},
                           {42, "[Red]0000", "0042"},
                           {999.995, "0.00", "1000.00"}};
    for (const Shown& one : table) {
        INFO(one.value << " " << one.code);
        CHECK(formatNumber(one.value, one.code) == one.text);
    }
}

TEST_CASE("names of cells") {
    std::size_t row = 0, column = 0;
    CHECK(parseCellName("AB12", row, column));
    CHECK(row == 11);
    CHECK(column == 27);
    for (const char* wrong : {"", "A", "12", "A0", "a1", "A1B", "A-1"}) CHECK_FALSE(parseCellName(wrong, row, column));
    for (const std::size_t one : {0u, 25u, 26u, 701u, 702u, 16383u}) {
        CHECK(parseCellName(columnName(one) + "1", row, column));
        CHECK(column == one);
    }
}

TEST_CASE("sparse rows, inline texts and shared ones stand where they say") {
    const auto book = readWorkbook(bookOf(
        R"(<x:worksheet xmlns:x="m"><x:sheetData><x:row r="3"><x:c r="C3" t="s"><x:v>1</x:v></x:c><x:c t="s"><x:v>99</x:v></x:c><x:c t="inlineStr"><x:is><x:t>in</x:t></x:is></x:c></x:row><x:row/><x:row><x:c><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>)",
        R"(<sst><si><t>a</t></si><si><r><t xml:space="preserve">b </t></r><r><t>c</t></r><rPh sb="0" eb="1"><t>no</t></rPh></si></sst>)"));
    INFO((book ? "" : book.error().detail));
    REQUIRE(book);
    const Sheet& sheet = book->sheets.front();
    CHECK(sheet.cell(2, 2) == "b c");
    CHECK(sheet.cell(2, 3).empty());
    CHECK(sheet.cell(2, 4) == "in");
    CHECK(sheet.cell(4, 0) == "5");
    CHECK(sheet.rows.size() == 5);
}

TEST_CASE("what is no workbook is refused with a sentence") {
    const std::string good = fixture("openpyxl_cells.xlsx");
    const auto code = [](const std::string& bytes) {
        const auto book = readWorkbook(bytes);
        return book ? std::string("read") : book.error().code;
    };
    CHECK(code("") == "not_xlsx");
    CHECK(code("type,name\n") == "not_xlsx");
    CHECK(code("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") == "not_xlsx");
    CHECK(code("PK\x03\x04") == "bad_xlsx");
    for (std::size_t size = 10; size < good.size(); size += 97) CHECK(code(good.substr(0, size)) == "bad_xlsx");
    for (std::size_t at = 0; at < good.size(); at += 41) {  // must only not crash
        std::string bent = good;
        bent[at] = static_cast<char>(bent[at] ^ 0x55);
        code(bent);
    }
    CHECK(code(storedZip({{"a.txt", "a"}})) == "bad_xlsx");
    CHECK(code(bookOf("<worksheet><sheetData><row>")) == "bad_xlsx");
    CHECK(code(bookOf("<worksheet><sheetData><row><c></row>")) == "bad_xlsx");
}

TEST_CASE("hostile workbooks end in an error at once") {
    const auto code = [](const std::string& bytes, const WorkbookLimits& limits = {}) {
        const auto begin = std::chrono::steady_clock::now();
        const auto book = readWorkbook(bytes, limits);
        CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5));
        return book ? std::string("read") : book.error().code;
    };
    Workbook bomb;
    bomb.sheets.push_back({"s", false, {{std::string(16 << 20, 'a')}}});
    CHECK(code(writeWorkbook(bomb)) == "xlsx_too_large");
    CHECK(code(writeWorkbook(bomb), {.unpacked = 1 << 20, .ratio = 1'000'000}) == "xlsx_too_large");

    CHECK(code(bookOf("<!DOCTYPE a [<!ENTITY b \"bbbb\">]><worksheet/>")) == "bad_xlsx");
    CHECK(code(bookOf("<worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>")) == "bad_xlsx");
    std::string deep = "<worksheet><sheetData><row>";
    for (int i = 0; i < 1'000'000; ++i) deep += "<a>";
    CHECK(code(bookOf(deep)) == "bad_xlsx");

    // A long text that a million cells refer to, rows and columns that are far away.
    std::string many = "<worksheet><sheetData>";
    for (int i = 0; i < 10'000; ++i) many += "<row><c t=\"s\"><v>0</v></c></row>";
    CHECK(code(bookOf(many + "</sheetData></worksheet>",
                      "<sst><si><t>" + std::string(10'000, 'x') + "</t></si></sst>")) == "xlsx_too_large");
    CHECK(code(bookOf(R"(<worksheet><row r="1048577"><c><v>1</v></c></row></worksheet>)")) == "xlsx_too_large");
    CHECK(code(bookOf(R"(<worksheet><row r="0"><c><v>1</v></c></row></worksheet>)")) == "xlsx_too_large");
    CHECK(code(bookOf(R"(<worksheet><row><c r="XFE1"><v>1</v></c></row></worksheet>)")) == "xlsx_too_large");
    std::string wide = "<worksheet><sheetData>";
    for (int i = 0; i < 100; ++i) wide += "<row><c r=\"XFD" + std::to_string(i + 1) + "\"><v>1</v></c></row>";
    CHECK(code(bookOf(wide + "</sheetData></worksheet>")) == "xlsx_too_large");
    std::vector<std::pair<std::string, std::string>> parts;
    for (int i = 0; i < 3000; ++i) parts.emplace_back(std::to_string(i), "");
    CHECK(code(storedZip(parts)) == "xlsx_too_large");
}
