// A text as a cell of a workbook holds it. Pure.
#pragma once

#include <string>
#include <string_view>

namespace plumb::server {

// Replaces what XML or Excel would read as something else: CR LF and CR become LF, NUL and U+FFFE, U+FFFF the
// replacement character, and "_x0041_", which Excel reads as "A", is escaped. Where it has more than `most` UTF-16
// units (which Excel counts), it is cut between two characters and ends with `mark`. True: it was cut.
bool toCellText(std::string_view text, std::size_t most, std::string_view mark, std::string& out);

// The name of a sheet: at most 31 units, without what Excel forbids; "Sheet" where nothing is left.
std::string toSheetName(std::string_view wanted, std::string_view suffix = "");

}  // namespace plumb::server
