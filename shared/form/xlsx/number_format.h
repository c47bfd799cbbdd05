// A number as a spreadsheet shows it: "007" of 7 under the format 0000 … Format codes of ECMA-376 18.8.31, as far as
// they are of numbers: digits, grouping, percent, powers of ten, texts around them, a section for negative numbers and
// one for zero. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

namespace plumb::form {

// The code of a built-in format (18.8.30); "General" for what is none of numbers.
std::string_view codeOfBuiltIn(unsigned id);

// What a number under a code looks like; its plain text where the code is General, @, or one of fractions.
std::string formatNumber(double value, std::string_view code);

// Without exponent; what spreadsheets show of a number: fifteen digits count.
std::string plainNumber(double value);

}  // namespace plumb::form
