#include "sync-server/projections/feedback/feedback_rows.h"

#include "sync-server/store/entry_columns.h"

namespace plumb::server {

std::vector<Entry> FeedbackRows::lines(std::uint64_t after, std::uint64_t before, std::size_t limit) {
    static constexpr const char* kSql =
        "SELECT " PLUMB_ENTRY_COLUMNS
        "0 FROM feedback f JOIN entries e ON e.idx = f.idx JOIN authors a ON a.id = e.author "
        "WHERE f.idx >= ?1 AND f.idx < ?2 ORDER BY f.idx LIMIT ?3";
    auto row = m_sql.use(kSql);
    row.with(after, before, limit);
    return entriesOf(row);
}

}  // namespace plumb::server
