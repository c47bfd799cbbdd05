// What the Today page tells of. Blocking; on the vault thread.
#pragma once

#include <vector>

#include "mobile/check/draft_fact.h"
#include "mobile/record/record_facts.h"

namespace plumb::mobile {

struct TodayFact {
    std::vector<DraftFact> drafts;
    std::vector<RecordFact> returned, refused, recent;
    int waitingRecords = 0, waitingFiles = 0, records = 0;
    quint64 checkpointSize = 0;
    qint64 checkpointMs = 0;
    int sites = 0, checklists = 0;
};

Result<TodayFact> readToday(LocalStore& store);

}  // namespace plumb::mobile
