// How the result came to the inspected party, as a record's page lists it. Texts are in the language of the app.
#pragma once

#include "mobile/ui/row_model.h"

namespace plumb::mobile {

struct DeliveryRow {
    Q_GADGET
    PLUMB_ROLE(QString, id)
    PLUMB_ROLE(QString, said)
    PLUMB_ROLE(QStringList, pictures)  // as SealedImages names them, and beside each its kind and what is said of it
    PLUMB_ROLE(QStringList, kinds)
    PLUMB_ROLE(QStringList, captions)
    PLUMB_ROLE(QStringList, sounds)  // hashes
    PLUMB_ROLE(QStringList, films)
    PLUMB_ROLE(QString, others)  // documents by their words, and what is not here; one a line
  public:
    QString id, said, others;
    QStringList pictures, kinds, captions, sounds, films;
    bool operator==(const DeliveryRow&) const = default;
};

}  // namespace plumb::mobile
