// Queries of the projection of what was said about standards. For the thread of the reader.
#pragma once

#include "sync-server/store/store.h"

namespace plumb::server {

class FeedbackRows {
  public:
    // `reader` outlives this.
    explicit FeedbackRows(StoreReader& reader) : m_sql(reader.connection()) {}

    // Lines of standard.feedback and feedback.answered from `after` on, below `before`, in log order, whoever may read
    // them.
    std::vector<Entry> lines(std::uint64_t after, std::uint64_t before, std::size_t limit);

  private:
    sql::Connection& m_sql;
};

}  // namespace plumb::server
