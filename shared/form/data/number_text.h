// What a text is worth where a number is wanted. Pure; any thread.
#pragma once

#include <string_view>

namespace plumb::form {

// number(text): XPath's Number with white space around it and an optional minus; an ISO date, or date and time (in
// `zone`, minutes east, where it has no offset of its own), as days; else NaN.
double numberOf(std::string_view text, int zone = 0);

}  // namespace plumb::form
