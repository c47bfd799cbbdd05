#include "sync-server/ingest/disposal_check.h"

#include <algorithm>

#include "shared/base/china_day.h"
#include "sync-server/archive/archiving.h"
#include "sync-server/archive/disposed.h"
#include "sync-server/projections/cases/case_rows.h"
#include "sync-server/projections/referrals/referral_rows.h"

namespace plumb::server {
namespace {

class CasesOfList {
  public:
    CasesOfList(const std::string& list, Day today, StoreReader& reader, const Trust& trust)
        : m_list(list), m_today(today), m_reader(reader), m_trust(trust), m_terms(reader) {}

    Result<void> check(const records::DisposalCase& one, std::string_view region) {
        const auto found = CaseRows(m_reader).find(one.of);
        records::DisposalFacts facts;
        facts.today = m_today;
        if (!found) return records::mayDispose(one, region, facts);
        facts.row = &found->row;
        if (const auto archiving = archivingOf(found->row, m_reader)) {
            facts.act = archiving->entry.record;
            facts.until = m_terms.keptUntil(found->row, *archiving);
        }
        DisposalRows disposals(m_reader);
        if (const auto before = disposals.disposed(one.of)) facts.disposed = inWords(*before, m_trust);
        if (const auto waiting = disposals.waiting(one.of); waiting != m_list) facts.waiting = waiting;
        for (const auto& referral : ReferralRows(m_reader).of(one.of)) {
            if (records::isOpen(records::stateOf(referral))) facts.referral = referral.says.number;
        }
        return records::mayDispose(one, region, facts);
    }

  private:
    const std::string& m_list;
    Day m_today;
    StoreReader& m_reader;
    const Trust& m_trust;
    TermsOfPlaces m_terms;
};

}  // namespace

Result<void> checkDisposal(const LoggedLine& line, StoreReader& reader, const Trust& trust, TimePoint now) {
    const auto& payload = line.payload;
    const auto id = records::disposalOf(payload);
    auto found = DisposalRows(reader).find(id);
    const auto row = found ? std::optional(std::move(found->row)) : std::nullopt;
    if (auto may = records::mayChangeDisposal(row, payload); !may) return may;
    if (payload.type == records::kDisposalRefused) return {};
    const auto says = row ? Result<records::Disposal>(row->says) : records::readDisposal(payload.body);
    if (!says) return fail(says.error());
    // The log's day is China's: the zone is its author's to name, and no term is a day shorter by it.
    const auto today = std::min(dayOf({record::correctedAt(payload), payload.at.offset}), chinaDay(now));
    CasesOfList cases(id, today, reader, trust);
    for (const auto& one : says->cases) {
        if (auto may = cases.check(one, row ? row->region : payload.region); !may) return may;
    }
    return {};
}

Result<void> checkNotDisposed(const record::Payload& payload, StoreReader& reader, const Trust& trust) {
    const auto before = followsDisposed(payload, reader);
    if (!before) return {};
    return fail(ErrorKind::refused, "case_disposed",
                "the case that this speaks of was disposed of " + inWords(*before, trust) +
                    "; nothing follows it but that its publication is corrected or withdrawn");
}

}  // namespace plumb::server
