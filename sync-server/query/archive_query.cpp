#include "sync-server/query/archive_query.h"

#include <algorithm>
#include <map>

#include "shared/records/rectification/act.h"
#include "shared/records/reference/retention.h"
#include "sync-server/projections/cases/case_rows.h"
#include "sync-server/projections/line_at.h"
#include "sync-server/projections/publications/retention_tables.h"
#include "sync-server/projections/sites/site_rows.h"
#include "sync-server/query/told.h"

namespace plumb::server {
namespace {

constexpr std::uint64_t kNewest = std::uint64_t{1} << 62;
constexpr std::size_t kMostActs = 1000;  // of one case that are looked through

struct Archived {
    Entry entry;
    Instant at;
};

// The act that filed it away: others of its kind were out of turn.
std::optional<Archived> archivingOf(const records::CaseRow& row, StoreReader& reader) {
    const auto ignored = [&](const Sha256& hash) {
        return std::any_of(row.ignored.begin(), row.ignored.end(), [&](const auto& one) { return one.hash == hash; });
    };
    for (const auto& entry : CaseRows(reader).acts(row.standing.id, kNewest, kMostActs)) {
        if (entry.type != records::typeOf(records::ActKind::archived) || ignored(entry.hash)) continue;
        const auto payload = payloadAt(entry.index, reader);
        if (textOr(payload.body, "term") == row.archived) return Archived{entry, payload.at};
    }
    return std::nullopt;
}

// The terms that hold for a place on a day. Pages are of few counties: each one's tables are read once.
class TermsOfPlaces {
  public:
    explicit TermsOfPlaces(StoreReader& reader) : m_reader(reader) {}
    std::vector<records::Retention> of(const std::string& region, Day day) {
        auto found = m_versions.find(region);
        if (found == m_versions.end()) found = m_versions.emplace(region, retentionTables(region, m_reader)).first;
        return records::holdingOn(day, found->second);
    }

  private:
    StoreReader& m_reader;
    std::map<std::string, std::vector<records::Retention>> m_versions;
};

json::object tell(const PlacedCase& found, const Archived& archived, std::optional<Day> until, Day today,
                  const QuerySources& sources) {
    const auto& row = found.row;
    const auto author = sources.trust.personName(archived.entry.author);
    json::object out{{"case", row.standing.id},
                     {"act", archived.entry.record},
                     {"index", found.index},
                     {"year", dayText(dayOf(row.at)).substr(0, 4)},
                     {"kind", row.kind},
                     {"site", row.site},
                     {"site_name", SiteRows(sources.reader).name(row.site)},
                     {"region", row.region},
                     {"checked", dayText(dayOf(row.at))},
                     {"findings", row.findings.size()},
                     {"archived", dayText(dayOf(archived.at))},
                     {"by", author.empty() ? archived.entry.author : author},
                     {"term", row.archived},
                     {"until", nullptr},
                     {"due", until && today > *until}};
    if (until) out["until"] = dayText(*until);
    if (!row.orders.empty()) out["number"] = row.orders.front().number;
    return out;
}

}  // namespace

json::object listArchive(const ArchiveQuestion& question, const Principal& caller, const QuerySources& sources) {
    Page page(question.page.limit);
    TermsOfPlaces terms(sources.reader);
    CaseRows(sources.reader).each(records::CaseState::archived, question.page.before(), [&](const PlacedCase& found) {
        if (page.ends(false)) return false;
        const auto& row = found.row;
        const auto key = std::to_string(found.index);
        const bool asked = mayReadVisit(caller, row.region, row.site, row.standing.kid) &&
                           row.region.starts_with(question.region) &&
                           (question.kind.empty() || question.kind == row.kind) &&
                           (question.term.empty() || question.term == row.archived) &&
                           (question.year.empty() || dayText(dayOf(row.at)).starts_with(question.year));
        const auto archived = asked ? archivingOf(row, sources.reader) : std::nullopt;
        const auto filed = archived ? dayOf(archived->at) : Day{};
        const auto until =
            archived ? records::keptUntil(row.archived, filed, terms.of(row.region, filed)) : std::nullopt;
        const bool wanted = archived && (!question.due || (until && question.today > *until));
        return page.take(wanted, key, [&] { return tell(found, *archived, until, question.today, sources); });
    });
    return std::move(page).answer();
}

}  // namespace plumb::server
