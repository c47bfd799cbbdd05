#include "shared/store/referrals.h"

#include "shared/store/folded_rows.h"

namespace plumb::store {

std::vector<records::ReferralRow> referralsOf(const TabletStore& store, const std::string& inspection) {
    std::vector<records::ReferralRow> out;
    for (const auto& made : store.linesOf(inspection)) {
        const auto said = counts(made.row) ? store.payload(made) : Result<record::Payload>(fail(Error{}));
        if (!said || said->type != records::kFindingReferred) continue;
        std::optional<records::ReferralRow> row;
        for (const auto& line : store.linesOf(said->id)) {
            if (!counts(line.row)) continue;
            if (const auto payload = store.payload(line))
                (void)records::foldReferral(row, {*payload, line.row.hash, line.row.kid, line.row.logIndex});
        }
        if (row) out.push_back(std::move(*row));
    }
    return out;
}

}  // namespace plumb::store
