// Rows that more than one feature shows. Texts are in the language of the app.
#pragma once

#include "mobile/ui/row_model.h"

namespace plumb::mobile {

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
    PLUMB_ROLE(QString, site)  // whose page tells the way there; "" where it is not offered
  public:
    QString id, kind, title, subtitle, leftText, rightText, rightTone, edge, site;
    qreal progress = -1;
    bool operator==(const CardRow&) const = default;
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

struct NamedValueRow {  // a name and a value that was verified or not
    Q_GADGET
    PLUMB_ROLE(QString, id)
    PLUMB_ROLE(QString, name)
    PLUMB_ROLE(QString, value)
    PLUMB_ROLE(QString, tone)
    PLUMB_ROLE(QString, symbol)
  public:
    QString id, name, value, tone, symbol;
    bool operator==(const NamedValueRow&) const = default;
};

}  // namespace plumb::mobile
