#include "mobile/rectify/beside.h"

#include <algorithm>

#include "mobile/record/record_versions.h"
#include "mobile/store/counterpart.h"
#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"
#include "shared/records/inspection/body.h"

namespace plumb::mobile {

namespace {

constexpr std::size_t kChecksLookedAt = 20;  // of one site, the newest first

// The items as a version states them: verdict, points and note. Photos are the record page's affair.
ItemBesideInfo besideOf(const std::string& id, const Instant& at, const records::InspectionBody& said) {
    ItemBesideInfo out;
    out.id = qs(id);
    out.atMs = msOf(at.utc);
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

}  // namespace

std::optional<ItemBesideInfo> selfAssessmentBeside(LocalStore& store, const records::CaseRow& row) {
    const auto found = assessmentBeside(store, row.site, row.checklist.id, row.standing.id);
    if (!found || !*found) return std::nullopt;
    return besideOf((*found)->id, (*found)->at, (*found)->says);
}

std::optional<ItemBesideInfo> recheckOf(LocalStore& store, const records::CaseRow& row) {
    const auto tablet = store.opened();
    if (!tablet || row.orders.empty()) return std::nullopt;
    store::RecordFilter filter;
    filter.type = "inspection.submitted";
    filter.site = row.site;
    filter.limit = kChecksLookedAt;
    for (const auto& record : (*tablet)->records(filter)) {
        if (record.state == store::RecordState::refused || record.id == row.standing.id) continue;
        const auto versions = versionsOf(**tablet, record);
        if (!versions) continue;
        const auto& newest = versions->newest();
        const auto said = records::readVersion(newest.type, newest.body);
        const bool names = said && std::any_of(row.orders.begin(), row.orders.end(),
                                               [&](const auto& order) { return order.id == said->order; });
        if (names) return besideOf(versions->lines.front().payload.id, newest.at, *said);
    }
    return std::nullopt;
}

}  // namespace plumb::mobile
