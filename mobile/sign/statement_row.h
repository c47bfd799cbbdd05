// A paragraph of the report that is about to be signed. Texts are in the language of the app.
#pragma once

#include "mobile/ui/row_model.h"

namespace plumb::mobile {

struct TextRow {  // a paragraph with a mark before it
    Q_GADGET
    PLUMB_ROLE(QString, id)
    PLUMB_ROLE(QString, title)
    PLUMB_ROLE(QString, text)
    PLUMB_ROLE(QString, tone)
  public:
    QString id, title, text, tone;
    bool operator==(const TextRow&) const = default;
};

}  // namespace plumb::mobile
