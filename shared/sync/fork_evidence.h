// What proves to anybody that a log signed two histories: two of its own notes that cannot both be of one log. Where
// their sizes differ, the larger tree is shown to have had another root at the smaller size than the one that was
// signed. A file of one JSON object; whoever holds it needs nothing else but the log's key. Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/crypto/checkpoint.h"

namespace plumb::sync {

struct ForkEvidence {
    std::string key;                       // the log's verifier key
    std::string smaller, larger;           // notes; of the same size in any order
    std::optional<Sha256> rootThen = {};   // of the larger tree when it had the smaller one's size
    std::vector<Sha256> consistency = {};  // from there to the larger tree's root
};

std::string formatEvidence(const ForkEvidence& evidence);
// malformed "bad_evidence".
Result<ForkEvidence> parseEvidence(std::string_view text);

// Both notes are signed by this key, and cannot both be of one log. badSignature "bad_checkpoint"; refused
// "evidence_empty" where they can.
struct Fork {
    crypto::TreeHead smaller, larger;
};
Result<Fork> verifyEvidence(const ForkEvidence& evidence, const crypto::NoteKey& log);

}  // namespace plumb::sync
