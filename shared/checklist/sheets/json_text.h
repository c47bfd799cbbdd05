// JSON as text for people and for comparing. Pure; any thread.
#pragma once

#include <string>

#include "shared/base/json.h"

namespace plumb::checklist {

// One text for one document: members sorted by their bytes, no white space, numbers as short as they can be (8.0 is 8).
std::string canonicalJson(const json::value& value);
// The same members in the document's own order, broken into lines of at most about 140 characters where that is
// possible; ends in a new line.
std::string readableJson(const json::value& value);
// The way to the first thing in which they differ canonically ("sections[0].items[2].points"); "" where they are the
// same, or differ as a whole.
std::string firstDifference(const json::value& one, const json::value& other);
// A number as short as it can be: "8", "0.5".
std::string numberText(const json::value& number);

}  // namespace plumb::checklist
