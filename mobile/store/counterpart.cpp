#include "mobile/store/counterpart.h"

#include "shared/store/tuning.h"

namespace plumb::mobile {

namespace {

// A body that cannot be read stands beside nothing.
Result<std::optional<Counterpart>> newestVersion(LocalStore& store, const std::string& id) {
    std::optional<Counterpart> none;
    const auto folded = store.derived().inspections({id});
    if (folded.empty()) return none;
    const auto& row = folded.front().row;
    const auto payload = (*store.opened())->payload(row.hash);
    if (!payload) return fail(payload.error());
    auto says = records::readVersion(payload->type, payload->body);
    if (!says) return none;
    return std::optional(Counterpart{row.id, row.kid, payload->at, std::move(*says)});
}

}  // namespace

Result<std::optional<Counterpart>> assessmentBeside(LocalStore& store, const std::string& site,
                                                    const std::string& checklist, const std::string& inspection) {
    if (const auto tablet = store.opened(); !tablet) return fail(tablet.error());
    const auto id = store.derived().assessmentBeside(site, checklist, inspection);
    if (!id) return std::optional<Counterpart>{};
    return newestVersion(store, *id);
}

Result<std::optional<Counterpart>> inspectionBeside(LocalStore& store, const std::string& site,
                                                    const std::string& checklist, const std::string& assessment) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    for (const auto& id : store.derived().inspectionsBeside(site, checklist, assessment, store::kVisitsLookedAt)) {
        const auto row = (*tablet)->recordById(id);
        if (row && row->state != store::RecordState::refused) return newestVersion(store, id);
    }
    return std::optional<Counterpart>{};
}

}  // namespace plumb::mobile
