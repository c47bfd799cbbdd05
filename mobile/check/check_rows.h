// The other lists of the Check screen. Texts are in the language of the app.
#pragma once

#include "mobile/ui/row_model.h"

namespace plumb::mobile {

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

struct StandardRow {
    Q_GADGET
    PLUMB_ROLE(QString, id)
    PLUMB_ROLE(QString, text)
    PLUMB_ROLE(bool, mandatory)
    PLUMB_ROLE(QString, ref)  // as the checklist cites it
  public:
    QString id, text;
    bool mandatory = false;
    QString ref{};
    bool operator==(const StandardRow&) const = default;
};

struct PhotoRow {
    Q_GADGET
    PLUMB_ROLE(QString, id)  // its hash
    PLUMB_ROLE(QString, source)
    PLUMB_ROLE(QString, caption)
    PLUMB_ROLE(QString, size)
    PLUMB_ROLE(QString, kind)  // "" of a photo; "PDF", "Word" … of a document
  public:
    QString id, source, caption, size, kind{};
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

}  // namespace plumb::mobile
