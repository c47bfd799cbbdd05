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
    PLUMB_ROLE(int, number)    // of the citation, for feedback
    PLUMB_ROLE(QString, said)  // by this person of the clause, with the answers; "" where she said nothing
  public:
    QString id, where, clause, text;
    bool mandatory = false;
    int number = 0;
    QString said = {};
    bool operator==(const CitationRow&) const = default;
};

// What this person said, and what was answered.
struct OwnFeedbackRow {
    Q_GADGET
    PLUMB_ROLE(QString, id)
    PLUMB_ROLE(QString, about)  // the standard and its clause
    PLUMB_ROLE(QString, standard)
    PLUMB_ROLE(QString, said)    // when, and the words
    PLUMB_ROLE(QString, answer)  // class, who, when and the words; "" while there is none
    PLUMB_ROLE(QString, state)   // a word
    PLUMB_ROLE(QString, tone)
  public:
    QString id, about, standard, said, answer, state, tone;
    bool operator==(const OwnFeedbackRow&) const = default;
};

}  // namespace plumb::mobile
