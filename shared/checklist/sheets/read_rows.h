// Rows of a sheet → objects of the document, while what is wrong is collected with its cell.
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/checklist/sheets/places.h"
#include "shared/checklist/sheets/table.h"
#include "shared/checklist/sheets/tuning.h"

namespace plumb::checklist {

// What one reading of a workbook collects.
class SheetNotes {
  public:
    Places places;
    std::vector<SheetProblem> problems;
    std::vector<std::string> warnings;
    std::vector<std::string> languages;
    // Columns of choices that filters look at.
    std::vector<std::string> filterColumns;
    // An XLSForm without any column of ours: only XLSForm's columns are read.
    bool plain = false;

    [[nodiscard]] bool isFilterColumn(const SheetTable& table, std::string_view name) const {
        return (table.name() == "choices" || table.name() == "external_choices") &&
               std::ranges::find(filterColumns, name) != filterColumns.end();
    }
    void add(SheetProblem problem) {
        if (problems.size() < kMostNotes) problems.push_back(std::move(problem));
    }
    void add(const SheetTable& table, std::size_t row, std::size_t column, std::string sentence) {
        add(Places::at(table, row, column, std::move(sentence)));
    }
    [[nodiscard]] bool full() const { return problems.size() >= kMostNotes; }
    void warn(std::string sentence) {
        if (warnings.size() < kMostNotes) warnings.push_back(std::move(sentence));
    }
};

// Headers that no kind of row on the sheet knows: XLSForm's own are warnings where something stands below them, others
// problems with the nearest name. Also columns without a header, twice the same, and languages that the document has
// not.
void checkHeaders(const SheetTable& table, std::span<const RowKind> kinds, SheetNotes& notes);

// One of XLSForm's, of a sheet that XLSForm has.
bool isXlsformColumn(std::string_view sheet, std::string_view name);

// Fills `out`, the object at `path`, from the columns of the kind, and from "json:MEMBER" columns what no column can
// say.
void readRow(const SheetTable& table, std::size_t row, RowKind kind, const std::string& path, json::object& out,
             SheetNotes& notes);

// "a.0.b" in `object`, made where it is not there; false where something else stands in the way.
bool setMember(json::object& object, std::string_view path, json::value value);
const json::value* memberAt(const json::object& object, std::string_view path);

}  // namespace plumb::checklist
