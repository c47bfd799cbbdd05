// Files read back by programs that are not ours, cell by cell: Python's csv and json, openpyxl. Debian's own Python,
// which has the latter as python3-openpyxl.
#include <catch2/catch.hpp>

#include <fstream>

#include "shared/base/json.h"
#include "sync-server/export/csv_writer.h"
#include "sync-server/export/geojson_writer.h"
#include "sync-server/export/xlsx_writer.h"
#include "tests/unit/server/export/listed.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

constexpr const char* kKinds[] = {"empty", "text", "number", "moment"};
const std::string kMark = "…[cut]";

const std::string kNasty[] = {"永昌县朱王堡镇蔬菜基地（示例）",
                              "=cmd|' /C calc'!A0",
                              "=HYPERLINK(\"http://evil\",\"x\")",
                              "+86 138 0000 0000",
                              "-1+1",
                              "-5",
                              "@SUM(1)",
                              "\t=1",
                              "\r=1",
                              "\n=1",
                              "＝1+1",
                              "'=already",
                              "two\nlines",
                              "two\r\nlines",
                              "a,b;c\td",
                              "say \"hi\"",
                              "\"",
                              "emoji 😀👩‍🌾 \U0001F1E8\U0001F1F3",
                              "<b>&amp;</b>",
                              "_x0041_ _x000D_",
                              " leading and trailing ",
                              "007",
                              "1e5",
                              "TRUE",
                              "2026-11-22",
                              "combining e\u0301, RTL \u05d0\u05d1",
                              std::string(32'767, 'x'),
                              std::string(40'000, 'y'),
                              [] {
                                  std::string text;
                                  for (int i = 0; i < 20'000; ++i) text += "😀";
                                  return text;
                              }()};

// Rows of nasty texts beside numbers and moments, and what a reader must find.
struct Written {
    explicit Written(std::size_t count = std::size(kNasty)) {
        for (std::size_t i = 0; i < count; ++i) {
            ExportRow row;
            row.text(kNasty[i % std::size(kNasty)]);
            row.points(static_cast<std::int64_t>(i) * 1234 - 5000);
            i % 3 == 0 ? row.empty() : row.moment("2026-11-22T08:15:30.123+08:00");
            row.number(i % 2 == 0 ? "123456789012345" : "-0.000000000000123");
            if (i % 4 != 0) row.position = Position{38.2471, -101.9683};
            rows.push_back(std::move(row));
        }
    }

    json::value expected(const std::vector<std::pair<std::string, std::size_t>>& sheets, json::object about) const {
        json::array all, places;
        std::size_t from = 0;
        for (const auto& [title, size] : sheets) {
            json::array list;
            for (std::size_t i = from; i < from + size; ++i) {
                json::array cells;
                for (std::size_t cell = 0; cell < rows[i].size(); ++cell)
                    cells.push_back(
                        json::array{kKinds[static_cast<int>(rows[i].kind(cell))], json::string(rows[i].view(cell))});
                list.push_back(std::move(cells));
                const auto& place = rows[i].position;
                places.push_back(place ? json::value(json::array{place->longitude, place->latitude}) : nullptr);
            }
            from += size;
            all.push_back({{"title", title},
                           {"columns", {"名称", "Points", "When (Asia/Shanghai)", "Number"}},
                           {"rows", std::move(list)}});
        }
        return {{"sheets", std::move(all)},    {"keys", {"name", "points", "when", "number"}},
                {"places", std::move(places)}, {"about", std::move(about)},
                {"characters", 32'767},        {"mark", kMark}};
    }

    void write(ExportWriter& writer) const {
        const ListedTable table(
            "表", {{"name", "名称"}, {"points", "Points"}, {"when", "When (Asia/Shanghai)"}, {"number", "Number"}}, {});
        writer.begin(table);
        for (const auto& row : rows) writer.row(row);
        writer.end();
    }

    std::vector<ExportRow> rows;
};

int readBack(ExportWriter& writer, const std::string& ending, const json::value& expected) {
    TempFolder folder;
    const auto file = (folder.path / ("file." + ending)).string(), wanted = (folder.path / "expected.json").string();
    std::ofstream(wanted, std::ios::binary) << toText(expected);
    std::ofstream out(file, std::ios::binary);
    for (std::string piece; writer.ready() > 0; piece.clear()) {
        writer.take(piece);
        out << piece;
    }
    out.close();
    const std::string command = "/usr/bin/python3 " PLUMB_SOURCE_DIR "/tests/unit/server/export/read_back.py '" +
                                wanted + "' '" + file + "' 1>&2";
    return std::system(command.c_str());
}

const std::vector<ExportFact> kAbout{{"zone", "时区", "Asia/Shanghai"}, {"by", "By", "=evil()"}};
const XlsxWriter::Words kWords{"说明", "Cells cut", kMark};

}  // namespace

TEST_CASE("Python's csv reads every cell as it was, and finds no formula") {
    const Written written;
    CsvWriter writer;
    written.write(writer);
    CHECK(readBack(writer, "csv", written.expected({{"表", written.rows.size()}}, {})) == 0);
}

TEST_CASE("Python's json reads every property and place of GeoJSON as it was") {
    const Written written;
    GeoJsonWriter writer(kAbout);
    written.write(writer);
    CHECK(readBack(writer, "geojson", written.expected({{"表", written.rows.size()}}, {})) == 0);
}

TEST_CASE("openpyxl reads every cell of a workbook as it was, numbers as numbers and nothing as a formula") {
    const Written written;
    TempFolder folder;
    XlsxWriter writer(folder.path, kAbout, kWords);
    written.write(writer);
    CHECK(readBack(writer, "xlsx",
                   written.expected({{"表", written.rows.size()}},
                                    {{"时区", "Asia/Shanghai"}, {"By", "=evil()"}, {"Cells cut", "2"}})) == 0);
}

TEST_CASE("a table longer than a sheet goes on in the next one") {
    const Written written(25);
    TempFolder folder;
    XlsxWriter writer(folder.path, kAbout, kWords, XlsxLimits{11});
    written.write(writer);
    CHECK(readBack(writer, "xlsx",
                   written.expected({{"表", 10}, {"表 (2)", 10}, {"表 (3)", 5}}, {{"时区", "Asia/Shanghai"}})) == 0);
}

TEST_CASE("a workbook leaves no file behind, finished or not") {
    TempFolder folder;
    const auto files = [&] {
        return std::distance(std::filesystem::directory_iterator(folder.path), std::filesystem::directory_iterator());
    };
    {
        XlsxWriter writer(folder.path, kAbout, kWords);
        const Written written;
        written.write(writer);
        // Nothing has a name even while it is there: what kills this program leaves nothing.
        CHECK(files() == 0);
        CHECK(writer.ready() > 0);
    }
    {
        XlsxWriter writer(folder.path, kAbout, kWords);
        writer.begin(ListedTable("表", {{"a", "A"}}, {}));
        CHECK(files() == 0);
    }
    CHECK(files() == 0);
}
