#include "shared/sync/revocation_answer.h"

#include "shared/sync/answer_parts.h"

namespace plumb::sync {

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
    if (!trust) return strangeAnswer("it shows no trust lines");
    for (const auto& value : **trust) {
        const auto* pair = value.if_array();
        const auto* index = pair && pair->size() == 2 ? &(*pair)[0] : nullptr;
        if (!index || !index->is_int64() || index->get_int64() < 0 || !(*pair)[1].is_string())
            return strangeAnswer("a trust line has no place");
        const auto& text = (*pair)[1].get_string();
        out.trust.emplace_back(static_cast<std::uint64_t>(index->get_int64()), std::string(text.data(), text.size()));
    }
    return out;
}

}  // namespace plumb::sync
