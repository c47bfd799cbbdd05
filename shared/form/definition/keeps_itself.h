// Whether a calculation that reads its own value only keeps it. "What was scanned, else what stands here" comes to the
// same however often it is computed; ". + 1" does not, and is a cycle.
#pragma once

#include <cstdint>

#include "shared/form/xpath/expression.h"

namespace plumb::form {

// True where `def` is named only as a result (alone, as a branch of if(), as an argument of coalesce() or once()) or
// asked whether it is blank. REQUIRES: the expression is bound (bind_paths.h) at `def`.
[[nodiscard]] bool onlyKeeps(const xpath::Expression& expression, std::uint32_t def);

}  // namespace plumb::form
