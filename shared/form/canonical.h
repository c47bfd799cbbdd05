// What a person entered as the text that a node of a type keeps: numbers and dates in one form, or why not.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/form/tree.h"

namespace plumb::form {

// Malformed: "bad_integer", "bad_decimal", "bad_boolean", "bad_date", "bad_time", "bad_date_time", "bad_geopoint",
// "bad_geotrace", "bad_geoshape", "bad_text". "" is always good.
Result<std::string> canonicalText(DataType type, std::string_view text);

// A moment as it is kept: with its offset, which is `zone` (minutes east) where it was written without one. Other texts
// stay as they are.
std::string withOffset(DataType type, std::string text, int zone);

// A computed text as its type keeps it: whole numbers lose their fraction, days their time. What is not of the type
// stays as it is.
std::string castText(DataType type, std::string text);

}  // namespace plumb::form
