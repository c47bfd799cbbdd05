#include "shared/crypto/checkpoint.h"

#include <charconv>

#include "shared/base/encoding.h"

namespace plumb::crypto {
namespace {

constexpr std::string_view kWhat = "checkpoint";
constexpr std::size_t kMostBytes = 16 * 1024;

tl::unexpected<Error> bad(std::string why) {
    return fail(ErrorKind::malformed, "bad_checkpoint", "the log's checkpoint " + std::move(why));
}

Result<Checkpoint> parseBody(std::string_view body) {
    Checkpoint checkpoint;
    auto origin = takeNoteLine(body, kWhat), size = origin ? takeNoteLine(body, kWhat) : origin,
         root = size ? takeNoteLine(body, kWhat) : size;
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
        const auto extension = takeNoteLine(body, kWhat);
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

std::string signCheckpoint(const Checkpoint& checkpoint, const PrivateKey& logKey) {
    const std::string body = checkpoint.origin + "\n" + std::to_string(checkpoint.size) + "\n" +
                             toBase64(checkpoint.root.view()) + "\ntime " + formatInstant(checkpoint.time) + "\n";
    return signNote(body, checkpoint.origin, logKey);
}

Result<Checkpoint> verifyCheckpoint(std::string_view note, const NoteKey& key) {
    const auto body = verifyNote(note, key, kMostBytes, kWhat);
    if (!body) return fail(body.error());
    auto checkpoint = parseBody(*body);
    if (checkpoint && checkpoint->origin != key.name) return bad("is of another log, " + checkpoint->origin);
    return checkpoint;
}

}  // namespace plumb::crypto
