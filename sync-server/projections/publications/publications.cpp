#include "sync-server/projections/publications/publications.h"

#include "sync-server/store/entry_columns.h"

namespace plumb::server {

std::vector<Entry> Publications::of(std::string_view type, std::string_view id) {
    static constexpr const char* kSql =
        PLUMB_SELECT_ENTRY_ONLY "JOIN publications p ON p.idx = e.idx WHERE p.type = ?1 AND p.id = ?2 ORDER BY p.idx";
    auto row = m_sql.use(kSql);
    row.with(type, id);
    return entriesOf(row);
}

std::vector<Entry> Publications::all(std::string_view type) {
    static constexpr const char* kSql =
        PLUMB_SELECT_ENTRY_ONLY "JOIN publications p ON p.idx = e.idx WHERE p.type = ?1 ORDER BY p.idx";
    auto row = m_sql.use(kSql);
    row.with(type);
    return entriesOf(row);
}

}  // namespace plumb::server
