// What a workbook says before anybody reads its rows: which sheet is the survey, that row 1 names the columns, what
// merged cells mean, which cells have no text that can be believed. Both readers of workbooks (XLSForm, checklists)
// begin here; what is doubtful is told with its cell.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/form/xlsx/workbook.h"

namespace plumb::form {

struct SheetNote {
    std::string sheet;
    std::size_t row = 0;                     // from 1
    std::size_t column = std::string::npos;  // from 0; npos: the row as a whole
    std::string header;                      // of the column, as written
    std::string sentence, suggestion;

    // "survey, row 4, column label (C4)".
    [[nodiscard]] std::string where() const;
};

struct PreparedSheets {
    std::vector<SheetNote> problems;
    std::vector<std::string> warnings;
};

// Changes the workbook: cells are cleaned (sheet_cleaning.h), merged ones count for all their rows, a sheet that is the
// only one is the survey, loops are written out. `isRead`: whether a reader looks at a column of a sheet at all.
using IsRead = std::function<bool(std::string_view sheet, std::string_view canonicalHeader)>;
PreparedSheets prepareSheets(Workbook& workbook, const IsRead& isRead);

}  // namespace plumb::form
