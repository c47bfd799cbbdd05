#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <thread>

#include "shared/form/data/csv_rows.h"
#include "tests/unit/form/read_helpers.h"

using namespace plumb;
using namespace plumb::form;

namespace {

std::vector<std::string> row(const CsvRows& rows, std::size_t at) {
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < rows.columns(); ++i) cells.push_back(rows.cell(at, i));
    return cells;
}

using Cells = std::vector<std::string>;

}  // namespace

TEST_CASE("a CSV file is rows and named columns") {
    const Folder folder;
    Names names;
    const auto rows = CsvRows::open(folder.write("a.csv", "name,label\na,Apple\nb,Pear\n"), names);
    REQUIRE(rows);
    CHECK((*rows)->size() == 2);
    CHECK((*rows)->columns() == 2);
    CHECK(names.text((*rows)->columnName(1)) == "label");
    CHECK(names.text((*rows)->rowName()) == "item");
    CHECK(row(**rows, 1) == Cells{"b", "Pear"});
    CHECK_THROWS_AS((*rows)->cell(2, 0), std::out_of_range);
    CHECK_THROWS_AS((*rows)->cell(0, 2), std::out_of_range);
}

TEST_CASE("quotation marks, line ends inside cells, CRLF, a byte order mark and semicolons are read as RFC 4180 says") {
    const Folder folder;
    Names names;
    const auto quoted = CsvRows::open(
        folder.write("q.csv", "\xEF\xBB\xBF\"na\"\"me\",b\r\n\"x, y\",\"two\r\nlines\"\r\n\"\",\"a \"\"b\"\"\"\r\n"),
        names);
    REQUIRE(quoted);
    CHECK(names.text((*quoted)->columnName(0)) == "na\"me");
    REQUIRE((*quoted)->size() == 2);
    CHECK(row(**quoted, 0) == Cells{"x, y", "two\r\nlines"});
    CHECK(row(**quoted, 1) == Cells{"", "a \"b\""});

    const auto semicolons = CsvRows::open(folder.write("s.csv", "a;b\n1,5;2\n"), names);
    REQUIRE(semicolons);
    CHECK(row(**semicolons, 0) == Cells{"1,5", "2"});
}

TEST_CASE(
    "short rows are filled up, long ones cut, blank lines, rows of nothing and a missing last line end do not count") {
    const Folder folder;
    Names names;
    const auto rows = CsvRows::open(folder.write("r.csv", "a,b,c\n\n1\n1,2,3,4\n\r\n,,\nx,5\" wide,z"), names);
    REQUIRE(rows);
    REQUIRE((*rows)->size() == 3);
    CHECK(row(**rows, 0) == Cells{"1", "", ""});
    CHECK(row(**rows, 1) == Cells{"1", "2", "3"});
    CHECK(row(**rows, 2) == Cells{"x", "5\" wide", "z"});
}

TEST_CASE("files in GB18030 and UTF-16, with tabs, with a line for Excel, are read as UTF-8") {
    const Folder folder;
    Names names;
    const auto read = [&](const std::string& bytes) {
        auto rows = CsvRows::open(folder.write("e.csv", bytes), names);
        if (!rows) FAIL(rows.error().detail);
        const auto header = CsvRows::header(folder.at("e.csv"));
        REQUIRE(header);
        CHECK(header->size() == (*rows)->columns());
        return std::move(*rows);
    };
    // 城关, 东湾; a rare character (镕) and one of four bytes (㐀) beside them.
    const auto gbk = read("name,label\na,\xB3\xC7\xB9\xD8\nb,\xB6\xAB\xCD\xE5\xE9\x46\x81\x39\xEE\x39\n");
    CHECK(gbk->encoding() == CsvEncoding::gb18030);
    CHECK(row(*gbk, 0) == Cells{"a", "城关"});
    CHECK(row(*gbk, 1) == Cells{"b", "东湾镕㐀"});
    CHECK(gbk->rowsWhere(1, "城关") == std::vector<std::uint32_t>{0});
    const auto wide =
        read(std::string("\xFF\xFE"
                         "a\0,\0b\0\n\0\x1C\x4E,\0"
                         "2\0",
                         16));
    CHECK(wide->encoding() == CsvEncoding::utf16le);
    CHECK(row(*wide, 0) == Cells{"东", "2"});
    CHECK(row(*read("a\tb\n1\t2,3\n"), 0) == Cells{"1", "2,3"});
    CHECK(row(*read("sep=;\r\na;b\r\n1;2\r\n"), 0) == Cells{"1", "2"});
    CHECK(row(*read("\xEF\xBB\xBF\"sep=\t\"\na\tb\n1\t2\n"), 0) == Cells{"1", "2"});
    CHECK(names.text(read("\xC2\xA0name\xC2\xA0,\xE2\x80\x8Blabel\n1,2\n")->columnName(0)) == "name");
    CHECK(read("\n\na,b\n,\n , \n1,2\n")->size() == 1);
}

TEST_CASE("rows are found by the text of a column, in their order") {
    const Folder folder;
    Names names;
    std::string text = "name,kind\n";
    for (int i = 0; i < 1000; ++i) text += "n" + std::to_string(i) + "," + std::to_string(i % 7) + "\n";
    const auto rows = CsvRows::open(folder.write("k.csv", text), names);
    REQUIRE(rows);
    const auto found = (*rows)->rowsWhere(1, "3");
    CHECK(found.size() == 143);
    CHECK(found.front() == 3);
    CHECK(std::ranges::is_sorted(found));
    CHECK((*rows)->rowsWhere(0, "n999") == std::vector<std::uint32_t>{999});
    CHECK((*rows)->rowsWhere(0, "").empty());
    CHECK((*rows)->rowsWhere(0, "absent").empty());
}

