// The rows of the app's lists. Each is a value; its properties are the roles that QML sees (ui/row_model.h). Texts are
// already in the person's language.
#pragma once

#include <QMetaType>
#include <QObject>
#include <QString>

#include "mobile/ui/row_model.h"

namespace plumb::mobile {

// One property that is a plain member, of a type that has ==.
#define PLUMB_ROLE(Type, name) Q_PROPERTY(Type name MEMBER name)

struct PersonRow {
    Q_GADGET
    PLUMB_ROLE(QString, id)
    PLUMB_ROLE(QString, name)
    PLUMB_ROLE(QString, role)
    PLUMB_ROLE(QString, device)  // with what tells it from another of its name, where there is one
    PLUMB_ROLE(QString, used)    // when it was last opened
  public:
    QString id, name, role;
    QString device{}, used{};
    bool operator==(const PersonRow&) const = default;
};

struct CardRow {  // a draft, a record, a thing that needs somebody
    Q_GADGET
    PLUMB_ROLE(QString, id)
    PLUMB_ROLE(QString, kind)
    PLUMB_ROLE(QString, title)
    PLUMB_ROLE(QString, subtitle)
    PLUMB_ROLE(QString, leftText)
    PLUMB_ROLE(QString, rightText)
    PLUMB_ROLE(QString, rightTone)
    PLUMB_ROLE(QString, edge)
    PLUMB_ROLE(qreal, progress)
  public:
    QString id, kind, title, subtitle, leftText, rightText, rightTone, edge;
    qreal progress = -1;
    bool operator==(const CardRow&) const = default;
};

struct SiteRow {
    Q_GADGET
    PLUMB_ROLE(QString, id)
    PLUMB_ROLE(QString, name)
    PLUMB_ROLE(QString, code)
    PLUMB_ROLE(QString, region)
    PLUMB_ROLE(QString, address)
    PLUMB_ROLE(QString, programme)
    PLUMB_ROLE(QString, contact)
    PLUMB_ROLE(QString, point)
  public:
    QString id, name, code, region, address, programme, contact, point;
    bool operator==(const SiteRow&) const = default;
};

struct ChecklistRow {
    Q_GADGET
    PLUMB_ROLE(QString, id)  // "6a@1"
    PLUMB_ROLE(QString, title)
    PLUMB_ROLE(QString, version)
    PLUMB_ROLE(bool, here)
  public:
    QString id, title, version;
    bool here = false;
    bool operator==(const ChecklistRow&) const = default;
};

struct SectionRow {
    Q_GADGET
    PLUMB_ROLE(QString, id)
    PLUMB_ROLE(QString, title)
    PLUMB_ROLE(int, answered)
    PLUMB_ROLE(int, total)
    PLUMB_ROLE(QString, remark)
    PLUMB_ROLE(QString, tone)
    PLUMB_ROLE(QString, points)
    PLUMB_ROLE(QString, outcome)
    PLUMB_ROLE(QString, outcomeTone)
    PLUMB_ROLE(int, depth)  // 0 for those that are part of none
  public:
    QString id, title, remark, tone, points, outcome, outcomeTone;
    int answered = 0, total = 0, depth = 0;
    bool operator==(const SectionRow&) const = default;
};

struct ItemRow {
    Q_GADGET
    PLUMB_ROLE(QString, id)
    PLUMB_ROLE(QString, no)
    PLUMB_ROLE(QString, text)
    PLUMB_ROLE(QString, verdict)
    PLUMB_ROLE(QString, score)
    PLUMB_ROLE(QString, remark)
    PLUMB_ROLE(QString, missing)
  public:
    QString id, no, text, verdict, score, remark, missing;
    bool operator==(const ItemRow&) const = default;
};

struct ChoiceRow {
    Q_GADGET
    PLUMB_ROLE(QString, id)
    PLUMB_ROLE(QString, label)
    PLUMB_ROLE(QString, verdict)
    PLUMB_ROLE(QString, picture)  // the hash of the one that stands with it; "" where there is none
  public:
    QString id, label, verdict, picture;
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
    PLUMB_ROLE(QString, unit)
    PLUMB_ROLE(QString, value)
    PLUMB_ROLE(QString, words)  // the value as people read it; of a folded copy what it holds
    PLUMB_ROLE(QString, problem)
    PLUMB_ROLE(QString, tone)
    PLUMB_ROLE(QString, last)  // what the visit before said
    PLUMB_ROLE(bool, optional)
    PLUMB_ROLE(bool, judges)    // its choice is the item's verdict
    PLUMB_ROLE(bool, fixed)     // copy, add: how many there are is computed
    PLUMB_ROLE(bool, foldable)  // copy: there are many, one is open at a time
    PLUMB_ROLE(bool, folded)
    PLUMB_ROLE(bool, pictures)  // files: of images only
    PLUMB_ROLE(int, depth)      // groups and repeats around it
    PLUMB_ROLE(bool, whole)     // takes the whole width
    PLUMB_ROLE(int, run)        // else: its place among those that may stand side by side
    PLUMB_ROLE(bool, runEnds)
    PLUMB_ROLE(qreal, from)  // range
    PLUMB_ROLE(qreal, to)
    PLUMB_ROLE(qreal, step)
    PLUMB_ROLE(int, decimals)
    PLUMB_ROLE(plumb::mobile::RowModel*, choices)
  public:
    QString id, kind, label, hint, guidance, picture, unit, value, words, problem, tone, last;
    bool optional = false, judges = false, fixed = false, foldable = false, folded = false, pictures = false,
         whole = false, runEnds = false;
    int depth = 0, run = 0, decimals = 0;
    qreal from = 0, to = 0, step = 1;
    RowModel* choices = nullptr;  // owned by the item's view; lives as long as the row
    bool operator==(const QuestionRow&) const = default;
};

struct ChangeRow {  // what a newer version of a checklist changes, or does to an answer
    Q_GADGET
    PLUMB_ROLE(QString, id)
    PLUMB_ROLE(QString, kind)     // added, removed, changed; changed, dropped
    PLUMB_ROLE(QString, heading)  // over the first of its kind
    PLUMB_ROLE(QString, no)
    PLUMB_ROLE(QString, text)
    PLUMB_ROLE(QString, before)  // the older wording, where it is another
    PLUMB_ROLE(QString, value)
    PLUMB_ROLE(QString, reason)
  public:
    QString id, kind, heading, no, text, before, value, reason;
    bool operator==(const ChangeRow&) const = default;
};

struct StandardRow {
    Q_GADGET
    PLUMB_ROLE(QString, id)
    PLUMB_ROLE(QString, text)
    PLUMB_ROLE(bool, mandatory)
  public:
    QString id, text;
    bool mandatory = false;
    bool operator==(const StandardRow&) const = default;
};

struct PhotoRow {
    Q_GADGET
    PLUMB_ROLE(QString, id)  // its hash
    PLUMB_ROLE(QString, source)
    PLUMB_ROLE(QString, caption)
    PLUMB_ROLE(QString, size)
  public:
    QString id, source, caption, size;
    bool operator==(const PhotoRow&) const = default;
};

struct MissingRow {
    Q_GADGET
    PLUMB_ROLE(QString, id)
    PLUMB_ROLE(QString, item)
    PLUMB_ROLE(QString, question)  // the key of its answer
    PLUMB_ROLE(QString, no)
    PLUMB_ROLE(QString, text)
    PLUMB_ROLE(QString, sentence)
    PLUMB_ROLE(QString, symbol)
  public:
    QString id, item, question, no, text, sentence, symbol;
    bool operator==(const MissingRow&) const = default;
};

struct FindingRow {
    Q_GADGET
    PLUMB_ROLE(QString, id)  // the item
    PLUMB_ROLE(QString, no)
    PLUMB_ROLE(QString, text)
    PLUMB_ROLE(QString, severity)
    PLUMB_ROLE(QString, where)
    PLUMB_ROLE(QString, due)
  public:
    QString id, no, text, severity, where, due;
    bool operator==(const FindingRow&) const = default;
};

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

struct FactRow {  // a name and a value that was verified or not
    Q_GADGET
    PLUMB_ROLE(QString, id)
    PLUMB_ROLE(QString, name)
    PLUMB_ROLE(QString, value)
    PLUMB_ROLE(QString, tone)
    PLUMB_ROLE(QString, symbol)
  public:
    QString id, name, value, tone, symbol;
    bool operator==(const FactRow&) const = default;
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
    PLUMB_ROLE(QString, places)  // where the photos were taken, as the camera wrote it
  public:
    QString id, section, no, text, verdict, score, detail, places;
    QStringList photos;
    bool operator==(const OutcomeRow&) const = default;
};

struct WaitingRow {
    Q_GADGET
    PLUMB_ROLE(QString, id)
    PLUMB_ROLE(QString, title)
    PLUMB_ROLE(QString, detail)
    PLUMB_ROLE(QString, bytes)
    PLUMB_ROLE(QString, problem)
    PLUMB_ROLE(bool, file)
    PLUMB_ROLE(qreal, progress)
  public:
    QString id, title, detail, bytes, problem;
    bool file = false;
    qreal progress = 0;
    bool operator==(const WaitingRow&) const = default;
};

#undef PLUMB_ROLE

}  // namespace plumb::mobile
