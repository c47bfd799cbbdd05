// Standards in lists: what was found, the items that cite one. Texts are in the language of the app.
#pragma once

#include "mobile/ui/row_model.h"

namespace plumb::mobile {

struct StandardFoundRow {
    Q_GADGET
    PLUMB_ROLE(QString, id)  // its name
    PLUMB_ROLE(QString, title)
    PLUMB_ROLE(QString, status)  // a word, on the day
    PLUMB_ROLE(QString, tone)
    PLUMB_ROLE(QString, found)  // where: a clause's words; "" where name or title say it
    PLUMB_ROLE(QString, cited)  // by how many items
  public:
    QString id, title, status, tone, found, cited;
    bool operator==(const StandardFoundRow&) const = default;
};

struct CitationRow {
    Q_GADGET
    PLUMB_ROLE(QString, id)
    PLUMB_ROLE(QString, where)   // checklist and item
    PLUMB_ROLE(QString, clause)  // as it is cited
    PLUMB_ROLE(QString, text)    // of the item
    PLUMB_ROLE(bool, mandatory)
    PLUMB_ROLE(int, number)  // of the citation, for feedback
  public:
    QString id, where, clause, text;
    bool mandatory = false;
    int number = 0;
    bool operator==(const CitationRow&) const = default;
};

}  // namespace plumb::mobile
