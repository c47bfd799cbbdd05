#include "shared/sync/deciding.h"

#include "shared/base/encoding.h"
#include "shared/crypto/merkle.h"

namespace plumb::sync {

Result<records::DrawCheckpoint> decidingCheckpoint(const store::TabletStore& store, ServerLink& link,
                                                   const std::string& draw) {
    const auto told = link.draw(draw);
    if (!told) return fail(told.error());
    const auto* deciding = told->if_contains("deciding");
    if (!deciding || !deciding->is_object())
        return fail(
            ErrorKind::refused, "draw_waits",
            "nobody else has written to the log since the commitment: the draw is decided by the next line that "
            "another person sends");
    const auto& object = deciding->get_object();
    const auto* size = object.if_contains("size");
    const auto bytes = fromBase64(textOr(object, "root"));
    const auto root = bytes ? Sha256::fromView(*bytes) : Result<Sha256>(fail(Error{}));
    if (!root || !size || !size->is_int64() || size->get_int64() < 1)
        return fail(ErrorKind::malformed, "bad_answer", "the server names no checkpoint");
    const records::DrawCheckpoint out{static_cast<std::uint64_t>(size->get_int64()), *root};
    const auto newest = store.newestCheckpoint();
    if (!newest || newest->checkpoint.size < out.size)
        return fail(ErrorKind::refused, "draw_waits", "this device does not know the log so far yet; sync once more");
    const auto proof = out.size == newest->checkpoint.size ? Result<std::vector<Sha256>>(std::vector<Sha256>())
                                                           : link.consistency(out.size, newest->checkpoint.size);
    if (!proof) return fail(proof.error());
    const bool same =
        out.size == newest->checkpoint.size
            ? out.root == newest->checkpoint.root
            : crypto::verifyConsistency(out.size, out.root, newest->checkpoint.size, newest->checkpoint.root, *proof);
    if (!same)
        return fail(ErrorKind::badSignature, "checkpoint_wrong",
                    "the checkpoint that the server names is not the log's");
    return out;
}

}  // namespace plumb::sync
