// A person in the list from which somebody unlocks. Texts are in the language of the app.
#pragma once

#include "mobile/ui/row_model.h"

namespace plumb::mobile {

struct PersonRow {
    Q_GADGET
    PLUMB_ROLE(QString, id)
    PLUMB_ROLE(QString, name)
    PLUMB_ROLE(QString, role)
    PLUMB_ROLE(QString, device)  // with what tells it from another of its name, where there is one
    PLUMB_ROLE(QString, used)    // when it was last opened
    PLUMB_ROLE(QString, waits)   // how much of hers is still to be sent; "" where nothing is
  public:
    QString id, name, role;
    QString device{}, used{}, waits{};
    bool operator==(const PersonRow&) const = default;
};

}  // namespace plumb::mobile
