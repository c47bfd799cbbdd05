// A log's checkpoint as C2SP tlog-checkpoint in a C2SP signed-note: origin, size, root and our extension line
// "time <RFC 3339>", signed with Ed25519 by the log's key.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "shared/base/clock.h"
#include "shared/base/sha256.h"
#include "shared/crypto/note.h"

namespace plumb::crypto {

struct Checkpoint {
    std::string origin;
    std::uint64_t size = 0;
    Sha256 root;
    Instant time;
};

std::string signCheckpoint(const Checkpoint& checkpoint, const PrivateKey& logKey);
// Accepts only a note of this origin with a good signature of this key; other signatures (witnesses) may stand beside
// it.
Result<Checkpoint> verifyCheckpoint(std::string_view note, const NoteKey& key);

}  // namespace plumb::crypto
