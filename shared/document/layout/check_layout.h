// Whether a description is a layout, so that composing it cannot fail: every member known and of its type, every text a
// pattern, every row as wide as its table.
#pragma once

#include "shared/base/json.h"

namespace plumb::document {

// Malformed "bad_layout" with the member's path.
Result<void> checkLayout(const json::object& description);

}  // namespace plumb::document
