#include "mobile/record/record_previous.h"

#include <algorithm>

#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"
#include "shared/records/inspection/test_mode.h"
#include "shared/store/inspection_history.h"
#include "shared/store/tuning.h"

namespace plumb::mobile {

namespace {

using checklist::Verdict;

bool isVetoed(const records::InspectionBody& body, const std::string& item) {
    return std::ranges::find(body.score.vetoes, item) != body.score.vetoes.end();
}

// None of what was not judged: not applicable, not filled.
std::optional<int> rankOf(const BesideSide& side, bool vetoed) {
    if (vetoed) return 0;
    switch (side.verdict) {
        case Verdict::fail:
            return 1;
        case Verdict::part:
            return 2;
        case Verdict::pass:
            return 3;
        default:
            return std::nullopt;
    }
}

// Points in thousandths of those that there were: a checklist may give an item others from one version to the next.
std::optional<qint64> shareOf(const BesideSide& side) {
    return side.max > 0 ? std::optional(side.points * 1000 / side.max) : std::nullopt;
}

VisitChange changeOf(const PreviousItem& item) {
    if (!item.then.asked) return VisitChange::fresh;
    if (!item.now.asked) return VisitChange::gone;
    const auto was = rankOf(item.then, item.vetoedThen), is = rankOf(item.now, item.vetoedNow);
    if (was && is && *was != *is) return *is < *was ? VisitChange::worse : VisitChange::better;
    if (!was || !is) return item.then.verdict == item.now.verdict ? VisitChange::same : VisitChange::other;
    const auto had = shareOf(item.then), has = shareOf(item.now);
    if (!had || !has || *had == *has) return VisitChange::same;
    return *has < *had ? VisitChange::worse : VisitChange::better;
}

// How much worse: a veto above all, then by verdict, then by points.
qint64 lossOf(const PreviousItem& item) {
    if (item.change != VisitChange::worse) return 0;
    const auto fall = *rankOf(item.then, item.vetoedThen) - *rankOf(item.now, item.vetoedNow);
    return (item.vetoedNow ? 100'000 : 0) + fall * 10'000 + shareOf(item.then).value_or(0) -
           shareOf(item.now).value_or(0);
}

void add(PreviousInfo& out, PreviousItem item, const records::InspectionBody& then, const records::InspectionBody& now,
         const std::string& id) {
    item.id = qs(id);
    item.then = sideOf(then, id);
    item.now = sideOf(now, id);
    if (!item.then.asked && !item.now.asked) return;
    item.vetoedThen = isVetoed(then, id);
    item.vetoedNow = isVetoed(now, id);
    item.change = changeOf(item);
    out.worse += item.change == VisitChange::worse ? 1 : 0;
    out.better += item.change == VisitChange::better ? 1 : 0;
    out.items.push_back(std::move(item));
}

}  // namespace

PreviousInfo previousOf(const records::InspectionBody& then, const records::InspectionBody& now,
                        const checklist::Checklist& document) {
    PreviousInfo out;
    out.points = then.score.points;
    out.max = then.score.max;
    out.version = qs(then.checklist.version);
    out.versionNow = qs(now.checklist.version);
    for (const auto& item : document.items) {
        PreviousItem row;
        row.no = qs(item.no);
        row.text = item.text;
        add(out, std::move(row), then, now, item.id);
    }
    for (const auto& item : then.score.items.value_or(std::vector<checklist::StatedItem>())) {
        if (document.item(item.id)) continue;
        PreviousItem row;
        row.no = qs(item.id);
        add(out, std::move(row), then, now, item.id);
    }
    std::ranges::stable_sort(out.items, [](const PreviousItem& a, const PreviousItem& b) {
        if (a.change != b.change) return a.change < b.change;
        return lossOf(a) > lossOf(b);
    });
    return out;
}

Result<std::optional<PreviousInfo>> readPrevious(LocalStore& store, const std::string& id, const std::string& site,
                                                 const records::InspectionBody& says, const Instant& at,
                                                 const checklist::Checklist& document) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    std::optional<PreviousInfo> found;
    std::optional<TimePoint> newest;
    for (const auto& other : store.derived().visits(site, document.id, store::kVisitsLookedAt)) {
        const auto row = other == id ? std::nullopt : (*tablet)->recordById(other);
        if (!row || row->state == store::RecordState::refused) continue;
        // A visit was on the day of its submission, whenever it was amended.
        if (row->at >= at.utc || (newest && row->at <= *newest)) continue;
        const auto history = store::historyOf(**tablet, other);
        if (!history) return fail(history.error());
        // What one of two has signed counts for nothing yet, and a test never does.
        const auto status = history->history.status;
        if (status == records::InspectionStatus::incomplete || records::isTest(status)) continue;
        const auto& line = history->newestLine().payload;
        const auto then = records::readVersion(line.type, line.body);
        if (!then) continue;
        newest = row->at;
        found = previousOf(*then, says, document);
        found->other = qs(other);
        found->atMs = msOf(row->at);
    }
    return found;
}

}  // namespace plumb::mobile
