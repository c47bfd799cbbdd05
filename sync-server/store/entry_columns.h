// The columns of an entry in the order in which entryAt() reads them, for queries that join a table with the index. A
// macro, because SQL texts are joined at compile time.
#pragma once

#include <vector>

#include "sync-server/store/rows.h"
#include "sync-server/store/sql.h"

#define PLUMB_ENTRY_COLUMNS "e.idx, e.hash, a.kid, e.seq, e.record, e.type, e.region, e.site, "
#define PLUMB_SELECT_ENTRY        \
    "SELECT " PLUMB_ENTRY_COLUMNS \
    "(SELECT l.received FROM lines l WHERE l.idx = e.idx) FROM entries e JOIN authors a ON a.id = e.author "
// The same without the time of arrival, whose look-up touches the line's own pages.
#define PLUMB_SELECT_ENTRY_ONLY "SELECT " PLUMB_ENTRY_COLUMNS "0 FROM entries e JOIN authors a ON a.id = e.author "

namespace plumb::server {

Entry entryAt(sql::Use& row);
// All that the query gives.
std::vector<Entry> entriesOf(sql::Use& rows);

}  // namespace plumb::server
