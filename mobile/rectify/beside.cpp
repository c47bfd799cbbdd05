#include "mobile/rectify/beside.h"

#include <algorithm>

#include "mobile/record/record_versions.h"
#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"
#include "shared/records/inspection/body.h"

namespace plumb::mobile {

namespace {

constexpr std::size_t kChecksLookedAt = 20;  // of one site, the newest first

// The items of the newest version, by what it states: verdict, points and note. Photos are the record page's affair.
ItemBesideInfo besideOf(const RecordVersions& versions, const records::InspectionBody& said) {
    ItemBesideInfo out;
    out.id = qs(versions.lines.front().payload.id);
    out.atMs = msOf(versions.newest().at.utc);
    if (!said.score.items) return out;
    for (const auto& stated : *said.score.items) {
        ItemInfo item;
        item.id = qs(stated.id);
        item.verdict = stated.verdict;
        item.points = stated.points;
        item.max = stated.max;
        if (const auto note = said.answers.notes.find(stated.id); note != said.answers.notes.end())
            item.note = qs(note->second);
        out.items[stated.id] = std::move(item);
    }
    return out;
}

// The newest check of this kind at the case's site that `fits`.
template <class Fits>
std::optional<ItemBesideInfo> newestCheck(LocalStore& store, const records::CaseRow& row, const char* type, Fits fits) {
    const auto tablet = store.opened();
    if (!tablet) return std::nullopt;
    store::RecordFilter filter;
    filter.type = type;
    filter.site = row.site;
    filter.limit = kChecksLookedAt;
    for (const auto& record : (*tablet)->records(filter)) {
        if (record.state == store::RecordState::refused || record.id == row.standing.id) continue;
        const auto versions = versionsOf(**tablet, record);
        if (!versions) continue;
        const auto& newest = versions->newest();
        const auto said = records::readVersion(newest.type, newest.body);
        if (said && fits(*said, versions->lines.front().payload)) return besideOf(*versions, *said);
    }
    return std::nullopt;
}

}  // namespace

std::optional<ItemBesideInfo> selfAssessmentBeside(LocalStore& store, const records::CaseRow& row) {
    return newestCheck(store, row, "assessment.submitted",
                       [&](const records::InspectionBody& said, const record::Payload& first) {
                           return said.checklist.id == row.checklist.id && first.at.utc <= row.at.utc;
                       });
}

std::optional<ItemBesideInfo> recheckOf(LocalStore& store, const records::CaseRow& row) {
    if (row.orders.empty()) return std::nullopt;
    return newestCheck(store, row, "inspection.submitted",
                       [&](const records::InspectionBody& said, const record::Payload&) {
                           return std::any_of(row.orders.begin(), row.orders.end(),
                                              [&](const auto& order) { return order.id == said.order; });
                       });
}

}  // namespace plumb::mobile
