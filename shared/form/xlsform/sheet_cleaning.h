// A sheet as people meant it: what they cannot see or what their program typed for them is taken out of names and
// expressions, and told. A step of reading a sheet's file and of nothing else: what a document says is never changed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/form/xlsx/workbook.h"

namespace plumb::form {

// What a cell is for. In all of them the white space around goes.
//   text        for people's eyes: as it stands, only inside ${…} as a name
//   name        of a question, a list, a choice, a type: without invisible characters
//   choice      of a choice, and what filters compare with it: as a name, and what looks like a space is one
//   number      as a name
//   expression  without invisible characters; typographic quotation marks are plain ones, but not inside plain ones
enum class CellUse { text, name, choice, number, expression };

struct CleanCell {
    std::string text;
    std::u32string dropped;     // what nobody could see and is gone, each once
    std::u32string spaces;      // what looks like a space and is one now
    std::u32string inConstant;  // spaces of other kinds that stay, since they stand in an expression's own text
};

CleanCell cleanCell(std::string_view text, CellUse use);
// Whether cleaning would leave it as it is.
bool isClean(std::string_view text, CellUse use);

// What a cell is for, in any of the sheets that forms and checklists have: `column` as canonicalColumn() says it.
CellUse useOf(std::string_view sheet, std::string_view column, std::string_view cell);

// Cleans all cells. What is more than white space around a cell is told, a line each:
// "choices, row 3, column name (B3): U+200B (zero width space), which nobody sees, is left out; it is 'A' now".
std::vector<std::string> cleanSheets(Workbook& workbook);

// Typographic quotation marks as plain ones; those inside plain ones stay.
std::string plainQuotes(std::string_view expression);

// "U+200B (zero width space)"; "" for what people see.
std::string describeInvisible(char32_t character);
// All that a text holds of such, with commas between; "" when it holds none.
std::string invisibleIn(std::string_view text);

// Without white space around: that of ASCII.
std::string_view withoutSpace(std::string_view text);

}  // namespace plumb::form
