#include "shared/store/assessment_assign.h"

#include <algorithm>

#include "shared/store/assessment_round.h"
#include "shared/store/folded_rows.h"
#include "shared/store/reference.h"

namespace plumb::store {
namespace {

std::string assignedTo(const std::optional<records::AssessmentRow>& row, const std::string& section) {
    if (!row) return {};
    const auto found = row->assigned.find(section);
    return found == row->assigned.end() ? std::string() : found->second.person;
}

}  // namespace

Result<std::vector<domain::SitePerson>> peopleOfSite(const TabletStore& store, const std::string& site) {
    const auto where = siteById(store, site);
    if (!where) return fail(where.error());
    const auto book = store.trust();
    if (!book) return fail(book.error());
    const auto who = store.profile();
    if (!who) return fail(who.error());
    auto out = domain::peopleOfSite(*book, site, where->region);
    std::stable_partition(out.begin(), out.end(), [&](const auto& person) { return person.id == who->personId; });
    return out;
}

Result<std::optional<record::Line>> assignSection(TabletStore& store, const AssignRequest& request) {
    const auto site = siteById(store, request.site);
    if (!site) return fail(site.error());
    if (const auto round = openRound(store, *site, request.round, request.checklist.id); !round)
        return fail(round.error());
    const auto rowNow = [&] { return assessmentAt(store, request.site, request.round, request.checklist.id); };
    if (assignedTo(rowNow(), request.section) == request.person) return std::optional<record::Line>{};
    if (!request.person.empty()) {
        const auto book = store.trust();
        if (!book) return fail(book.error());
        if (!domain::isOfSite(*book, request.person, site->id, site->region))
            return fail(ErrorKind::refused, "person_unknown",
                        "no person " + request.person + " of this site's enterprise is enrolled; sync first");
    }
    NewRecord record;
    record.type = "assessment.assigned";
    record.site = site->id;
    record.region = site->region;
    record.body =
        records::toBody(records::Assignment{request.round, request.checklist, request.section, request.person});
    record.judge = [&](const records::BelievedLine&) { return records::mayContribute(rowNow()); };
    auto line = store.append(record);
    if (!line) return fail(line.error());
    return std::optional(std::move(*line));
}

}  // namespace plumb::store
