// Witnesses' cosignatures of checkpoints, C2SP tlog-cosignature, the Ed25519 kind ("cosignature/v1"): a further
// signature line of the checkpoint's note, by which a witness says that at that second this was the largest state of
// the log that it saw, and that it continued every one before. It says nothing of the extension lines, nor of what the
// entries hold. (The specification's ML-DSA-44 kind needs a library that Debian 12 has not; its lines are passed over
// as any unknown signature is.) Pure; any thread.
#pragma once

#include <chrono>
#include <optional>

#include "shared/crypto/note.h"

namespace plumb::crypto {

// A witness's verifier key: "<name>+<8 hex of key id>+<base64(0x04 ‖ key)>". malformed "bad_witness_key".
std::string formatWitnessKey(const std::string& name, const PublicKey& key);
Result<NoteKey> parseWitnessKey(std::string_view text);

// The signature line, with its newline, for a note of this body. REQUIRES: an Ed25519 key, `at` not before 1970.
std::string cosign(std::string_view body, const std::string& name, const PrivateKey& key, std::chrono::sys_seconds at);

// When this witness cosigned the note: the newest time, where it stands there more than once; none where it did not.
// badSignature "bad_cosignature" where a line that goes by its name and id is none of its signatures.
Result<std::optional<std::chrono::sys_seconds>> cosignedAt(const SignedNote& note, const NoteKey& witness);

}  // namespace plumb::crypto
