// From where in the workbook each part of the document came, so that what the loader finds wrong names a cell.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/checklist/load/loader.h"
#include "shared/checklist/sheets/columns.h"

namespace plumb::checklist {

class SheetTable;

struct SheetProblem {
    std::string sheet;    // "" for the workbook as a whole
    std::size_t row = 0;  // as the sheet counts, from 1; 0 for the sheet as a whole
    std::string column;   // its header as written: "label::zh"; "" for the row as a whole
    std::string cell;     // "F12"; "" where there is no such column
    std::string found;    // the text that stands there
    std::string sentence;

    // survey, row 12, column points (F12): "abc": is no number; write …
    [[nodiscard]] std::string text() const;
};

class Places {
  public:
    // A row of a table that says what the object at `path` is. `table` must outlive this.
    void addRow(const std::string& path, RowKind kind, const SheetTable& table, std::size_t row);
    // A cell that says what the value at `path` is.
    void addCell(const std::string& path, const SheetTable& table, std::size_t row, std::size_t column);

    // As the file counts its rows, where loops were written out.
    static void renumber(SheetProblem& problem, const SheetTable& table);
    [[nodiscard]] SheetProblem problemOf(const Problem& problem) const;
    // A problem of one cell, found by the readers of sheets themselves. `column` npos: the row as a whole.
    static SheetProblem at(const SheetTable& table, std::size_t row, std::size_t column, std::string sentence);

  private:
    struct Place {
        const SheetTable* table = nullptr;
        std::size_t row = 0, column = std::string::npos;
        std::optional<RowKind> kind;
    };
    [[nodiscard]] SheetProblem resolve(std::string_view path) const;

    std::map<std::string, Place, std::less<>> m_places;
};

}  // namespace plumb::checklist
