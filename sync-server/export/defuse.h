// A text that a spreadsheet would take for a formula when it opens a CSV file ("=cmd|…", "+…", "-…", "@…", or one of
// them behind a tab or a line end), made one that it takes for a text.
//
// Method: an apostrophe before it, as spreadsheets themselves write "this is text"; OWASP's advice. Quoting alone does
// not help (quotes are gone before a cell is looked at), a space before it is trimmed by some programs, and leaving the
// character out would change what was signed. It can be undone: a cell that begins with an apostrophe (or several) and
// goes on with one of the characters had one less. What is a number as a whole ("-5", "+3.2") is no formula and stays
// as it is; so do cells of numbers. Full-width ＝＋－＠ count too: Chinese and Japanese Excel read them as formulas.
#pragma once

#include <string>
#include <string_view>

namespace plumb::server {

// Whether a cell with this text would be read as a formula, or needs the apostrophe so that undoing stays unique.
bool looksLikeFormula(std::string_view text);
// The text as it stands in a CSV cell, not yet quoted.
std::string defused(std::string_view text);
// The inverse.
std::string_view undefused(std::string_view cell);

}  // namespace plumb::server
