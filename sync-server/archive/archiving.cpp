#include "sync-server/archive/archiving.h"

#include <algorithm>

#include "sync-server/projections/cases/case_rows.h"
#include "sync-server/projections/line_at.h"
#include "sync-server/projections/publications/retention_tables.h"

namespace plumb::server {
namespace {

constexpr std::uint64_t kNewest = std::uint64_t{1} << 62;
constexpr std::size_t kMostActs = 1000;  // of one case that are looked through

}  // namespace

std::optional<Archiving> archivingOf(const records::CaseRow& row, StoreReader& reader) {
    if (row.archived.empty()) return std::nullopt;
    const auto ignored = [&](const Sha256& hash) {
        return std::any_of(row.ignored.begin(), row.ignored.end(), [&](const auto& one) { return one.hash == hash; });
    };
    for (const auto& entry : CaseRows(reader).acts(row.standing.id, kNewest, kMostActs)) {
        if (entry.type != records::typeOf(records::ActKind::archived) || ignored(entry.hash)) continue;
        const auto payload = payloadAt(entry.index, reader);
        if (textOr(payload.body, "term") == row.archived) return Archiving{entry, payload.at};
    }
    return std::nullopt;
}

std::optional<Day> TermsOfPlaces::keptUntil(const records::CaseRow& row, const Archiving& archiving) {
    auto found = m_versions.find(row.region);
    if (found == m_versions.end()) found = m_versions.emplace(row.region, retentionTables(row.region, m_reader)).first;
    // Whoever's clock lagged, or signed for a day long past, shortens no term: what counts is when the log has it.
    const auto received = m_reader.receivedAt(archiving.entry.index);
    const auto signedOn = dayOf(archiving.at);
    const auto filed = received ? std::max(signedOn, dayOf({*received, archiving.at.offset})) : signedOn;
    return records::keptUntil(row.archived, filed, records::holdingOn(filed, found->second));
}

}  // namespace plumb::server
