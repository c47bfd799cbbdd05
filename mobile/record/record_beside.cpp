#include "mobile/record/record_beside.h"

#include <algorithm>
#include <cstdlib>

#include "mobile/store/counterpart.h"
#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"

namespace plumb::mobile {

namespace {

// Of an item that only one side was asked: all that it lost there.
qint64 gap(const BesideItem& item) {
    return std::llabs(item.inspected.points - item.assessed.points);
}

}  // namespace

BesideSide sideOf(const records::InspectionBody& body, const std::string& item) {
    BesideSide side;
    const auto* outcome = body.score.item(item);
    if (!outcome) return side;
    side.asked = true;
    side.verdict = outcome->verdict;
    side.points = outcome->points;
    side.max = outcome->max;
    const auto& answers = body.answers;
    if (const auto na = answers.na.find(item); na != answers.na.end())
        side.words = qs(na->second);
    else if (const auto note = answers.notes.find(item); note != answers.notes.end())
        side.words = qs(note->second);
    return side;
}

BesideInfo besideOf(const records::InspectionBody& inspected, const records::InspectionBody& assessed,
                    const checklist::Checklist& document) {
    BesideInfo out;
    out.inspectedPoints = inspected.score.points;
    out.inspectedMax = inspected.score.max;
    out.assessedPoints = assessed.score.points;
    out.assessedMax = assessed.score.max;
    out.inspectedVersion = qs(inspected.checklist.version);
    out.assessedVersion = qs(assessed.checklist.version);
    for (const auto& item : document.items) {
        BesideItem row;
        row.id = qs(item.id);
        row.no = qs(item.no);
        row.text = item.text;
        row.inspected = sideOf(inspected, item.id);
        row.assessed = sideOf(assessed, item.id);
        if (!row.inspected.asked && !row.assessed.asked) continue;
        row.differs = row.inspected.asked != row.assessed.asked || row.inspected.verdict != row.assessed.verdict ||
                      row.inspected.points != row.assessed.points;
        out.differences += row.differs;
        out.items.push_back(std::move(row));
    }
    std::ranges::stable_sort(out.items, [](const BesideItem& a, const BesideItem& b) {
        if (a.differs != b.differs) return a.differs;
        return a.differs && gap(a) > gap(b);
    });
    return out;
}

Result<std::optional<BesideInfo>> readBeside(LocalStore& store, const std::string& id, const std::string& site,
                                             const records::InspectionBody& says, const Instant& at,
                                             const checklist::Checklist& document) {
    const bool assessment = !says.round.empty();
    const auto other =
        assessment ? inspectionBeside(store, site, document.id, id) : assessmentBeside(store, site, document.id, id);
    if (!other) return fail(other.error());
    std::optional<BesideInfo> none;
    if (!*other) return none;
    const auto& counterpart = **other;
    auto out = assessment ? besideOf(counterpart.says, says, document) : besideOf(says, counterpart.says, document);
    out.other = qs(counterpart.id);
    out.inspectedMs = msOf(assessment ? counterpart.at.utc : at.utc);
    out.assessedMs = msOf(assessment ? at.utc : counterpart.at.utc);
    return std::optional(std::move(out));
}

}  // namespace plumb::mobile
