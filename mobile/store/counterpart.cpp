#include "mobile/store/counterpart.h"

#include "shared/store/tuning.h"

namespace plumb::mobile {

namespace {

// A body that cannot be read stands beside nothing.
Result<std::optional<Counterpart>> readVersion(const store::TabletStore& tablet, const records::InspectionRow& row) {
    std::optional<Counterpart> none;
    const auto payload = tablet.payload(row.hash);
    if (!payload) return fail(payload.error());
    auto says = records::readVersion(payload->type, payload->body);
    if (!says) return none;
    return std::optional(Counterpart{row.id, row.kid, payload->at, std::move(*says)});
}

Result<std::optional<Counterpart>> newestOf(LocalStore& store, const std::vector<std::string>& ids) {
    std::optional<records::InspectionRow> newest;
    for (auto& folded : store.derived().inspections(ids))
        if (!newest || newest->at.utc < folded.row.at.utc) newest = std::move(folded.row);
    std::optional<Counterpart> none;
    if (!newest) return none;
    return readVersion(**store.opened(), *newest);
}

}  // namespace

Result<std::optional<Counterpart>> newestAssessment(LocalStore& store, const std::string& site,
                                                    const std::string& checklist) {
    if (const auto tablet = store.opened(); !tablet) return fail(tablet.error());
    store::AssessmentFilter filter;
    filter.site = site;
    filter.checklist = checklist;
    filter.submitted = true;
    std::vector<std::string> ids;
    for (const auto& row : store.derived().assessments(filter, 0, store::kVisitsLookedAt).rows)
        ids.push_back(row.submitted->id);
    return newestOf(store, ids);
}

Result<std::optional<Counterpart>> newestInspection(LocalStore& store, const std::string& site,
                                                    const std::string& checklist) {
    if (const auto tablet = store.opened(); !tablet) return fail(tablet.error());
    return newestOf(store, store.derived().visits(site, checklist, store::kVisitsLookedAt));
}

}  // namespace plumb::mobile
