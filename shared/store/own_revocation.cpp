#include "shared/store/own_revocation.h"

namespace plumb::store {

std::optional<OwnRevocation> ownRevocation(const TabletStore& store) {
    const auto key = store.deviceKey();
    if (!key) return std::nullopt;
    RecordFilter filter;
    filter.type = "key.revoked";
    std::optional<domain::TrustBook> book;
    for (const auto& row : store.records(filter)) {
        const auto payload = store.payload(row.hash);
        if (!payload || textOr(payload->body, "key") != key->kid()) continue;
        if (!book) {
            auto judged = store.trust();
            if (!judged) return std::nullopt;
            book = std::move(*judged);
        }
        const auto* member = book->member(key->kid());
        // Of several lines the first that the book took in ended the key.
        if (!member || !member->revokedAt || row.logIndex != member->revokedAt) continue;
        const auto* by = book->member(member->revokedBy);
        return OwnRevocation{*member->revokedAt, payload->at, by ? by->personName : std::string(),
                             textOr(payload->body, "reason")};
    }
    return std::nullopt;
}

}  // namespace plumb::store
