// What a JSON reader lets pass and a signed text must not leave open: a member that stands twice (readers differ in
// which of the two counts), and escapes in the names of the common members and in `type` (a search of the bytes and a
// reader of the JSON would differ). RECORDS.md, "Common members". Pure; any thread.
#pragma once

#include <string_view>

#include "shared/base/json.h"

namespace plumb::record {

// `value` is what `text` was read as. bad_payload.
Result<void> checkPayloadForm(std::string_view text, const json::value& value);

}  // namespace plumb::record
