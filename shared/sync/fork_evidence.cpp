#include "shared/sync/fork_evidence.h"

#include "shared/base/encoding.h"
#include "shared/base/json.h"
#include "shared/crypto/merkle.h"

namespace plumb::sync {
namespace {

constexpr std::string_view kKind = "plumb-log-fork";
constexpr int kVersion = 1;
constexpr std::size_t kMostBytes = 128 * 1024;

tl::unexpected<Error> bad(const char* why) {
    return fail(ErrorKind::malformed, "bad_evidence", std::string("this is no evidence of two histories: ") + why);
}

Result<Sha256> hashOf(const json::value& value) {
    if (!value.is_string()) return bad("a hash is no text");
    const auto bytes = fromBase64(std::string_view(value.get_string()));
    return bytes ? Sha256::fromView(*bytes) : Result<Sha256>(fail(bytes.error()));
}

}  // namespace

std::string formatEvidence(const ForkEvidence& evidence) {
    json::object out{{"kind", kKind},
                     {"v", kVersion},
                     {"key", evidence.key},
                     {"smaller", evidence.smaller},
                     {"larger", evidence.larger}};
    if (evidence.rootThen) {
        json::array hashes;
        for (const auto& hash : evidence.consistency) hashes.push_back(json::value(toBase64(hash.view())));
        out["root_then"] = toBase64(evidence.rootThen->view());
        out["consistency"] = std::move(hashes);
    }
    return toText(out) + "\n";
}

Result<ForkEvidence> parseEvidence(std::string_view text) {
    if (text.size() > kMostBytes) return bad("it is longer than 128 KiB");
    const auto value = parseJson(text, 4);
    if (!value || !value->is_object() || textOr(value->get_object(), "kind") != kKind)
        return bad("it is no JSON object of kind plumb-log-fork");
    const auto& object = value->get_object();
    if (const auto version = integerAt(object, "v"); !version || *version != kVersion)
        return bad("it is of another version");
    ForkEvidence out{textOr(object, "key"), textOr(object, "smaller"), textOr(object, "larger")};
    if (object.contains("root_then")) {
        const auto root = hashOf(object.at("root_then"));
        const auto hashes = arrayAt(object, "consistency");
        if (!root || !hashes) return bad("a hash is damaged");
        out.rootThen = *root;
        for (const auto& one : **hashes) {
            const auto hash = hashOf(one);
            if (!hash) return bad("a hash is damaged");
            out.consistency.push_back(*hash);
        }
    }
    return out;
}

Result<Fork> verifyEvidence(const ForkEvidence& evidence, const crypto::NoteKey& log) {
    const auto smaller = crypto::verifyTreeHead(evidence.smaller, log);
    const auto larger = crypto::verifyTreeHead(evidence.larger, log);
    if (!smaller) return fail(smaller.error());
    if (!larger) return fail(larger.error());
    const bool same = smaller->size == larger->size;
    const bool proved = same ? smaller->root != larger->root
                             : smaller->size < larger->size && evidence.rootThen &&
                                   *evidence.rootThen != smaller->root &&
                                   crypto::verifyConsistency(smaller->size, *evidence.rootThen, larger->size,
                                                             larger->root, evidence.consistency);
    if (!proved)
        return fail(ErrorKind::refused, "evidence_empty",
                    "both checkpoints are signed, and nothing here shows that they cannot be of one log");
    return Fork{*smaller, *larger};
}

}  // namespace plumb::sync
