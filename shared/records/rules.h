// What a body has to say, by type: the one table that the server asks at ingest, a device before it signs, and every
// reader before it believes a line (RECORDS.md, "Types and their bodies"). Form only: that what it refers to is there,
// and that a score follows from its answers, is asked elsewhere. Members that no rule names are left alone, and so are
// types that nobody knows. Pure; any thread; never throws, whatever the body holds.
#pragma once

#include <string_view>

#include "shared/base/json.h"
#include "shared/record/payload.h"

namespace plumb::records {

// bad_payload with the member's path and what is wanted.
Result<void> checkBody(std::string_view type, const json::object& body);

// What a body of that form says in regard to the rest of its payload: that signatures drawn on glass are over this
// record's content (inspection/signed_content.h), that a refusal without a witness is shown by a recording, that
// nothing was delivered after it was said, that a stated place is one of its moment (evidence/signed_place.h), and that
// nothing was put right on a day to come. bad_payload, "done_ahead"; refused "signature_lifted".
Result<void> checkContext(const record::Payload& payload);
// Both.
Result<void> checkPayload(const record::Payload& payload);

}  // namespace plumb::records
