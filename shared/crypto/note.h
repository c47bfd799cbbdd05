// C2SP signed-note: a text whose last lines are Ed25519 signatures, each by a named key. What the text says is its
// reader's business; its first line tells what kind of text it is, so that one is never taken for another.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/crypto/suite.h"

namespace plumb::crypto {

// A note verifier key: "<name>+<8 hex of key id>+<base64(0x01 ‖ key)>".
struct NoteKey {
    std::string name;
    PublicKey key;
};
std::string formatNoteKey(const std::string& name, const PublicKey& key);
Result<NoteKey> parseNoteKey(std::string_view text);

// The byte that says what a key's signatures are (C2SP signed-note, signature types): of the text alone, or a witness's
// cosignature (cosignature.h). It is part of the key's id, so that one is never taken for the other.
enum class NoteKeyType : std::uint8_t { signs = 0x01, cosigns = 0x04 };
std::string formatNoteKey(const std::string& name, const PublicKey& key, NoteKeyType type);
// The same refusals; `who` names the owner in the sentence, "log" or "witness".
Result<NoteKey> parseNoteKey(std::string_view text, NoteKeyType type, std::string_view who);
// First four bytes of SHA-256(name ‖ "\n" ‖ type ‖ key).
Bytes noteKeyId(const std::string& name, const PublicKey& key, NoteKeyType type);

// A note taken apart; nothing of it is verified. Views into the note, which must outlive them.
struct NoteSignature {
    std::string_view name;
    Bytes keyId;            // 4 bytes
    Bytes signature;        // what follows the id
    std::string_view line;  // as it stands, without its newline
};
struct SignedNote {
    std::string_view body;  // with its last newline
    std::vector<NoteSignature> signatures;
};
// Strictly as signed-note has it: UTF-8 without control characters, the last empty line parts body and signatures, and
// behind it stands nothing but signature lines, one to kMostNoteSignatures of them.
Result<SignedNote> splitNote(std::string_view note, std::size_t most, std::string_view what);
inline constexpr std::size_t kMostNoteSignatures = 64;
// One more signature line under a body: "— <name> <base64(id ‖ signature)>\n".
std::string signatureLine(const std::string& name, ByteView keyId, ByteView signature);

// `body` ends in a newline and holds no empty line.
std::string signNote(const std::string& body, const std::string& name, const PrivateKey& key);
// The body, where a signature is a good one of `key`, and none that goes by its name and id is not; others (witnesses)
// may stand beside it. `what` names the text in the sentence and, as "bad_<what>", in the code of a refusal.
Result<std::string_view> verifyNote(std::string_view note, const NoteKey& key, std::size_t most, std::string_view what);

// Takes the next line, without its newline, off the front of a body.
Result<std::string_view> takeNoteLine(std::string_view& text, std::string_view what);

}  // namespace plumb::crypto
