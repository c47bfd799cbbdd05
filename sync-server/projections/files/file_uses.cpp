#include "sync-server/projections/files/file_uses.h"

#include <algorithm>

#include "sync-server/store/entry_columns.h"

namespace plumb::server {

void FileUses::each(const Sha256& sha256, const std::function<bool(const FileUse&)>& take) {
    static constexpr const char* kSql =
        "SELECT " PLUMB_ENTRY_COLUMNS
        "0, f.size, f.type FROM files f JOIN entries e ON e.idx = f.idx JOIN authors a ON a.id = e.author "
        "WHERE f.sha256 = ?1 ORDER BY f.idx";
    auto row = m_sql.use(kSql);
    row.with(sha256);
    while (row.step()) {
        if (!take({sha256, row.count(9), row.text(10), entryAt(row)})) return;
    }
}

bool FileUses::isNamed(const Sha256& sha256) {
    static constexpr const char* kSql = "SELECT 1 FROM files WHERE sha256 = ?1 LIMIT 1";
    return m_sql.use(kSql).with(sha256).step();
}

std::vector<Sha256> FileUses::of(std::uint64_t index) {
    static constexpr const char* kSql = "SELECT sha256 FROM files WHERE idx = ?1 ORDER BY n";
    auto row = m_sql.use(kSql);
    row.with(index);
    std::vector<Sha256> out;
    while (row.step()) out.push_back(row.hash(0));
    return out;
}

std::vector<Sha256> FileUses::begunWith(ByteView beginning) {
    static constexpr const char* kSql =
        "SELECT DISTINCT sha256 FROM files WHERE sha256 >= ?1 AND sha256 <= ?2 ORDER BY sha256 LIMIT 8";
    Sha256 first, last;
    first.bytes.fill(0x00);
    last.bytes.fill(0xff);
    const auto size = std::min(beginning.size(), first.bytes.size());
    std::copy_n(beginning.begin(), size, first.bytes.begin());
    std::copy_n(beginning.begin(), size, last.bytes.begin());
    auto row = m_sql.use(kSql);
    row.with(first, last);
    std::vector<Sha256> out;
    while (row.step()) out.push_back(row.hash(0));
    return out;
}

void FileUses::eachNamed(const std::function<void(const NamedFile&)>& take) {
    static constexpr const char* kSql = "SELECT sha256, min(idx) FROM files GROUP BY sha256 ORDER BY sha256";
    auto row = m_sql.use(kSql);
    while (row.step()) take({row.hash(0), row.count(1)});
}

std::uint64_t FileUses::countNamed() {
    static constexpr const char* kSql = "SELECT count(DISTINCT sha256) FROM files";
    auto row = m_sql.use(kSql);
    row.step();
    return row.count(0);
}

}  // namespace plumb::server
