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

std::int64_t Publications::count(std::string_view type, std::string_view region) {
    static constexpr const char* kSql =
        "SELECT count(DISTINCT p.id) FROM publications p JOIN entries e ON e.idx = p.idx WHERE p.type = ?1 AND "
        "e.region >= ?2 AND e.region < ?3";
    const auto end = std::string(region) + ":";
    auto row = m_sql.use(kSql);
    return row.with(type, region, end).step() ? row.integer(0) : 0;
}

}  // namespace plumb::server
