// A cell as people meant it: what they cannot see or what their program typed for them is taken out of names and
// expressions, and told. For what people typed into sheets and files, never for what a document says.
#pragma once

#include <string>
#include <string_view>

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

// Typographic quotation marks as plain ones; those inside plain ones stay.
std::string plainQuotes(std::string_view expression);

// "U+200B (zero width space)"; "" for what people see.
std::string describeInvisible(char32_t character);
// The same of several, with commas between.
std::string describeAll(const std::u32string& characters);
// All that a text holds of such, with commas between; "" when it holds none.
std::string invisibleIn(std::string_view text);

// Nothing in it needs to be looked at by code points.
bool isAscii(std::string_view text);

// Without white space around: that of ASCII.
std::string_view withoutSpace(std::string_view text);

}  // namespace plumb::form
