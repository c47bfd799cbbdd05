#include "sync-server/log/proofs.h"

#include "shared/base/encoding.h"

namespace plumb::server {

json::array hashesToJson(const std::vector<Sha256>& hashes) {
    json::array out;
    out.reserve(hashes.size());
    for (const auto& hash : hashes) out.emplace_back(toBase64(hash.view()));
    return out;
}

Result<json::array> inclusionOf(std::uint64_t index, std::uint64_t size, const crypto::NodeReader& nodes) {
    if (index >= size) {
        return fail(ErrorKind::malformed, "bad_query",
                    "line " + std::to_string(index) + " does not lie in a log of " + std::to_string(size) + " lines");
    }
    return hashesToJson(crypto::inclusionProof(index, size, nodes));
}

Result<json::array> consistencyOf(std::uint64_t from, std::uint64_t to, const crypto::NodeReader& nodes) {
    if (from > to) {
        return fail(ErrorKind::conflict, "log_smaller",
                    "this log has " + std::to_string(to) + " lines, the caller knows one of " + std::to_string(from) +
                        "; the server may have been restored from a backup");
    }
    // Nothing is a prefix of everything: there is nothing to prove.
    if (from == 0 || from == to) return json::array{};
    return hashesToJson(crypto::consistencyProof(from, to, nodes));
}

}  // namespace plumb::server
