// The lists of a self-assessment's home. Texts are in the language of the app.
#pragma once

#include "mobile/ui/row_model.h"

namespace plumb::mobile {

struct AssessSectionRow {
    Q_GADGET
    PLUMB_ROLE(QString, id)
    PLUMB_ROLE(QString, title)
    PLUMB_ROLE(QString, count)  // "6 / 6"
    PLUMB_ROLE(QString, progressWord)
    PLUMB_ROLE(QString, tone)  // pass, part, accent, ""
    PLUMB_ROLE(QString, symbol)
    PLUMB_ROLE(qreal, progress)
    PLUMB_ROLE(QString, who)
    PLUMB_ROLE(QString, whoNote)  // who else fills it
    PLUMB_ROLE(QString, initial)
    PLUMB_ROLE(QString, files)
    PLUMB_ROLE(QString, filesTone)
    PLUMB_ROLE(QString, points)
    PLUMB_ROLE(QString, max)
    PLUMB_ROLE(QString, last)
    PLUMB_ROLE(QString, next)  // the item that a tap opens
    PLUMB_ROLE(bool, current)  // where "go on" leads
    PLUMB_ROLE(bool, forMe)    // assigned to whoever is signed in
  public:
    QString id, title, count, progressWord, tone, symbol, who, whoNote, initial, files, filesTone, points, max, last,
        next;
    qreal progress = 0;
    bool current = false, forMe = false;
    bool operator==(const AssessSectionRow&) const = default;
};

// Somebody to whom a section can be assigned.
struct AssessPersonRow {
    Q_GADGET
    PLUMB_ROLE(QString, id)
    PLUMB_ROLE(QString, name)
    PLUMB_ROLE(QString, initial)
    PLUMB_ROLE(QString, note)  // which other sections are hers
    PLUMB_ROLE(bool, chosen)
  public:
    QString id, name, initial, note;
    bool chosen = false;
    bool operator==(const AssessPersonRow&) const = default;
};

struct AssessWorstRow {
    Q_GADGET
    PLUMB_ROLE(QString, id)
    PLUMB_ROLE(QString, no)
    PLUMB_ROLE(QString, text)
    PLUMB_ROLE(QString, lost)
    PLUMB_ROLE(QString, thenTone)
    PLUMB_ROLE(QString, now)
    PLUMB_ROLE(QString, nowTone)
  public:
    QString id, no, text, lost, thenTone, now, nowTone;
    bool operator==(const AssessWorstRow&) const = default;
};

struct AssessConflictRow {
    Q_GADGET
    PLUMB_ROLE(QString, id)  // the item
    PLUMB_ROLE(QString, no)
    PLUMB_ROLE(QString, text)
    PLUMB_ROLE(QString, mine)
    PLUMB_ROLE(QString, theirs)
    PLUMB_ROLE(QString, theirHead)
  public:
    QString id, no, text, mine, theirs, theirHead;
    bool operator==(const AssessConflictRow&) const = default;
};

struct AssessItemRow {
    Q_GADGET
    PLUMB_ROLE(QString, id)
    PLUMB_ROLE(QString, no)
    PLUMB_ROLE(QString, text)
  public:
    QString id, no, text;
    bool operator==(const AssessItemRow&) const = default;
};

struct AssessPartRow {
    Q_GADGET
    PLUMB_ROLE(QString, id)
    PLUMB_ROLE(QString, name)  // of the file
    PLUMB_ROLE(QString, words)
    PLUMB_ROLE(QString, tone)  // pass, part, fail
  public:
    QString id, name, words, tone;
    bool operator==(const AssessPartRow&) const = default;
};

struct AssessChoiceRow {
    Q_GADGET
    PLUMB_ROLE(QString, id)  // its place among the choices
    PLUMB_ROLE(QString, title)
    PLUMB_ROLE(QString, site)
    PLUMB_ROLE(bool, chosen)
  public:
    QString id, title, site;
    bool chosen = false;
    bool operator==(const AssessChoiceRow&) const = default;
};

}  // namespace plumb::mobile
