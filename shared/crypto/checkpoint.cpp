#include "shared/crypto/checkpoint.h"

#include <charconv>

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

tl::unexpected<Error> bad(std::string why) {
    return fail(ErrorKind::malformed, "bad_checkpoint", "the log's checkpoint " + std::move(why));
}

Result<std::string_view> takeLine(std::string_view& text) {
    const auto end = text.find('\n');
    if (end == std::string_view::npos) return bad("is cut short");
    const auto line = text.substr(0, end);
    text.remove_prefix(end + 1);
    return line;
}

Result<Checkpoint> parseBody(std::string_view body) {
    Checkpoint checkpoint;
    auto origin = takeLine(body), size = origin ? takeLine(body) : origin, root = size ? takeLine(body) : size;
    if (!root) return fail(root.error());
    checkpoint.origin = *origin;
    const auto [end, code] = std::from_chars(size->data(), size->data() + size->size(), checkpoint.size);
    if (code != std::errc{} || end != size->data() + size->size() || (size->size() > 1 && (*size)[0] == '0'))
        return bad("has no proper size");
    const auto bytes = fromBase64(*root);
    const auto hash = bytes ? Sha256::fromView(*bytes) : Result<Sha256>(fail(bytes.error()));
    if (!hash) return bad("has no proper root hash");
    checkpoint.root = *hash;
    while (!body.empty()) {
        const auto extension = takeLine(body);
        if (!extension) return fail(extension.error());
        if (extension->substr(0, 5) == "time ") {
            const auto time = parseInstant(extension->substr(5));
            if (!time) return fail(time.error());
            checkpoint.time = *time;
        }
    }
    return checkpoint;
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

std::string signCheckpoint(const Checkpoint& checkpoint, const PrivateKey& logKey) {
    const std::string body = checkpoint.origin + "\n" + std::to_string(checkpoint.size) + "\n" +
                             toBase64(checkpoint.root.view()) + "\ntime " + formatInstant(checkpoint.time) + "\n";
    Bytes signature = keyHash(checkpoint.origin, logKey.publicKey());
    const Bytes raw = logKey.sign(asBytes(body));
    signature.insert(signature.end(), raw.begin(), raw.end());
    return body + "\n" + std::string(kDash) + checkpoint.origin + " " + toBase64(signature) + "\n";
}

Result<Checkpoint> verifyCheckpoint(std::string_view note, const NoteKey& key) {
    if (note.size() > 16 * 1024) return bad("is longer than 16 KiB");
    const auto split = note.find("\n\n");
    if (split == std::string_view::npos) return bad("has no signature");
    const auto body = note.substr(0, split + 1);
    auto rest = note.substr(split + 2);
    const std::string prefix = std::string(kDash) + key.name + " ";
    const Bytes hash = keyHash(key.name, key.key);
    bool good = false;
    while (!rest.empty() && !good) {
        const auto line = takeLine(rest);
        if (!line) return fail(line.error());
        if (line->substr(0, prefix.size()) != prefix) continue;
        const auto signature = fromBase64(line->substr(prefix.size()));
        if (!signature || signature->size() != 4 + kSignatureSize ||
            !std::equal(hash.begin(), hash.end(), signature->begin()))
            continue;
        good = key.key.verify(asBytes(body), ByteView(*signature).subspan(4));
    }
    if (!good)
        return fail(ErrorKind::badSignature, "bad_checkpoint",
                    "the checkpoint is not signed by the log's key that this device knows");
    auto checkpoint = parseBody(body);
    if (checkpoint && checkpoint->origin != key.name) return bad("is of another log, " + checkpoint->origin);
    return checkpoint;
}

}  // namespace plumb::crypto
