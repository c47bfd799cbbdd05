// C2SP signed-note: a text whose last lines are Ed25519 signatures, each by a named key. What the text says is its
// reader's business; its first line tells what kind of text it is, so that one is never taken for another.
#pragma once

#include <string>
#include <string_view>

#include "shared/crypto/suite.h"

namespace plumb::crypto {

// A note verifier key: "<name>+<8 hex of key id>+<base64(0x01 ‖ key)>".
struct NoteKey {
    std::string name;
    PublicKey key;
};
std::string formatNoteKey(const std::string& name, const PublicKey& key);
Result<NoteKey> parseNoteKey(std::string_view text);

// `body` ends in a newline and holds no empty line.
std::string signNote(const std::string& body, const std::string& name, const PrivateKey& key);
// The body, where one of the signatures is a good one of `key`; others (witnesses) may stand beside it. `what` names
// the text in the sentence and, as "bad_<what>", in the code of a refusal.
Result<std::string_view> verifyNote(std::string_view note, const NoteKey& key, std::size_t most, std::string_view what);

// Takes the next line, without its newline, off the front of a body.
Result<std::string_view> takeNoteLine(std::string_view& text, std::string_view what);

}  // namespace plumb::crypto
