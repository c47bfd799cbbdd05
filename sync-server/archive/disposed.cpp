#include "sync-server/archive/disposed.h"

#include <algorithm>

#include "shared/domain/record_types.h"
#include "shared/records/publication/published.h"
#include "sync-server/projections/cases/case_rows.h"
#include "sync-server/projections/documents/document_rows.h"
#include "sync-server/projections/files/file_uses.h"
#include "sync-server/projections/inspections/inspection_rows.h"
#include "sync-server/projections/inspections/thread_rows.h"
#include "sync-server/projections/line_at.h"
#include "sync-server/projections/referrals/referral_rows.h"

namespace plumb::server {
namespace {

constexpr std::uint64_t kNewest = std::uint64_t{1} << 62;
constexpr std::size_t kAll = 1'000'000;  // lines of one case
// A paper of an answer to a report about a re-check's finding is no further than this from its inspection.
constexpr int kMostHops = 8;
constexpr std::string_view kSubmitted = "inspection.submitted";

// The record that a line says that it speaks of; "": none.
std::string spokenOf(const record::Payload& payload) {
    return textOr(payload.body, payload.type == kSubmitted ? "order" : "of");
}

// The record to whose case a line belongs; "": to none. Only a line whose place is that of another record has to name
// one that is there. In any other "of" is a member that nobody asked for, by which its files would go with a case of
// its author's choice.
std::string followedBy(const record::Payload& payload) {
    const bool follows =
        payload.type == kSubmitted || domain::recordType(payload.type).place == domain::PlaceRule::record;
    return follows ? spokenOf(payload) : std::string();
}

// Re-checks of a case: inspections of its site that name one of its orders.
std::vector<std::string> recheckIds(const records::CaseRow& row, StoreReader& reader) {
    std::vector<std::string> out;
    if (row.orders.empty()) return out;
    const Day never = dayOf(row.at) + std::chrono::days(200 * 366);
    InspectionRows(reader).ofSite(
        row.site, dayOf(row.at) - std::chrono::days(400), never, [&](const records::InspectionRow& one) {
            const bool its = std::any_of(row.orders.begin(), row.orders.end(),
                                         [&](const auto& order) { return order.id == one.says.order; });
            if (its) out.push_back(one.id);
        });
    return out;
}

class LinesOfCase {
  public:
    explicit LinesOfCase(StoreReader& reader) : m_reader(reader) {}

    void inspection(const std::string& id) {
        if (const auto first = m_reader.firstOfRecord(id)) m_out.push_back(first->index);
        take(InspectionRows(m_reader).history(id, kNewest, kAll));
        take(ThreadRows(m_reader).remarks(id, kNewest, kAll));
        papers(id);
    }
    void acts(const std::string& id) {
        const auto entries = CaseRows(m_reader).acts(id, kNewest, kAll);
        take(entries);
        for (const auto& entry : entries) papers(entry.record);
        for (const auto index : ReferralRows(m_reader).linesOf(id)) m_out.push_back(index);
    }
    std::vector<std::uint64_t> done() && {
        std::sort(m_out.begin(), m_out.end());
        m_out.erase(std::unique(m_out.begin(), m_out.end()), m_out.end());
        return std::move(m_out);
    }

  private:
    void take(const std::vector<Entry>& entries) {
        for (const auto& entry : entries) m_out.push_back(entry.index);
    }
    void papers(const std::string& of) { take(DocumentRows(m_reader).of(of, kNewest, kAll)); }

    StoreReader& m_reader;
    std::vector<std::uint64_t> m_out;
};

}  // namespace

std::string inspectionOf(const Entry& entry, StoreReader& reader) {
    Entry at = entry;
    for (int hop = 0; hop < kMostHops; ++hop) {
        const auto of = followedBy(payloadAt(at.index, reader));
        if (of.empty()) return at.type == kSubmitted ? at.record : std::string();
        const auto first = reader.firstOfRecord(of);
        if (!first) return {};
        at = *first;
    }
    return {};
}

std::vector<std::uint64_t> linesOfCase(const std::string& inspection, StoreReader& reader) {
    LinesOfCase out(reader);
    out.inspection(inspection);
    out.acts(inspection);
    if (const auto found = CaseRows(reader).find(inspection)) {
        for (const auto& id : recheckIds(found->row, reader)) out.inspection(id);
    }
    return std::move(out).done();
}

std::optional<DisposedCase> disposedFile(const Sha256& sha256, StoreReader& reader) {
    DisposalRows disposals(reader);
    std::optional<DisposedCase> out;
    if (disposals.nextDisposed() == 0) return out;
    FileUses(reader).each(sha256, [&](const FileUse& use) {
        auto its = disposals.disposed(inspectionOf(use.entry, reader));
        if (!its)
            out.reset();
        else if (!out || its->index > out->index)
            out = std::move(its);
        return out.has_value();
    });
    return out;
}

std::optional<DisposedCase> followsDisposed(const record::Payload& payload, StoreReader& reader) {
    // What is public is put right, or taken back, however old its case is.
    if (payload.type == records::kPublicationCorrected || payload.type == records::kPublicationWithdrawn)
        return std::nullopt;
    DisposalRows disposals(reader);
    const auto of = spokenOf(payload);
    if (of.empty() || disposals.nextDisposed() == 0) return std::nullopt;
    if (auto its = disposals.disposed(of)) return its;
    const auto first = reader.firstOfRecord(of);
    return first ? disposals.disposed(inspectionOf(*first, reader)) : std::nullopt;
}

std::string inWords(const DisposedCase& disposed, const Trust& trust) {
    const auto name = trust.personName(disposed.kid);
    return "on " + dayText(disposed.day) + " by " + (name.empty() ? disposed.kid : name) + " (list " +
           disposed.disposal + ")";
}

json::object tell(const DisposedCase& disposed, const Trust& trust) {
    const auto name = trust.personName(disposed.kid);
    return {{"disposal", disposed.disposal},
            {"index", disposed.index},
            {"day", dayText(disposed.day)},
            {"by", name.empty() ? disposed.kid : name}};
}

}  // namespace plumb::server
