// A log's checkpoint as C2SP tlog-checkpoint in a C2SP signed-note: origin, size, root and our extension lines
// "time <RFC 3339>" and "trust <count> <base64 of a digest>", signed with Ed25519 by the log's key.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/clock.h"
#include "shared/base/sha256.h"
#include "shared/crypto/note.h"

namespace plumb::crypto {

// What a checkpoint says of the log's trust lines alone, so that whoever holds some of them knows whether these are
// all: how many there are, and a digest over them in log order, d(0) = 32 zero bytes, d(n) = SHA-256(d(n−1) ‖
// SHA-256(line n)).
struct TrustDigest {
    std::uint64_t count = 0;
    Sha256 digest{};

    void add(const Sha256& lineHash);
    friend bool operator==(const TrustDigest&, const TrustDigest&) = default;
};

struct Checkpoint {
    std::string origin;
    std::uint64_t size = 0;
    Sha256 root;
    Instant time;
    std::optional<TrustDigest> trust = {};  // none in notes of servers before this was said
};

// What every log's checkpoint says (C2SP tlog-checkpoint), whatever its own extension lines may be.
struct TreeHead {
    std::string origin;
    std::uint64_t size = 0;
    Sha256 root;
    friend bool operator==(const TreeHead&, const TreeHead&) = default;
};
inline constexpr std::size_t kMostCheckpointBytes = 16 * 1024;
// Of a body that was verified. Refuses an empty line, and an empty tree that has another root than the empty one.
Result<TreeHead> readTreeHead(std::string_view body);
// Of any C2SP log: the note is signed by this key, which goes by the log's origin.
Result<TreeHead> verifyTreeHead(std::string_view note, const NoteKey& key);

std::string signCheckpoint(const Checkpoint& checkpoint, const PrivateKey& logKey);
// What a note says that was verified before; its signatures are not looked at.
Result<Checkpoint> readCheckpoint(std::string_view verifiedNote);
// Accepts only a note of this origin with a good signature of this key; other signatures (witnesses) may stand beside
// it.
Result<Checkpoint> verifyCheckpoint(std::string_view note, const NoteKey& key);

}  // namespace plumb::crypto
