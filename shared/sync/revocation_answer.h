// What a server shows for a revocation (`POST /v1/revocation`, PROTOCOL.md), as it came: nothing of it is proved yet.
// Pure; any thread.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "shared/base/json.h"
#include "shared/base/sha256.h"

namespace plumb::sync {

struct RevocationAnswer {
    std::string checkpoint;
    std::vector<Sha256> consistency;
    std::vector<std::pair<std::uint64_t, std::string>> trust;  // up to the revocation
    std::vector<Sha256> proof;                                 // multi-proof of them
    std::vector<Sha256> later;                                 // line hashes of the trust lines after it
};

// malformed "bad_answer", with what is wrong.
Result<RevocationAnswer> readRevocationAnswer(const json::object& object);

}  // namespace plumb::sync
