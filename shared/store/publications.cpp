#include "shared/store/publications.h"

#include <algorithm>

#include "shared/records/inspection/body.h"
#include "shared/store/folded_rows.h"
#include "shared/store/inspection_history.h"
#include "shared/store/reference.h"
#include "shared/store/working_calendar.h"

namespace plumb::store {
namespace {

Result<records::InspectedResult> inspectedResult(const TabletStore& store, const std::string& inspection) {
    const auto history = historyOf(store, inspection);
    if (!history) return fail(history.error());
    const auto& newest = history->newestLine();
    const auto body = records::readVersion(newest.payload.type, newest.payload.body);
    if (!body) return fail(body.error());
    const auto& first = history->lines.front().payload;
    const auto site = siteById(store, first.site);
    if (!site) return fail(site.error());
    return records::InspectedResult{history->history.standing, first.site, newest.payload.at,
                                    records::summaryOf(*body), site->name, site->code,
                                    records::personsIn(*body)};
}

Result<record::Line> say(TabletStore& store, const std::string& inspection, const records::InspectedResult& inspected,
                         std::string_view type, json::object body) {
    const auto first = store.recordById(inspection);
    if (!first) return fail(ErrorKind::notFound, "no_record", "inspection " + inspection + " is not on this device");
    NewRecord record;
    record.type = type;
    record.site = first->site;
    record.region = first->region;
    record.body = std::move(body);
    record.judge = [&](const records::BelievedLine& line) {
        const auto may = records::mayPublish(publicationAt(store, inspection), line.payload);
        return may ? records::checkPublished(inspected, line.payload) : may;
    };
    return store.append(record);
}

tl::unexpected<Error> nothingStands(const std::string& inspection) {
    return fail(ErrorKind::refused, "publication_unknown", "no result of inspection " + inspection + " is published");
}

}  // namespace

std::optional<records::PublicationRow> publicationAt(const TabletStore& store, const std::string& inspection) {
    std::optional<records::PublicationRow> out;
    for (const auto& line : store.linesOf(inspection)) {
        if (!counts(line.row)) continue;
        const auto payload = store.payload(line);
        if (!payload || records::publishedBy(*payload) != inspection) continue;
        (void)records::foldPublication(out, {*payload, line.row.hash, line.row.kid, line.row.logIndex});
    }
    return out;
}

std::vector<DuePublication> publicationsAt(const TabletStore& store, Day today) {
    const auto calendar = workingCalendar(store);
    std::vector<DuePublication> out;
    for (const auto& line : store.linesOfType("inspection.submitted", {})) {
        if (!counts(line.row)) continue;
        const auto inspected = inspectedResult(store, line.row.id);
        if (!inspected) continue;
        DuePublication one;
        one.published = publicationAt(store, line.row.id);
        const auto status = inspected->standing.status;
        const bool waits =
            status != records::InspectionStatus::submitted && status != records::InspectionStatus::accepted;
        if (waits && !one.published) continue;
        one.inspection = line.row.id;
        one.site = inspected->site;
        one.siteName = inspected->siteName;
        one.due = records::publicationDue(calendar, dayOf(inspected->at));
        one.overdue = !one.published && today > one.due.day;
        out.push_back(std::move(one));
    }
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.due.day < b.due.day; });
    return out;
}

Result<record::Line> publishResult(TabletStore& store, const std::string& inspection, const std::string& where) {
    const auto inspected = inspectedResult(store, inspection);
    if (!inspected) return fail(inspected.error());
    const records::Publication says{
        inspected->standing.id, inspected->standing.newest, records::publicationOf(*inspected), where, {}, {}};
    return say(store, inspection, *inspected, records::kPublicationMade, records::toBody(says));
}

Result<record::Line> correctPublication(TabletStore& store, const std::string& inspection, const std::string& where,
                                        const std::string& reason) {
    const auto stands = publicationAt(store, inspection);
    if (!stands) return nothingStands(inspection);
    const auto inspected = inspectedResult(store, inspection);
    if (!inspected) return fail(inspected.error());
    const records::Publication says{inspected->standing.id,
                                    inspected->standing.newest,
                                    records::publicationOf(*inspected),
                                    where.empty() ? stands->says.where : where,
                                    stands->hash,
                                    reason};
    return say(store, inspection, *inspected, records::kPublicationCorrected, records::toBody(says));
}

Result<record::Line> withdrawPublication(TabletStore& store, const std::string& inspection, const std::string& reason) {
    const auto stands = publicationAt(store, inspection);
    if (!stands) return nothingStands(inspection);
    const auto inspected = inspectedResult(store, inspection);
    if (!inspected) return fail(inspected.error());
    const records::PublicationWithdrawn says{inspection, stands->hash, reason};
    return say(store, inspection, *inspected, records::kPublicationWithdrawn, records::toBody(says));
}

}  // namespace plumb::store
