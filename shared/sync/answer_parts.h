// What answers of a server have in common, as they came: nothing of it is proved yet. Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "shared/base/json.h"
#include "shared/base/sha256.h"

namespace plumb::sync {

// malformed "bad_answer": the answer has not the form that PROTOCOL.md says.
tl::unexpected<Error> strangeAnswer(const char* what);

// The hashes of a proof in base64; none where it is absent or null. malformed "bad_answer".
Result<std::vector<Sha256>> readHashes(const json::value* value);

}  // namespace plumb::sync
