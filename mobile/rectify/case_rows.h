// The lists of a case's pages. Texts are in the language of the app.
#pragma once

#include "mobile/ui/row_model.h"

namespace plumb::mobile {

struct CaseFindingRow {  // a finding of the case, by the day that is due
    Q_GADGET
    PLUMB_ROLE(QString, id)  // the item
    PLUMB_ROLE(QString, no)
    PLUMB_ROLE(QString, title)
    PLUMB_ROLE(QString, stateWord)
    PLUMB_ROLE(QString, tone)
    PLUMB_ROLE(QString, due)
    PLUMB_ROLE(QString, dueTone)
    PLUMB_ROLE(bool, closed)
  public:
    QString id, no, title, stateWord, tone, due, dueTone;
    bool closed = false;
    bool operator==(const CaseFindingRow&) const = default;
};

struct ShotRow {  // a photo that shows how it was, or how it is now
    Q_GADGET
    PLUMB_ROLE(QString, id)  // its hash
    PLUMB_ROLE(QString, source)
    PLUMB_ROLE(QString, caption)
  public:
    QString id, source, caption;
    bool operator==(const ShotRow&) const = default;
};

struct PaperRow {  // a document
    Q_GADGET
    PLUMB_ROLE(QString, id)  // its hash
    PLUMB_ROLE(QString, name)
    PLUMB_ROLE(QString, size)
  public:
    QString id, name, size;
    bool operator==(const PaperRow&) const = default;
};

struct ActRow {  // a signed line of the finding's history
    Q_GADGET
    PLUMB_ROLE(QString, id)
    PLUMB_ROLE(QString, title)
    PLUMB_ROLE(QString, said)
    PLUMB_ROLE(QString, who)   // and when, and where
    PLUMB_ROLE(QString, mark)  // in the log, waits, or without effect
    PLUMB_ROLE(QString, tone)
  public:
    QString id, title, said, who, mark, tone;
    bool operator==(const ActRow&) const = default;
};

}  // namespace plumb::mobile
