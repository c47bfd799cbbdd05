#include "shared/sync/revocation_answer.h"

#include "shared/base/encoding.h"

namespace plumb::sync {
namespace {

tl::unexpected<Error> strange(const char* what) {
    return fail(ErrorKind::malformed, "bad_answer", std::string("the server's answer cannot be used: ") + what);
}

}  // namespace

Result<std::vector<Sha256>> readHashes(const json::value* value) {
    std::vector<Sha256> out;
    if (!value || value->is_null()) return out;
    if (!value->is_array()) return strange("a proof is no array");
    for (const auto& entry : value->get_array()) {
        const auto bytes = entry.is_string() ? fromBase64(std::string_view(entry.get_string()))
                                             : Result<Bytes>(strange("a hash is no text"));
        const auto hash = bytes ? Sha256::fromView(*bytes) : Result<Sha256>(fail(bytes.error()));
        if (!hash) return strange("a hash of a proof is damaged");
        out.push_back(*hash);
    }
    return out;
}

Result<RevocationAnswer> readRevocationAnswer(const json::object& object) {
    RevocationAnswer out;
    out.checkpoint = textOr(object, "checkpoint");
    for (const auto& [name, into] :
         {std::pair{"consistency", &out.consistency}, {"proof", &out.proof}, {"later", &out.later}}) {
        auto hashes = readHashes(object.if_contains(name));
        if (!hashes) return fail(hashes.error());
        *into = std::move(*hashes);
    }
    const auto trust = arrayAt(object, "trust");
    if (!trust) return strange("it shows no trust lines");
    for (const auto& value : **trust) {
        const auto* pair = value.if_array();
        const auto* index = pair && pair->size() == 2 ? &(*pair)[0] : nullptr;
        if (!index || !index->is_int64() || index->get_int64() < 0 || !(*pair)[1].is_string())
            return strange("a trust line has no place");
        const auto& text = (*pair)[1].get_string();
        out.trust.emplace_back(static_cast<std::uint64_t>(index->get_int64()), std::string(text.data(), text.size()));
    }
    return out;
}

}  // namespace plumb::sync
