// Sites as the list beside the map shows them. Texts are in the language of the app.
#pragma once

#include "mobile/ui/row_model.h"

namespace plumb::mobile {

struct MapRow {
    Q_GADGET
    PLUMB_ROLE(QString, id)
    PLUMB_ROLE(QString, number)  // on the map, too; "" where it has none
    PLUMB_ROLE(QString, name)
    PLUMB_ROLE(QString, facts)    // programme, level
    PLUMB_ROLE(QString, away)     // "12 km 南"; "" where it is not known
    PLUMB_ROLE(QString, due)      // "逾期 2 天"; "" without
    PLUMB_ROLE(QString, urgency)  // overdue, today, later, none
  public:
    QString id, number, name, facts, away, due, urgency = QStringLiteral("none");
    bool operator==(const MapRow&) const = default;
};

}  // namespace plumb::mobile
