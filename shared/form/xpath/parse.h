// Text → Expression. Grammar of XPath 1.0 §2–3 with ODK's functions; no variables ($x). Nesting is bounded, so that a
// million parentheses are an error and not a stack overflow. Functions are looked up here: an unknown one, or a wrong
// number of arguments, is an error with a suggestion.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "shared/form/xpath/expression.h"
#include "shared/form/xpath/tuning.h"

namespace plumb::form::xpath {

// The error is a sentence that begins with the column in `source`.
tl::expected<Expression, std::string> parse(std::string_view source);

}  // namespace plumb::form::xpath
