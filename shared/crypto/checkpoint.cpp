#include "shared/crypto/checkpoint.h"

#include <charconv>

#include "shared/base/encoding.h"
#include "shared/crypto/hash.h"
#include "shared/crypto/merkle.h"

namespace plumb::crypto {
namespace {

constexpr std::string_view kWhat = "checkpoint";

tl::unexpected<Error> bad(std::string why) {
    return fail(ErrorKind::malformed, "bad_checkpoint", "the log's checkpoint " + std::move(why));
}

std::optional<std::uint64_t> parseCount(std::string_view text) {
    std::uint64_t out = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (code != std::errc{} || end != text.data() + text.size() || (text.size() > 1 && text[0] == '0'))
        return std::nullopt;
    return out;
}

std::optional<TrustDigest> parseTrust(std::string_view text) {
    const auto space = text.find(' ');
    if (space == std::string_view::npos) return std::nullopt;
    const auto count = parseCount(text.substr(0, space));
    const auto bytes = fromBase64(text.substr(space + 1));
    const auto digest = bytes ? Sha256::fromView(*bytes) : Result<Sha256>(fail(bytes.error()));
    if (!count || !digest) return std::nullopt;
    return TrustDigest{*count, *digest};
}

// Takes the three lines that every checkpoint has off the front of its body.
Result<TreeHead> takeTreeHead(std::string_view& body) {
    auto origin = takeNoteLine(body, kWhat), size = origin ? takeNoteLine(body, kWhat) : origin,
         root = size ? takeNoteLine(body, kWhat) : size;
    if (!root) return fail(root.error());
    if (origin->empty()) return bad("names no log");
    const auto entries = parseCount(*size);
    if (!entries) return bad("has no proper size");
    const auto bytes = fromBase64(*root);
    const auto hash = bytes ? Sha256::fromView(*bytes) : Result<Sha256>(fail(bytes.error()));
    if (!hash) return bad("has no proper root hash");
    return TreeHead{std::string(*origin), *entries, *hash};
}

Result<Checkpoint> parseBody(std::string_view body) {
    Checkpoint checkpoint;
    auto head = takeTreeHead(body);
    if (!head) return fail(head.error());
    checkpoint.origin = std::move(head->origin);
    checkpoint.size = head->size;
    checkpoint.root = head->root;
    while (!body.empty()) {
        const auto extension = takeNoteLine(body, kWhat);
        if (!extension) return fail(extension.error());
        if (extension->empty()) return bad("has an empty line");
        if (extension->substr(0, 5) == "time ") {
            const auto time = parseInstant(extension->substr(5));
            if (!time) return fail(time.error());
            checkpoint.time = *time;
        } else if (extension->substr(0, 6) == "trust ") {
            const auto trust = parseTrust(extension->substr(6));
            if (!trust) return bad("has no proper digest of its trust lines");
            checkpoint.trust = *trust;
        }
    }
    return checkpoint;
}

}  // namespace

void TrustDigest::add(const Sha256& lineHash) {
    Bytes both(digest.bytes.begin(), digest.bytes.end());
    both.insert(both.end(), lineHash.bytes.begin(), lineHash.bytes.end());
    digest = sha256(both);
    ++count;
}

std::string signCheckpoint(const Checkpoint& checkpoint, const PrivateKey& logKey) {
    std::string body = checkpoint.origin + "\n" + std::to_string(checkpoint.size) + "\n" +
                       toBase64(checkpoint.root.view()) + "\ntime " + formatInstant(checkpoint.time) + "\n";
    if (checkpoint.trust)
        body +=
            "trust " + std::to_string(checkpoint.trust->count) + " " + toBase64(checkpoint.trust->digest.view()) + "\n";
    return signNote(body, checkpoint.origin, logKey);
}

Result<TreeHead> readTreeHead(std::string_view body) {
    auto head = takeTreeHead(body);
    if (!head) return head;
    if (head->size == 0 && head->root != emptyRoot()) return bad("gives an empty log a root that it cannot have");
    while (!body.empty()) {
        const auto extension = takeNoteLine(body, kWhat);
        if (!extension) return fail(extension.error());
        if (extension->empty()) return bad("has an empty line");
    }
    return head;
}

Result<TreeHead> verifyTreeHead(std::string_view note, const NoteKey& key) {
    const auto body = verifyNote(note, key, kMostCheckpointBytes, kWhat);
    if (!body) return fail(body.error());
    auto head = readTreeHead(*body);
    if (head && head->origin != key.name) return bad("is of another log, " + head->origin);
    return head;
}

Result<Checkpoint> readCheckpoint(std::string_view verifiedNote) {
    return parseBody(verifiedNote.substr(0, verifiedNote.find("\n\n") + 1));
}

Result<Checkpoint> verifyCheckpoint(std::string_view note, const NoteKey& key) {
    const auto body = verifyNote(note, key, kMostCheckpointBytes, kWhat);
    if (!body) return fail(body.error());
    auto checkpoint = parseBody(*body);
    if (checkpoint && checkpoint->origin != key.name) return bad("is of another log, " + checkpoint->origin);
    return checkpoint;
}

}  // namespace plumb::crypto
