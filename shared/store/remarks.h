// What supervisor and inspector write to each other at the items of an inspection (records/review/remark.h), as this
// device has it, and signing a word of one's own, without a network as well. The store's thread.
#pragma once

#include <string>
#include <vector>

#include "shared/records/review/remark.h"
#include "shared/store/tablet_store.h"

namespace plumb::store {

struct StoredRemark {
    std::string id;  // of its line
    Instant at;
    bool own = false;
    RecordState state = RecordState::pulled;
    records::Remark says;
};

// What of this store's person a thread waits for. The numbers are those of the derived table.
enum class ThreadWait { nobody = 0, visitor = 1, reviewer = 2 };

struct StoredThread {
    records::Thread thread;
    std::vector<std::size_t> said;  // indexes of its remarks, in order
    std::size_t last = 0;           // the last of them
    // As long as it is open, for a word of this store's person: as one who made the visit where somebody else wrote
    // last; as a reviewer, where she may review it, where the visit's own people did and she wrote here or they began
    // it.
    ThreadWait awaits = ThreadWait::nobody;
    bool waits = false;  // that, by her rights of now
};

struct Discussion {
    std::vector<StoredRemark> remarks;  // the log's order, then what waits here; what the server refused is left out
    std::vector<StoredThread> threads;  // in the order in which they were begun
    std::vector<std::string> visitors;  // ids of the persons who made the visit, as far as the book knows their keys
};
// Of an inspection, by its id.
Discussion discussionOf(const TabletStore& store, const std::string& inspection);

// Signs a remark; its person is this store's own. notFound no_record; refused: those of records::mayRemark(), and what
// store.append() refuses.
Result<record::Line> signRemark(TabletStore& store, records::Remark said);

}  // namespace plumb::store
