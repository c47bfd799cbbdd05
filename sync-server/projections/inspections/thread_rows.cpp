#include "sync-server/projections/inspections/thread_rows.h"

#include "sync-server/store/entry_columns.h"

namespace plumb::server {

std::vector<KnownThread> ThreadRows::of(std::string_view record) {
    static constexpr const char* kSql =
        "SELECT idx, id, item, begun, last, remarks, resolved FROM inspection_threads WHERE record = ?1 ORDER BY idx";
    auto row = m_sql.use(kSql);
    row.with(record);
    std::vector<KnownThread> out;
    while (row.step()) {
        out.push_back({row.count(0),
                       {row.text(1), row.text(2), row.text(3), row.text(4), static_cast<int>(row.integer(5)),
                        row.integer(6) != 0}});
    }
    return out;
}

std::vector<Entry> ThreadRows::remarks(std::string_view record, std::uint64_t before, std::size_t limit) {
    static constexpr const char* kSql =
        "SELECT " PLUMB_ENTRY_COLUMNS
        "0 FROM inspection_remarks h JOIN entries e ON e.idx = h.idx JOIN authors a ON a.id = e.author "
        "WHERE h.record = ?1 AND h.idx < ?2 ORDER BY h.idx DESC LIMIT ?3";
    auto row = m_sql.use(kSql);
    row.with(record, before, limit);
    return entriesOf(row);
}

}  // namespace plumb::server
