// The lists of a record's page. Texts are in the language of the app.
#pragma once

#include "mobile/ui/row_model.h"

namespace plumb::mobile {

struct StepRow {
    Q_GADGET
    PLUMB_ROLE(QString, id)
    PLUMB_ROLE(QString, title)
    PLUMB_ROLE(QString, detail)
    PLUMB_ROLE(QString, state)  // done, now, todo, fail
  public:
    QString id, title, detail, state;
    bool operator==(const StepRow&) const = default;
};

struct ReviewRow {
    Q_GADGET
    PLUMB_ROLE(QString, id)
    PLUMB_ROLE(QString, title)
    PLUMB_ROLE(QString, comment)
    PLUMB_ROLE(QString, items)
    PLUMB_ROLE(QString, tone)
  public:
    QString id, title, comment, items, tone;
    bool operator==(const ReviewRow&) const = default;
};

struct OutcomeRow {  // an item of a signed record
    Q_GADGET
    PLUMB_ROLE(QString, id)
    PLUMB_ROLE(QString, section)
    PLUMB_ROLE(QString, no)
    PLUMB_ROLE(QString, text)
    PLUMB_ROLE(QString, verdict)
    PLUMB_ROLE(QString, score)
    PLUMB_ROLE(QString, detail)
    PLUMB_ROLE(QStringList, photos)
    PLUMB_ROLE(QString, places)      // where the photos were taken, as the camera wrote it
    PLUMB_ROLE(QStringList, sounds)  // hashes of recordings that answers are, and beside each what was asked
    PLUMB_ROLE(QStringList, soundLabels)
    PLUMB_ROLE(QStringList, films)
    PLUMB_ROLE(QStringList, filmLabels)
    PLUMB_ROLE(QStringList, remarks)  // what was written at it, a line each
    PLUMB_ROLE(QString, talk)         // how that stands; "" where nothing was written
    PLUMB_ROLE(bool, talkWaits)       // for a word of whoever is signed in
  public:
    QString id, section, no, text, verdict, score, detail, places, talk;
    QStringList photos, sounds, soundLabels, films, filmLabels, remarks;
    bool talkWaits = false;
    bool operator==(const OutcomeRow&) const = default;
};

struct BesideRow {  // an item as two records have it: the inspection and the self-assessment, or this check and the one
                    // before
    Q_GADGET
    PLUMB_ROLE(QString, id)
    PLUMB_ROLE(QString, no)
    PLUMB_ROLE(QString, text)
    PLUMB_ROLE(bool, differs)
    PLUMB_ROLE(QString, inspectedVerdict)  // "" where it was not asked
    PLUMB_ROLE(QString, inspectedPoints)
    PLUMB_ROLE(QString, inspectedWords)
    PLUMB_ROLE(QString, assessedVerdict)
    PLUMB_ROLE(QString, assessedPoints)
    PLUMB_ROLE(QString, assessedWords)
    PLUMB_ROLE(QString, change)  // from one check to the next, in a word; "" where nothing changed, or of no check
    PLUMB_ROLE(QString, changeTone)
  public:
    QString id, no, text, inspectedVerdict, inspectedPoints, inspectedWords, assessedVerdict, assessedPoints,
        assessedWords, change, changeTone;
    bool differs = false;
    bool operator==(const BesideRow&) const = default;
};

}  // namespace plumb::mobile
