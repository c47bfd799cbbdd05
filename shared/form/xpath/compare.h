// = != < <= > >= of XPath 1.0 §3.4, node sets included: they compare when any of their nodes does.
#pragma once

#include "shared/form/xpath/evaluate.h"

namespace plumb::form::xpath {

bool compare(const Evaluator& evaluator, Operator op, const Value& left, const Value& right);

}  // namespace plumb::form::xpath
