// A check beside the one before it, of the same site by the same checklist, item by item, what got worse first. The
// console compares by the same rules (record/compare_visits.ts). Blocking; on the vault thread.
#pragma once

#include "mobile/record/record_beside.h"

namespace plumb::mobile {

enum class VisitChange { worse, better, other, fresh, gone, same };

struct PreviousItem {
    QString id, no;
    checklist::LocalText text;
    BesideSide then, now;
    bool vetoedThen = false, vetoedNow = false;
    VisitChange change = VisitChange::same;
};

struct PreviousInfo {
    QString other;  // id of that record
    qint64 atMs = 0;
    qint64 points = 0, max = 0;
    QString version, versionNow;  // of the checklist
    int worse = 0, better = 0;
    std::vector<PreviousItem> items;  // what got worse first, what got much worse before what did a little
};

// `document`: of the newer one's version; what it does not ask stands with its id alone.
PreviousInfo previousOf(const records::InspectionBody& then, const records::InspectionBody& now,
                        const checklist::Checklist& document);

// Of the inspection `id`, whose newest version says `says` and which was submitted at `at`: the check that was
// submitted last before it, as its newest version tells it. None where no earlier check is here.
Result<std::optional<PreviousInfo>> readPrevious(LocalStore& store, const std::string& id, const std::string& site,
                                                 const records::InspectionBody& says, const Instant& at,
                                                 const checklist::Checklist& document);

}  // namespace plumb::mobile
