// The findings of an order as they are edited. Texts are in the language of the app.
#pragma once

#include "mobile/ui/row_model.h"

namespace plumb::mobile {

struct OrderFindingRow {
    Q_GADGET
    PLUMB_ROLE(QString, id)  // the item
    PLUMB_ROLE(QString, no)
    PLUMB_ROLE(QString, title)
    PLUMB_ROLE(QString, severity)
    PLUMB_ROLE(bool, included)
    PLUMB_ROLE(QString, facts)
    PLUMB_ROLE(QString, requirement)
    PLUMB_ROLE(QString, clause)    // "" where the checklist names no standard
    PLUMB_ROLE(QString, status)    // of the clause on the day; "" where nobody looked
    PLUMB_ROLE(QString, standing)  // where the clause is not in force on the day: a sentence
    PLUMB_ROLE(int, term)          // working days; 0 where the day was picked
    PLUMB_ROLE(QString, due)
    PLUMB_ROLE(QString, source)  // how the day was counted
    PLUMB_ROLE(QString, problem)
  public:
    QString id, no, title, severity, facts, requirement, clause, status, standing, due, source, problem;
    bool included = true;
    int term = 0;
    bool operator==(const OrderFindingRow&) const = default;
};

}  // namespace plumb::mobile
