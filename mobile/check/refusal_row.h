// A file that shows that the inspected party refused to sign. Texts are in the language of the app.
#pragma once

#include "mobile/ui/row_model.h"

namespace plumb::mobile {

struct RefusalFileRow {
    Q_GADGET
    PLUMB_ROLE(QString, id)    // its hash
    PLUMB_ROLE(QString, name)  // as the person called it
    PLUMB_ROLE(QString, kind)  // in words, with its size
    PLUMB_ROLE(QString, symbol)
  public:
    QString id, name, kind, symbol;
    bool operator==(const RefusalFileRow&) const = default;
};

}  // namespace plumb::mobile
