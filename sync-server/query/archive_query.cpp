#include "sync-server/query/archive_query.h"

#include "sync-server/archive/archiving.h"
#include "sync-server/archive/disposed.h"
#include "sync-server/projections/cases/case_rows.h"
#include "sync-server/projections/sites/site_rows.h"
#include "sync-server/query/told.h"

namespace plumb::server {
namespace {

json::object tellCase(const PlacedCase& found, const Archiving& archived, std::optional<Day> until, Day today,
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
                     {"due", until && today > *until},
                     {"waits", nullptr},
                     {"disposed", nullptr}};
    if (until) out["until"] = dayText(*until);
    if (!row.orders.empty()) out["number"] = row.orders.front().number;
    DisposalRows disposals(sources.reader);
    if (const auto list = disposals.waiting(row.standing.id); !list.empty()) out["waits"] = list;
    if (const auto disposed = disposals.disposed(row.standing.id)) out["disposed"] = tell(*disposed, sources.trust);
    return out;
}

// How people call a case that is on a list.
json::object tellListed(const records::DisposalCase& one, const QuerySources& sources) {
    json::object out{{"case", one.of}, {"act", one.act}, {"term", one.term}, {"until", dayText(one.until)}};
    const auto found = CaseRows(sources.reader).find(one.of);
    if (!found) return out;
    const auto& row = found->row;
    out["kind"] = row.kind;
    out["site"] = row.site;
    out["site_name"] = SiteRows(sources.reader).name(row.site);
    out["region"] = row.region;
    out["checked"] = dayText(dayOf(row.at));
    out["findings"] = row.findings.size();
    if (!row.orders.empty()) out["number"] = row.orders.front().number;
    return out;
}

json::object tellList(const PlacedDisposal& found, const QuerySources& sources) {
    const auto& row = found.row;
    json::array cases, boxes;
    for (const auto& one : row.says.cases) cases.push_back(tellListed(one, sources));
    for (const auto& box : row.says.boxes)
        boxes.push_back(json::object{{"sha256", box.sha256.hex()}, {"title", box.title}});
    json::object out{{"id", row.id},
                     {"index", found.index},
                     {"hash", row.hash.hex()},
                     {"region", row.region},
                     {"state", records::disposalStateName(records::stateOf(row))},
                     {"person", row.says.person},
                     {"by", authorName(sources, row.kid)},
                     {"at", formatInstant(row.at)},
                     {"reason", row.says.reason},
                     {"disputes", row.says.disputes},
                     {"cases", std::move(cases)},
                     {"boxes", std::move(boxes)},
                     {"decided", nullptr}};
    if (!row.decided) return out;
    const auto& decided = *row.decided;
    out["decided"] = {{"id", decided.id},
                      {"by", authorName(sources, decided.kid)},
                      {"at", formatInstant(decided.at)},
                      {"reason", decided.says.reason}};
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
        const auto until = archived ? terms.keptUntil(row, *archived) : std::nullopt;
        const bool due = until && question.today > *until;
        const auto gone = [&] { return DisposalRows(sources.reader).disposed(row.standing.id).has_value(); };
        const bool wanted = archived && (!question.due || (due && !gone())) && (!question.disposed || gone());
        return page.take(wanted, key, [&] { return tellCase(found, *archived, until, question.today, sources); });
    });
    return std::move(page).answer();
}

json::object listDisposals(const DisposalsQuestion& question, const Principal& caller, const QuerySources& sources) {
    Page page(question.page.limit);
    DisposalRows(sources.reader).each(question.page.before(), [&](const PlacedDisposal& found) {
        const auto& row = found.row;
        const bool wanted =
            domain::mayRead(caller.grants, records::kDisposalProposed, row.region, {}, row.kid == caller.kid) &&
            row.region.starts_with(question.region) && (!question.state || question.state == records::stateOf(row));
        return page.take(wanted, std::to_string(found.index), [&] { return tellList(found, sources); });
    });
    return std::move(page).answer();
}

}  // namespace plumb::server
