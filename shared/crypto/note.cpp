#include "shared/crypto/note.h"

#include <algorithm>

#include "shared/base/encoding.h"
#include "shared/crypto/hash.h"

namespace plumb::crypto {
namespace {

constexpr std::string_view kDash = "\xE2\x80\x94 ";  // "— ", begins each signature line
constexpr std::size_t kIdBytes = 4;

tl::unexpected<Error> bad(ErrorKind kind, std::string_view what, const std::string& why) {
    return fail(kind, "bad_" + std::string(what), "the log's " + std::string(what) + " " + why);
}

// Unicode's blanks (White_Space) beyond ASCII's, as UTF-8: a name with one would read like two.
bool hasBlank(std::string_view name) {
    if (name.find(' ') != name.npos) return true;
    for (const std::string_view blank : {"\xC2\x85", "\xC2\xA0", "\xE1\x9A\x80", "\xE2\x80\xA8", "\xE2\x80\xA9",
                                         "\xE2\x80\xAF", "\xE2\x81\x9F", "\xE3\x80\x80"}) {
        if (name.find(blank) != name.npos) return true;
    }
    for (auto at = name.find("\xE2\x80"); at != name.npos && at + 2 < name.size(); at = name.find("\xE2\x80", at + 1)) {
        const auto last = static_cast<unsigned char>(name[at + 2]);
        if (last >= 0x80 && last <= 0x8A) return true;
    }
    return false;
}

bool isKeyName(std::string_view name) {
    return !name.empty() && name.find('+') == name.npos && !hasBlank(name);
}

bool hasControl(std::string_view text) {
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; });
}

std::optional<NoteSignature> readSignature(std::string_view line) {
    if (!line.starts_with(kDash)) return std::nullopt;
    const auto rest = line.substr(kDash.size());
    const auto space = rest.find(' ');
    if (space == rest.npos || !isKeyName(rest.substr(0, space))) return std::nullopt;
    auto bytes = fromBase64(rest.substr(space + 1));
    if (!bytes || bytes->size() <= kIdBytes) return std::nullopt;
    return NoteSignature{rest.substr(0, space), Bytes(bytes->begin(), bytes->begin() + kIdBytes),
                         Bytes(bytes->begin() + kIdBytes, bytes->end()), line};
}

}  // namespace

Bytes noteKeyId(const std::string& name, const PublicKey& key, NoteKeyType type) {
    Bytes data(name.begin(), name.end());
    data.push_back('\n');
    data.push_back(static_cast<std::uint8_t>(type));
    data.insert(data.end(), key.raw().begin(), key.raw().end());
    const auto hash = sha256(ByteView(data));
    return {hash.bytes.begin(), hash.bytes.begin() + kIdBytes};
}

std::string formatNoteKey(const std::string& name, const PublicKey& key, NoteKeyType type) {
    Bytes data{static_cast<std::uint8_t>(type)};
    data.insert(data.end(), key.raw().begin(), key.raw().end());
    return name + "+" + toHex(noteKeyId(name, key, type)) + "+" + toBase64(data);
}

std::string formatNoteKey(const std::string& name, const PublicKey& key) {
    return formatNoteKey(name, key, NoteKeyType::signs);
}

