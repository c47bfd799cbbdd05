// What waits for the server. Texts are in the language of the app.
#pragma once

#include "mobile/ui/row_model.h"

namespace plumb::mobile {

struct WaitingRow {
    Q_GADGET
    PLUMB_ROLE(QString, id)
    PLUMB_ROLE(QString, title)
    PLUMB_ROLE(QString, detail)
    PLUMB_ROLE(QString, bytes)
    PLUMB_ROLE(QString, problem)
    PLUMB_ROLE(QString, reason)
    PLUMB_ROLE(bool, file)
    PLUMB_ROLE(qreal, progress)
  public:
    QString id, title, detail, bytes, problem, reason;  // reason: why it has not gone yet
    bool file = false;
    qreal progress = 0;
    bool operator==(const WaitingRow&) const = default;
};

}  // namespace plumb::mobile
