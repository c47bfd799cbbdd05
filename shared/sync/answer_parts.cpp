#include "shared/sync/answer_parts.h"

#include "shared/base/encoding.h"

namespace plumb::sync {

tl::unexpected<Error> strangeAnswer(const char* what) {
    return fail(ErrorKind::malformed, "bad_answer", std::string("the server's answer cannot be used: ") + what);
}

Result<std::vector<Sha256>> readHashes(const json::value* value) {
    std::vector<Sha256> out;
    if (!value || value->is_null()) return out;
    if (!value->is_array()) return strangeAnswer("a proof is no array");
    for (const auto& entry : value->get_array()) {
        const auto bytes = entry.is_string() ? fromBase64(std::string_view(entry.get_string()))
                                             : Result<Bytes>(strangeAnswer("a hash is no text"));
        const auto hash = bytes ? Sha256::fromView(*bytes) : Result<Sha256>(fail(bytes.error()));
        if (!hash) return strangeAnswer("a hash of a proof is damaged");
        out.push_back(*hash);
    }
    return out;
}

}  // namespace plumb::sync
