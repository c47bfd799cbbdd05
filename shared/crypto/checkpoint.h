// A log's checkpoint as C2SP tlog-checkpoint in a C2SP signed-note: origin, size, root and our extension line
// "time <RFC 3339>", signed with Ed25519 by the log's key.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "shared/base/clock.h"
#include "shared/base/sha256.h"
#include "shared/crypto/suite.h"

namespace plumb::crypto {

struct Checkpoint {
    std::string origin;
    std::uint64_t size = 0;
    Sha256 root;
    Instant time;
};

// A note verifier key: "<name>+<8 hex of key id>+<base64(0x01 ‖ key)>".
struct NoteKey {
    std::string name;
    PublicKey key;
};
std::string formatNoteKey(const std::string& name, const PublicKey& key);
Result<NoteKey> parseNoteKey(std::string_view text);

std::string signCheckpoint(const Checkpoint& checkpoint, const PrivateKey& logKey);
// Accepts only a note of this origin with a good signature of this key; other signatures (witnesses) may stand beside
// it.
Result<Checkpoint> verifyCheckpoint(std::string_view note, const NoteKey& key);

}  // namespace plumb::crypto