Result<NoteKey> parseNoteKey(std::string_view text, NoteKeyType type, std::string_view who) {
    const auto refuse = [&](const char* more) {
        return fail(ErrorKind::malformed, "bad_" + std::string(who) + "_key",
                    "this is not a " + std::string(who) + "'s verifier key <name>+<hash>+<key>" + more);
    };
    const auto first = text.find('+');
    const auto second = first == std::string_view::npos ? first : text.find('+', first + 1);
    if (second == std::string_view::npos || !isKeyName(text.substr(0, first)) || !isUtf8(text) || hasControl(text) ||
        text.find('\n') != text.npos)
        return refuse("");
    const auto data = fromBase64(text.substr(second + 1));
    if (!data || data->size() != 33) return refuse("");
    if ((*data)[0] != static_cast<std::uint8_t>(type)) {
        if ((*data)[0] == static_cast<std::uint8_t>(NoteKeyType::cosigns)) return refuse(", but a witness's");
        return refuse((*data)[0] == static_cast<std::uint8_t>(NoteKeyType::signs) ? ", but a log's" : "");
    }
    auto key = PublicKey::fromJwk({{"kty", "OKP"}, {"crv", "Ed25519"}, {"x", toBase64Url(ByteView(*data).subspan(1))}});
    if (!key) return fail(key.error());
    std::string name(text.substr(0, first));
    if (toHex(noteKeyId(name, *key, type)) != text.substr(first + 1, second - first - 1)) return refuse("");
    return NoteKey{std::move(name), std::move(*key)};
}

Result<NoteKey> parseNoteKey(std::string_view text) {
    return parseNoteKey(text, NoteKeyType::signs, "log");
}

std::string signatureLine(const std::string& name, ByteView keyId, ByteView signature) {
    Bytes both(keyId.begin(), keyId.end());
    both.insert(both.end(), signature.begin(), signature.end());
    return std::string(kDash) + name + " " + toBase64(both) + "\n";
}

std::string signNote(const std::string& body, const std::string& name, const PrivateKey& key) {
    return body + "\n" +
           signatureLine(name, noteKeyId(name, key.publicKey(), NoteKeyType::signs), key.sign(asBytes(body)));
}

Result<std::string_view> takeNoteLine(std::string_view& text, std::string_view what) {
    const auto end = text.find('\n');
    if (end == std::string_view::npos) return bad(ErrorKind::malformed, what, "is cut short");
    const auto line = text.substr(0, end);
    text.remove_prefix(end + 1);
    return line;
}

Result<SignedNote> splitNote(std::string_view note, std::size_t most, std::string_view what) {
    if (note.size() > most)
        return bad(ErrorKind::malformed, what, "is longer than " + std::to_string(most / 1024) + " KiB");
    if (!isUtf8(note) || hasControl(note))
        return bad(ErrorKind::malformed, what, "is not UTF-8 or holds control characters");
    const auto split = note.rfind("\n\n");
    if (split == std::string_view::npos || split == 0) return bad(ErrorKind::malformed, what, "has no signature");
    SignedNote out{note.substr(0, split + 1), {}};
    auto rest = note.substr(split + 2);
    if (rest.empty()) return bad(ErrorKind::malformed, what, "has no signature");
    while (!rest.empty()) {
        const auto line = takeNoteLine(rest, what);
        if (!line) return fail(line.error());
        auto signature = readSignature(*line);
        if (!signature) return bad(ErrorKind::malformed, what, "has a signature line that is none");
        if (out.signatures.size() == kMostNoteSignatures)
            return bad(ErrorKind::malformed, what,
                       "has more than " + std::to_string(kMostNoteSignatures) + " signatures");
        out.signatures.push_back(std::move(*signature));
    }
    return out;
}

Result<std::string_view> verifyNote(std::string_view note, const NoteKey& key, std::size_t most,
                                    std::string_view what) {
    const auto parts = splitNote(note, most, what);
    if (!parts) return fail(parts.error());
    const Bytes id = noteKeyId(key.name, key.key, NoteKeyType::signs);
    bool signedByKey = false;
    for (const auto& one : parts->signatures) {
        if (one.name != key.name || one.keyId != id) continue;
        signedByKey = one.signature.size() == kSignatureSize && key.key.verify(asBytes(parts->body), one.signature);
        if (!signedByKey) break;
    }
    if (signedByKey) return parts->body;
    return fail(ErrorKind::badSignature, "bad_" + std::string(what),
                "the " + std::string(what) + " is not signed by the log's key that this device knows");
}

}  // namespace plumb::crypto
