// Two names as one row of runs, for NameDifference.qml: what both have, what stands in the published one alone, and in
// the other. Pure.
#pragma once

#include <QString>
#include <vector>

#include "mobile/ui/row_model.h"

namespace plumb::mobile {

struct NameRunRow {
    Q_GADGET
    PLUMB_ROLE(QString, id)
    PLUMB_ROLE(QString, text)
    PLUMB_ROLE(QString, side)  // "both", "published", "licence"
  public:
    QString id, text, side;
    bool operator==(const NameRunRow&) const = default;
};

std::vector<NameRunRow> nameRunsOf(const QString& published, const QString& licence);

}  // namespace plumb::mobile
