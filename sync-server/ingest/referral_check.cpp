#include "sync-server/ingest/referral_check.h"

#include "shared/records/rectification/item_supervision.h"
#include "sync-server/projections/cases/case_rows.h"
#include "sync-server/projections/referrals/referral_rows.h"

namespace plumb::server {

Result<void> checkReferral(const record::Payload& payload, StoreReader& reader, Checklists& checklists) {
    ReferralRows rows(reader);
    auto found = rows.find(records::referralOf(payload));
    const auto before = found ? std::optional(std::move(found->row)) : std::nullopt;
    if (auto may = records::mayChangeReferral(before, payload); !may) return may;
    if (payload.type != records::kFindingReferred) return {};
    const auto said = records::readReferral(payload.body);
    if (!said) return fail(said.error());
    const auto its = CaseRows(reader).find(said->of);
    if (!its)
        return fail(ErrorKind::notFound, "of_unknown",
                    "no submitted inspection " + said->of.substr(0, 40) + " that opened a case is in this log");
    const auto document = checklists.find(its->row.checklist.sha256);
    if (!document) return fail(document.error());
    const auto known = rows.of(said->of);
    return records::mayRefer(its->row, *said, known, [&](std::string_view item) -> std::optional<domain::Supervision> {
        const auto* one = (*document)->item(item);
        return one ? std::optional(records::supervisionOf(*one)) : std::nullopt;
    });
}

}  // namespace plumb::server