TEST_CASE("rows end where they end however they are written, over many blocks of the file") {
    const Folder folder;
    Names names;
    std::vector<Cells> wanted;
    std::string text = "name,words,kind\n";
    for (int i = 0; i < 30'000; ++i) {
        const std::string name = "n" + std::to_string(i), kind = "k" + std::to_string(i % 11);
        const std::string ends[] = {"\n", "\r\n", "\n\n", "\r"};
        const Cells written[] = {{"plain", "plain"},
                                 {"\"a, b\"", "a, b"},
                                 {"\"two\nlines\r\n\"", "two\nlines\r\n"},
                                 {"\"\"\"said\"\"\"", "\"said\""},
                                 {"5\" wide", "5\" wide"},
                                 {"", ""},
                                 {"\"\"", ""}};
        const auto& words = written[i % 7];
        text += name + "," + words[0] + "," + kind + ends[i % 4];
        wanted.push_back({name, words[1], kind});
    }
    const auto rows = CsvRows::open(folder.write("m.csv", text), names);
    REQUIRE(rows);
    REQUIRE((*rows)->size() == wanted.size());
    bool same = true;
    for (std::size_t i = 0; i < wanted.size(); ++i) same = same && row(**rows, i) == wanted[i];
    CHECK(same);
    CHECK((*rows)->rowsWhere(1, "a, b").size() == 30'000 / 7 + 1);
    CHECK((*rows)->rowsWhere(2, "k10").back() == 29'996);
}

TEST_CASE("several threads look things up in one file") {
    const Folder folder;
    Names names;
    std::string text = "name,kind\n";
    for (int i = 0; i < 5000; ++i) text += "n" + std::to_string(i) + "," + std::to_string(i % 50) + "\n";
    const auto rows = CsvRows::open(folder.write("t.csv", text), names);
    REQUIRE(rows);
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&, t] {
            for (int i = t; i < 400; i += 3) {
                const auto found =
                    (*rows)->rowsWhere(i % 2, i % 2 == 1 ? std::to_string(i % 50) : "n" + std::to_string(i));
                if (found.empty() || (*rows)->cell(found.back(), 1) != std::to_string(i % 50)) ++wrong;
            }
        });
    }
    for (auto& thread : threads) thread.join();
    CHECK(wrong == 0);
}

TEST_CASE("a header alone is a table without rows") {
    const Folder folder;
    Names names;
    const auto rows = CsvRows::open(folder.write("h.csv", "a,b"), names);
    REQUIRE(rows);
    CHECK((*rows)->size() == 0);
    CHECK((*rows)->rowsWhere(0, "x").empty());
}

TEST_CASE("what is no CSV is refused with a sentence") {
    const Folder folder;
    Names names;
    struct Wrong {
        const char* name;
        std::string bytes;
        const char* code;
    };
    const Wrong wrongs[] = {{"empty", "", "bad_csv"},
                            {"utf16 without its mark", std::string("a\0,\0b\0", 6), "bad_csv"},
                            {"utf32", std::string("\xFF\xFE\0\0a\0\0\0", 8), "bad_csv"},
                            {"latin1", "name,label\np\xE8re,M\xE8re et fils\n", "bad_csv"},
                            {"broken utf-8", "a,b\n1,\xE4\xB8\x9C\xE4\xB8\n", "bad_csv"},
                            {"full-width commas",
                             "a\xEF\xBC\x8C"
                             "b\n1\xEF\xBC\x8C"
                             "2\n",
                             "bad_csv"},
                            {"nul", std::string("a,b\0c\n", 6), "bad_csv"},
                            {"open header", "a,\"b\nc,d\n", "bad_csv"},
                            {"open cell", "a,b\n1,\"2\n3,4\n", "bad_csv"},
                            {"endless row", "a,b\n1,\"" + std::string(3'000'000, 'x'), "bad_csv"}};
    for (const Wrong& wrong : wrongs) {
        INFO(wrong.name);
        const auto rows = CsvRows::open(folder.write("w.csv", wrong.bytes), names);
        REQUIRE_FALSE(rows);
        CHECK(rows.error().code == wrong.code);
    }
    CHECK(CsvRows::open(folder.at("none.csv"), names).error().code == "no_file");
    CHECK(CsvRows::open("/", names).error().code == "no_file");
    CHECK(says(CsvRows::open(folder.write("w.csv", "a,b\n1,2\n1,\"2\n"), names).error().detail, "row 3"));
}

TEST_CASE("a hundred thousand rows are looked up without being loaded") {
    const Folder folder;
    Names names;
    std::string text = "name,label,district,latitude\n";
    for (int i = 0; i < 100'000; ++i)
        text += "v" + std::to_string(i) + ",\"Village number " + std::to_string(i) + "\",d" + std::to_string(i / 40) +
                ",38.92\n";
    const std::string path = folder.write("villages.csv", text);
    using Clock = std::chrono::steady_clock;
    const auto ms = [](Clock::duration span) { return std::chrono::duration<double, std::milli>(span).count(); };
    const auto begin = Clock::now();
    const auto rows = CsvRows::open(path, names);
    const auto opened = Clock::now();
    REQUIRE(rows);
    CHECK((*rows)->rowsWhere(2, "d7").size() == 40);
    const auto first = Clock::now();
    const auto found = (*rows)->rowsWhere(2, "d2498");
    const std::string label = (*rows)->cell(found.at(39), 1);
    const auto second = Clock::now();
    CHECK(label == "Village number 99959");
    WARN("100,000 rows: open " << ms(opened - begin) << " ms, first look-up (index made) " << ms(first - opened)
                               << " ms, next " << ms(second - first) << " ms");
    CHECK(ms(second - first) < 50);  // generous: this runs with sanitizers too
}
