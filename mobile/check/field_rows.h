// A line of the open item, and the choices of a field. Texts are in the language of the app.
#pragma once

#include "mobile/ui/row_model.h"

namespace plumb::mobile {

struct ChoiceRow {
    Q_GADGET
    PLUMB_ROLE(QString, id)
    PLUMB_ROLE(QString, label)
    PLUMB_ROLE(QString, verdict)
    PLUMB_ROLE(QString, picture)  // the hash of the one that stands with it; "" where there is none
    PLUMB_ROLE(QString, sound)
    PLUMB_ROLE(QString, film)
  public:
    QString id, label, verdict, picture;
    QString sound{}, film{};
    bool operator==(const ChoiceRow&) const = default;
};

struct QuestionRow {  // a line of the open item: a field, or the head of a group or of a copy, or where "add" stands
    Q_GADGET
    PLUMB_ROLE(QString, id)  // the key of its answer: "days", "plots[2]/area"; of a copy "plots[2]"
    // one, many, pick, picks, integer, decimal, digits, text, long, date, time, moment, barcode, place, range, rank,
    // files, tick, note, shown; group, copy, add
    PLUMB_ROLE(QString, kind)
    PLUMB_ROLE(QString, label)
    PLUMB_ROLE(QString, hint)
    PLUMB_ROLE(QString, guidance)  // more of the hint, on demand
    PLUMB_ROLE(QString, picture)   // the hash of the one that came with the checklist; "" where there is none
    PLUMB_ROLE(QString, sound)
    PLUMB_ROLE(QString, film)
    PLUMB_ROLE(QString, unit)
    PLUMB_ROLE(QString, value)
    PLUMB_ROLE(QString, words)  // the value as people read it; of a folded copy what it holds
    PLUMB_ROLE(QString, problem)
    PLUMB_ROLE(QString, tone)
    PLUMB_ROLE(QString, last)  // what the visit before said
    PLUMB_ROLE(QString, said)  // what the self-assessment says
    PLUMB_ROLE(bool, optional)
    PLUMB_ROLE(bool, judges)    // its choice is the item's verdict
    PLUMB_ROLE(bool, fixed)     // copy, add: how many there are is computed
    PLUMB_ROLE(bool, foldable)  // copy: there are many, one is open at a time
    PLUMB_ROLE(bool, folded)
    PLUMB_ROLE(bool, pictures)  // files: of images only
    PLUMB_ROLE(bool, sounds)
    PLUMB_ROLE(bool, films)
    PLUMB_ROLE(int, depth)   // groups and repeats around it
    PLUMB_ROLE(bool, whole)  // takes the whole width
    PLUMB_ROLE(int, run)     // else: its place among those that may stand side by side
    PLUMB_ROLE(bool, runEnds)
    PLUMB_ROLE(qreal, from)  // range
    PLUMB_ROLE(qreal, to)
    PLUMB_ROLE(qreal, step)
    PLUMB_ROLE(int, decimals)
    PLUMB_ROLE(plumb::mobile::RowModel*, choices)
  public:
    QString id, kind, label, hint, guidance, picture, sound, film, unit, value, words, problem, tone, last, said;
    bool optional = false, judges = false, fixed = false, foldable = false, folded = false, pictures = false,
         sounds = false, films = false, whole = false, runEnds = false;
    int depth = 0, run = 0, decimals = 0;
    qreal from = 0, to = 0, step = 1;
    RowModel* choices = nullptr;  // owned by the item's view; lives as long as the row
    bool operator==(const QuestionRow&) const = default;
};

}  // namespace plumb::mobile
