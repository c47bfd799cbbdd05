// What a number in a cell looks like to a person: a date where its format is one, else the shortest text of its value.
#pragma once

#include <string>
#include <string_view>

namespace plumb::form {

enum class NumberStyle { general, date, time, dateTime, elapsed };

// Of a built-in format's number (ECMA-376 18.8.30) or of a format code of the workbook's own.
NumberStyle styleOfBuiltIn(unsigned id);
NumberStyle styleOfCode(std::string_view code);

// "0.30000000000000004" → "0.3", "1.0" → "1", serial 45000 as a date → "2023-03-15"; 7 under the code 000 → "007".
// `text` as it is where it is no number. `from1904`: days count from 1904-01-01.
std::string cellText(std::string_view text, NumberStyle style, bool from1904, std::string_view code = "General");

}  // namespace plumb::form
