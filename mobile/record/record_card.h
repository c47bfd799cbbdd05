// A record as a card of a list. UI thread (it translates).
#pragma once

#include "mobile/record/record_info.h"
#include "mobile/ui/rows.h"

namespace plumb::mobile {

CardRow cardOf(const RecordInfo& record, const QString& language, qint64 nowMs);

}  // namespace plumb::mobile
