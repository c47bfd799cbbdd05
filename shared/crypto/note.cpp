#include "shared/crypto/note.h"

#include <algorithm>

#include "shared/base/encoding.h"
#include "shared/crypto/hash.h"

namespace plumb::crypto {
namespace {

constexpr std::uint8_t kEd25519Type = 0x01;          // C2SP signed-note, signature types
constexpr std::string_view kDash = "\xE2\x80\x94 ";  // "— ", begins each signature line

// First four bytes of SHA-256(name ‖ "\n" ‖ type ‖ key).
Bytes keyHash(const std::string& name, const PublicKey& key) {
    Bytes data(name.begin(), name.end());
    data.push_back('\n');
    data.push_back(kEd25519Type);
    data.insert(data.end(), key.raw().begin(), key.raw().end());
    const auto hash = sha256(ByteView(data));
    return {hash.bytes.begin(), hash.bytes.begin() + 4};
}

tl::unexpected<Error> bad(ErrorKind kind, std::string_view what, const std::string& why) {
    return fail(kind, "bad_" + std::string(what), "the log's " + std::string(what) + " " + why);
}

}  // namespace

std::string formatNoteKey(const std::string& name, const PublicKey& key) {
    Bytes data{kEd25519Type};
    data.insert(data.end(), key.raw().begin(), key.raw().end());
    return name + "+" + toHex(keyHash(name, key)) + "+" + toBase64(data);
}

Result<NoteKey> parseNoteKey(std::string_view text) {
    const auto refuse = [] {
        return fail(ErrorKind::malformed, "bad_log_key", "this is not a log's verifier key <name>+<hash>+<key>");
    };
    const auto first = text.find('+');
    const auto second = first == std::string_view::npos ? first : text.find('+', first + 1);
    if (second == std::string_view::npos || first == 0) return refuse();
    const auto data = fromBase64(text.substr(second + 1));
    if (!data || data->size() != 33 || (*data)[0] != kEd25519Type) return refuse();
    auto key = PublicKey::fromJwk({{"kty", "OKP"}, {"crv", "Ed25519"}, {"x", toBase64Url(ByteView(*data).subspan(1))}});
    if (!key) return fail(key.error());
    std::string name(text.substr(0, first));
    if (toHex(keyHash(name, *key)) != text.substr(first + 1, second - first - 1)) return refuse();
    return NoteKey{std::move(name), std::move(*key)};
}

std::string signNote(const std::string& body, const std::string& name, const PrivateKey& key) {
    Bytes signature = keyHash(name, key.publicKey());
    const Bytes raw = key.sign(asBytes(body));
    signature.insert(signature.end(), raw.begin(), raw.end());
    return body + "\n" + std::string(kDash) + name + " " + toBase64(signature) + "\n";
}

Result<std::string_view> takeNoteLine(std::string_view& text, std::string_view what) {
    const auto end = text.find('\n');
    if (end == std::string_view::npos) return bad(ErrorKind::malformed, what, "is cut short");
    const auto line = text.substr(0, end);
    text.remove_prefix(end + 1);
    return line;
}

Result<std::string_view> verifyNote(std::string_view note, const NoteKey& key, std::size_t most,
                                    std::string_view what) {
    if (note.size() > most)
        return bad(ErrorKind::malformed, what, "is longer than " + std::to_string(most / 1024) + " KiB");
    const auto split = note.find("\n\n");
    if (split == std::string_view::npos) return bad(ErrorKind::malformed, what, "has no signature");
    const auto body = note.substr(0, split + 1);
    auto rest = note.substr(split + 2);
    const std::string prefix = std::string(kDash) + key.name + " ";
    const Bytes hash = keyHash(key.name, key.key);
    while (!rest.empty()) {
        const auto line = takeNoteLine(rest, what);
        if (!line) return fail(line.error());
        if (line->substr(0, prefix.size()) != prefix) continue;
        const auto signature = fromBase64(line->substr(prefix.size()));
        if (!signature || signature->size() != 4 + kSignatureSize ||
            !std::equal(hash.begin(), hash.end(), signature->begin()))
            continue;
        if (key.key.verify(asBytes(body), ByteView(*signature).subspan(4))) return body;
    }
    return fail(ErrorKind::badSignature, "bad_" + std::string(what),
                "the " + std::string(what) + " is not signed by the log's key that this device knows");
}

}  // namespace plumb::crypto
