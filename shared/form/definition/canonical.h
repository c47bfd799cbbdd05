// What a person entered, or what a form puts there by itself, as the text that a node of a type keeps: numbers and
// dates in one form, or why not.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/form/data/tree.h"

namespace plumb::form {

// Malformed: "bad_integer", "bad_decimal", "bad_boolean", "bad_date", "bad_time", "bad_date_time", "bad_geopoint",
// "bad_geotrace", "bad_geoshape", "bad_text". "" is always good.
Result<std::string> canonicalText(DataType type, std::string_view text);

// A moment as it is kept: with its offset, which is `zone` (minutes east) where it was written without one. Other texts
// stay as they are.
std::string withOffset(DataType type, std::string text, int zone);

// What a default, an action or a calculation gives, as a node of the type keeps it: as an answer, but that an instant
// also gives its time of day, a number a truth, and a line or an area may be one that was only begun. Texts stay as
// they are, and names of choices. The same errors.
Result<std::string> typedText(DataType type, std::string text);

}  // namespace plumb::form
