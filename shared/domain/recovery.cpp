#include "shared/domain/recovery.h"

#include "shared/base/encoding.h"

namespace plumb::domain {
namespace {

tl::unexpected<Error> bad(const std::string& why) {
    return fail(ErrorKind::malformed, "bad_payload", "a log.recovered " + why);
}

Result<Sha256> rootAt(const json::object& object) {
    const auto bytes = fromBase64(textOr(object, "root"));
    if (!bytes) return fail(bytes.error());
    return Sha256::fromView(*bytes);
}

}  // namespace

json::object recoveryBody(const std::string& lostNote, const crypto::Checkpoint& kept, const Instant& opened,
                          const std::string& reason) {
    const auto lost = crypto::readCheckpoint(lostNote);
    json::object last{{"note", lostNote}};
    if (lost) {
        last["size"] = lost->size;
        last["root"] = toBase64(lost->root.view());
    }
    return {{"lost", std::move(last)},
            {"kept", {{"size", kept.size}, {"root", toBase64(kept.root.view())}}},
            {"opened", formatInstant(opened)},
            {"reason", reason}};
}

Result<void> checkRecoveryForm(const json::object& body) {
    const auto lost = objectAt(body, "lost", "body"), kept = objectAt(body, "kept", "body");
    if (!lost || !kept) return bad("needs \"lost\" and \"kept\"");
    if (textOr(**lost, "note").empty() || !integerAt(**lost, "size") || !rootAt(**lost))
        return bad("must say in \"lost\" what its note says");
    const auto size = integerAt(**kept, "size");
    if (!size || *size < 1 || !rootAt(**kept) || !parseInstant(textOr(body, "opened")))
        return bad("needs \"kept\" with size and root, and \"opened\"");
    if (textOr(body, "reason").empty()) return bad("needs a \"reason\"");
    return {};
}

Result<Recovery> readRecovery(const json::object& body, const crypto::NoteKey& logKey) {
    if (const auto good = checkRecoveryForm(body); !good) return fail(good.error());
    const auto &lost = body.at("lost").get_object(), &kept = body.at("kept").get_object();
    auto note = crypto::verifyCheckpoint(textOr(lost, "note"), logKey);
    if (!note) return fail(note.error());
    if (static_cast<std::uint64_t>(*integerAt(lost, "size")) != note->size || *rootAt(lost) != note->root)
        return bad("must say in \"lost\" what its note says");
    Recovery out{std::move(*note), static_cast<std::uint64_t>(*integerAt(kept, "size")), *rootAt(kept),
                 *parseInstant(textOr(body, "opened")), textOr(body, "reason")};
    if (out.lost.size < out.kept || (out.lost.size == out.kept && out.lost.root != out.root))
        return bad("names a lost state that is smaller than what is kept, or another of the same size");
    return out;
}

}  // namespace plumb::domain
