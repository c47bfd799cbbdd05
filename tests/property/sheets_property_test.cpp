// A checklist goes through its spreadsheet unharmed: the same canonical document, bit for bit. Held for every checklist
// that we have, and for what is left of them after random members were taken away, doubled or swapped.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "shared/checklist/load/loader.h"
#include "shared/checklist/sheets/export_sheets.h"
#include "shared/checklist/sheets/import_sheets.h"
#include "shared/checklist/sheets/json_text.h"

using namespace plumb;
using namespace plumb::checklist;

namespace {

std::vector<std::pair<std::string, std::string>> documents() {
    std::vector<std::pair<std::string, std::string>> out;
    for (const char* folder : {"/assets/checklists", "/tests/property"}) {
        for (const auto& file : std::filesystem::directory_iterator(std::string(PLUMB_SOURCE_DIR) + folder)) {
            if (file.path().extension() != ".json") continue;
            std::ifstream in(file.path(), std::ios::binary);
            out.emplace_back(file.path().filename().string(), std::string(std::istreambuf_iterator<char>(in), {}));
        }
    }
    REQUIRE(out.size() >= 2);
    std::sort(out.begin(), out.end());
    return out;
}

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t most) {
    return most == 0 ? 0 : random() % most;
}

// A random value somewhere below `value`.
json::value& somewhere(json::value& value, Random& random) {
    json::value* at = &value;
    while (true) {
        if (at->is_object() && !at->get_object().empty() && below(random, 12) != 0) {
            at = &(at->get_object().begin() + static_cast<std::ptrdiff_t>(below(random, at->get_object().size())))
                      ->value();
        } else if (at->is_array() && !at->get_array().empty() && below(random, 12) != 0) {
            at = &at->get_array()[below(random, at->get_array().size())];
        } else {
            return *at;
        }
    }
}

void change(json::value& document, Random& random) {
    auto& at = somewhere(document, random);
    if (at.is_object() && !at.get_object().empty()) {
        auto& object = at.get_object();
        const std::string key((object.begin() + static_cast<std::ptrdiff_t>(below(random, object.size())))->key());
        if (below(random, 3) == 0) {
            object["comment"] =
                below(random, 2) == 0 ? json::value("a comment") : json::value(json::array{1, "x", nullptr});
        } else {
            object.erase(key);
        }
    } else if (at.is_array() && !at.get_array().empty()) {
        auto& array = at.get_array();
        array.erase(array.begin() + static_cast<std::ptrdiff_t>(below(random, array.size())));
    } else if (at.is_string()) {
        static const char* const kTexts[] = {"0.010", " around ", "\"quoted\"", "{", "[x",
                                             "yes",   "a\nb",     "“q”",        "1", "and"};
        at = json::string(kTexts[below(random, std::size(kTexts))]);
    } else if (at.is_number()) {
        static const double kNumbers[] = {0, 1, 0.5, 0.001, 12.345, 1000};
        at = kNumbers[below(random, std::size(kNumbers))];
    } else if (at.is_bool()) {
        at = !at.get_bool();
    }
}

}  // namespace

TEST_CASE("every checklist goes through its spreadsheet as the same document, bit for bit") {
    for (const auto& [name, text] : documents()) {
        INFO(name);
        const auto book = exportSheets(text);
        if (!book) FAIL(book.error().detail);
        const auto again = form::readWorkbook(form::writeWorkbook(*book));
        REQUIRE(again);
        const auto imported = importSheets(*again);
        REQUIRE(imported.checklist);
        CHECK(imported.warnings.empty());
        CHECK(canonicalJson(imported.document) == canonicalJson(*parseJson(text)));
        // And the workbook of what was imported is the same workbook.
        const auto second = exportSheets(readableJson(imported.document));
        REQUIRE(second);
        CHECK(form::writeWorkbook(*second) == form::writeWorkbook(*book));
    }
}

TEST_CASE("a checklist that was changed at random goes through its spreadsheet if it loads at all") {
    Random random(20261122);
    std::size_t loaded = 0;
    for (const auto& [name, text] : documents()) {
        if (text.size() > 10000) continue;  // those of tests/property have every member
        for (int round = 0; round < 400; ++round) {
            auto document = *parseJson(text);
            for (std::size_t changes = 1 + below(random, 2); changes > 0; --changes) change(document, random);
            const std::string changed = json::serialize(document);
            if (!loadChecklist(changed)) continue;
            ++loaded;
            INFO(name + " " + changed);
            const auto book = exportSheets(changed);
            if (!book) FAIL(book.error().detail);
        }
    }
    CHECK(loaded > 100);
}

TEST_CASE("a workbook with random cells spoilt gives problems that all name their sheet, or a checklist") {
    Random random(7);
    static const char* const kTexts[] = {"",    "x",   "begin_group", "end_group", "item",  "${x}",
                                         "yes", "0.5", "{",           "=",         "mean(", "select_one three"};
    for (const auto& [name, text] : documents()) {
        if (text.size() > 10000) continue;
        const auto book = exportSheets(text);
        REQUIRE(book);
        for (int round = 0; round < 300; ++round) {
            auto spoilt = *book;
            for (int n = 0; n < 2; ++n) {
                auto& sheet = spoilt.sheets[below(random, spoilt.sheets.size())];
                auto& row = sheet.rows[below(random, sheet.rows.size())];
                row[below(random, row.size())] = kTexts[below(random, std::size(kTexts))];
            }
            const auto imported = importSheets(spoilt);
            CHECK((imported.checklist != nullptr) == imported.problems.empty());
            for (const auto& problem : imported.problems) {
                INFO(name + ": " + problem.text());
                CHECK_FALSE(problem.sheet.empty());
                CHECK_FALSE(problem.sentence.empty());
            }
        }
    }
}
