// What supervisor and inspector write to each other at the items of an inspection (records/review/remark.h). For the
// thread of the reader.
#pragma once

#include "shared/records/review/remark.h"
#include "sync-server/store/store.h"

namespace plumb::server {

struct KnownThread {
    std::uint64_t index = 0;  // of the remark that began it
    records::Thread thread;
};

class ThreadRows {
  public:
    // `reader` outlives this.
    explicit ThreadRows(StoreReader& reader) : m_sql(reader.connection()) {}

    // Of an inspection, by its submission's id, in the order in which they were begun.
    std::vector<KnownThread> of(std::string_view record);
    // All remarks about it, newest first; at most `limit` of those below log index `before`.
    std::vector<Entry> remarks(std::string_view record, std::uint64_t before, std::size_t limit);

  private:
    sql::Connection& m_sql;
};

}  // namespace plumb::server
