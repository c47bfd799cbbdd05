// The findings that need whoever is signed in today, in the order of the day: what is late before what is due soon,
// what waits for an answer before what others have to do. Facts; words are the card's. Blocking; on the vault thread.
#pragma once

#include <QString>
#include <vector>

#include "mobile/store/local_store.h"
#include "mobile/ui/rows.h"
#include "shared/store/derived/case_lists.h"

namespace plumb::mobile {

struct Need {
    // `answered`: the office answered the enterprise's request for more time, these days.
    enum class Kind { rejected, overdue, dueSoon, open, received, answered, asked, objected, reported };
    Kind kind = Kind::overdue;
    store::ListedFinding finding;
    QString no;  // of the item, as its checklist numbers it
};

// Her own self-assessment, sent back to be amended in a round that still takes something.
struct ReturnedAssessment {
    QString record;
    checklist::LocalText title;  // of the round
    QString comment;
};

struct Needs {
    bool enterprise = false;
    std::vector<ReturnedAssessment> returned;  // an enterprise's
    std::size_t toDo = 0;                      // findings that the enterprise has to act on
    std::vector<Need> first;                   // some of each kind
    std::size_t more = 0;                      // so many are not among them
};

Result<Needs> readNeeds(LocalStore& store);
// As a card of the Today page; its id is "finding:CASE/ITEM". UI thread.
CardRow cardOf(const Need& need, bool enterprise, Day today);
// Its id is "record:ID".
CardRow cardOf(const ReturnedAssessment& returned, const QString& language);
// What comes before what in an enterprise's day; a lower figure first.
int urgencyOf(Need::Kind kind);

}  // namespace plumb::mobile
