// What the Today page tells of. Blocking; on the vault thread.
#pragma once

#include <vector>

#include "mobile/record/record_info.h"
#include "mobile/rectify/needs.h"
#include "mobile/today/draft_facts.h"

namespace plumb::mobile {

// A thread that waits for this person.
struct ThreadWord {
    QString record, item, siteName, who, text;
    qint64 atMs = 0;
};

struct TodayInfo {
    std::vector<DraftInfo> drafts;
    std::vector<RecordInfo> returned, refused, recent;
    // Own ones that wait for a colleague's signature, and colleagues' that wait for hers.
    std::vector<RecordInfo> cosign;
    // Words that wait for hers, at an item of a record; those that were written longest ago first.
    std::vector<ThreadWord> threads;
    std::size_t moreThreads = 0;
    Needs needs;            // findings
    int unsentForLong = 0;  // own records that were signed a day ago and more and have not gone
    int waitingRecords = 0, waitingFiles = 0, records = 0;
    quint64 checkpointSize = 0;
    qint64 checkpointMs = 0;
    int sites = 0, checklists = 0;
};

// `drafts`: what was known of this person's drafts before.
Result<TodayInfo> readToday(LocalStore& store, DraftFacts& drafts);

}  // namespace plumb::mobile
