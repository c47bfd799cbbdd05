// A sheet as people meant it: what they cannot see or what their program typed for them is taken out of names and
// expressions, and told. A step of reading a sheet's file and of nothing else: what a document says is never changed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/form/data/cell_cleaning.h"
#include "shared/form/xlsx/workbook.h"

namespace plumb::form {

// What a cell is for, in any of the sheets that forms and checklists have: `column` as canonicalColumn() says it.
CellUse useOf(std::string_view sheet, std::string_view column, std::string_view cell);

// Cleans all cells. What is more than white space around a cell is told, a line each:
// "choices, row 3, column name (B3): U+200B (zero width space), which nobody sees, is left out; it is 'A' now".
std::vector<std::string> cleanSheets(Workbook& workbook);

}  // namespace plumb::form
