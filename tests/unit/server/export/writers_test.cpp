// What the writers make, byte by byte where the format is a text; workbooks are read back by another program
// (foreign_test.cpp).
#include <catch2/catch.hpp>

#include "shared/base/json.h"
#include "sync-server/export/csv_writer.h"
#include "sync-server/export/geojson_writer.h"
#include "sync-server/export/xlsx_text.h"
#include "tests/unit/server/export/listed.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

template <class Writer>
std::string written(Writer writer, const ExportTable& table, const std::vector<ListedTable::Fill>& rows) {
    writer.begin(table);
    ExportRow row;
    for (const auto& fill : rows) {
        row.clear();
        fill(row);
        writer.row(row);
    }
    writer.end();
    std::string out;
    while (writer.ready() > 0) writer.take(out);
    return out;
}

}  // namespace

TEST_CASE("CSV begins with a byte order mark, ends its lines with CR LF, and quotes what needs it") {
    const ListedTable table("t", {{"a", "名称"}, {"b", "a,b"}, {"c", "=x"}}, {});
    const auto text = written(CsvWriter(), table,
                              {[](ExportRow& row) {
                                   row.text("say \"hi\"");
                                   row.number("-3.5");
                                   row.moment("2026-11-22T08:15:30.123+08:00");
                               },
                               [](ExportRow& row) {
                                   row.text("=cmd|' /C calc'!A0");
                                   row.empty();
                                   row.text("line\r\nend");
                               },
                               [](ExportRow& row) {
                                   row.text("-1+1,2");
                                   row.text(" spaced ");
                                   row.text("😀");
                               }});
    CHECK(text ==
          "\xEF\xBB\xBF"
          "名称,\"a,b\",'=x\r\n"
          "\"say \"\"hi\"\"\",-3.5,2026-11-22T08:15:30.123+08:00\r\n"
          "'=cmd|' /C calc'!A0,,\"line\r\nend\"\r\n"
          "\"'-1+1,2\",\" spaced \",😀\r\n");
}

TEST_CASE("GeoJSON has a feature a row, with a place or without") {
    const ListedTable table("t", {{"name", "N"}, {"points", "P"}}, {});
    const auto text = written(GeoJsonWriter({{"zone", "Zone", "Asia/Shanghai"}}), table,
                              {[](ExportRow& row) {
                                   row.text("\"=1\"\n");
                                   row.points(83333);
                                   row.position = Position{38.2471, 101.9683};
                               },
                               [](ExportRow& row) {
                                   row.empty();
                                   row.points(-500);
                               }});
    const auto value = parseJson(text).value();
    CHECK(value.at("type") == "FeatureCollection");
    CHECK(value.at("export").at("zone") == "Asia/Shanghai");
    const auto& features = value.at("features").get_array();
    REQUIRE(features.size() == 2);
    CHECK(features[0].at("geometry") == parseJson(R"({"type":"Point","coordinates":[101.9683,38.2471]})").value());
    CHECK(features[0].at("properties") == parseJson(R"({"name":"\"=1\"\n","points":83.333})").value());
    CHECK(features[1].at("geometry").is_null());
    CHECK(features[1].at("properties") == parseJson(R"({"points":-0.5})").value());
}

TEST_CASE("a text becomes a cell that Excel can hold") {
    std::string out;
    CHECK_FALSE(toCellText("a\r\nb\rc", 100, "…", out));
    CHECK(out == "a\nb\nc");
    CHECK_FALSE(toCellText("x_x0041_y _x004_ _xZZZZ_", 100, "…", out));
    CHECK(out == "x_x005F_x0041_y _x004_ _xZZZZ_");
    CHECK_FALSE(toCellText(std::string_view("a\0b\xEF\xBF\xBF", 6), 100, "…", out));
    CHECK(out ==
          "a\xEF\xBF\xBD"
          "b\xEF\xBF\xBD");
    // Ten units each; the second is one too long: an emoji counts two, and is never cut in half.
    CHECK_FALSE(toCellText("12345678😀", 10, "…", out));
    CHECK(toCellText("123456789😀", 10, "…", out));
    CHECK(out == "123456789…");
    CHECK(toCellText("12345678😀x", 10, "…", out));
    CHECK(out == "12345678…");
    CHECK(toSheetName("a/b:c*d?e[f]g\\'h") == "a b c d e f g  h");
    CHECK(toSheetName("") == "Sheet");
    CHECK(toSheetName(std::string(40, 'x'), " (2)") == std::string(27, 'x') + " (2)");
}
