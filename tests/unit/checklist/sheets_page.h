// The sheets that SHEETS.md shows, and workbooks spelt out in tests: lines of cells with bars between.
#pragma once

#include <sstream>

#include "shared/checklist/sheets/import_sheets.h"
#include "tests/unit/checklist/small_checklist.h"

namespace plumb::checklist::test {

inline std::string trimmedCell(const std::string& text) {
    const auto from = text.find_first_not_of(' ');
    return from == std::string::npos ? "" : text.substr(from, text.find_last_not_of(' ') + 1 - from);
}

inline form::Sheet sheetOf(const std::string& name, const std::string& lines) {
    form::Sheet sheet{name, false, {}};
    std::istringstream in(lines);
    for (std::string line; std::getline(in, line);) {
        auto& cells = sheet.rows.emplace_back();
        std::size_t from = 0;
        for (auto bar = line.find('|'); bar != std::string::npos; bar = line.find('|', from)) {
            cells.push_back(trimmedCell(line.substr(from, bar - from)));
            from = bar + 1;
        }
        cells.push_back(trimmedCell(line.substr(from)));
    }
    return sheet;
}

inline form::Workbook pageWorkbook() {
    const std::string page = fileText("shared/checklist/SHEETS.md"), open = "\n```sheet ";
    form::Workbook book;
    for (auto at = page.find(open); at != std::string::npos; at = page.find(open, at + 1)) {
        const auto from = at + open.size(), line = page.find('\n', from), end = page.find("\n```", line);
        book.sheets.push_back(sheetOf(page.substr(from, line - from), page.substr(line + 1, end - line - 1)));
    }
    REQUIRE(book.sheets.size() >= 5);
    return book;
}

// The cell of a sheet, by the header of its column; made where the sheet has no such column.
inline std::string& cellOf(form::Workbook& book, const std::string& sheet, std::size_t row, const std::string& column) {
    for (auto& one : book.sheets) {
        if (one.name != sheet) continue;
        auto& headers = one.rows.at(0);
        std::size_t c = 0;
        while (c < headers.size() && headers[c] != column) ++c;
        if (c == headers.size()) headers.push_back(column);
        while (one.rows.size() < row) one.rows.emplace_back();
        auto& cells = one.rows[row - 1];
        if (cells.size() <= c) cells.resize(c + 1);
        return cells[c];
    }
    book.sheets.push_back({sheet, false, {{}}});
    return cellOf(book, sheet, row, column);
}

inline std::string problemsText(const ImportedSheets& imported) {
    std::string out;
    for (const auto& problem : imported.problems) out += problem.text() + "\n";
    return out;
}

}  // namespace plumb::checklist::test
