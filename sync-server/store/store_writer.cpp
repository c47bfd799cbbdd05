#include "sync-server/store/store.h"
#include "sync-server/store/table.h"

namespace plumb::server {
namespace {

// Enough for every device of a province; beyond it the map starts anew.
constexpr std::size_t kMaxKnownAuthors = 100'000;

}  // namespace

void StoreWriter::begin() {
    m_sql.begin();
    if (!m_guard) return;
    try {
        m_guard(m_sql);
    } catch (...) {
        m_sql.rollback();
        throw;
    }
}

void StoreWriter::rollback() noexcept {
    m_authors.clear();
    m_sql.rollback();
}

std::int64_t StoreWriter::authorNumber(std::string_view kid) {
    static constexpr const char* kFind = "SELECT id FROM authors WHERE kid = ?1";
    static constexpr const char* kMake =
        "INSERT INTO authors (kid, tip_seq, tip_hash, places, forks) VALUES (?1, 0, ?2, 0, 0) RETURNING id";
    std::string key(kid);
    if (const auto known = m_authors.find(key); known != m_authors.end()) return known->second;
    std::int64_t number = 0;
    {
        auto find = m_sql.use(kFind);
        if (find.with(kid).step()) number = find.integer(0);
    }
    if (number == 0) {
        const Sha256 none;
        auto make = m_sql.use(kMake);
        make.with(kid, none).step();
        number = make.integer(0);
        make.run();
    }
    if (m_authors.size() >= kMaxKnownAuthors) m_authors.clear();
    m_authors.emplace(std::move(key), number);
    return number;
}

void StoreWriter::appendLine(std::uint64_t index, TimePoint received, std::string_view line) {
    static constexpr const char* kSql = "INSERT INTO lines (idx, received, line) VALUES (?1, ?2, ?3)";
    m_sql.use(kSql).with(index, received.time_since_epoch().count(), asBytes(line)).run();
}

void StoreWriter::putEntry(const Entry& entry, bool trust) {
    static constexpr const char* kSql =
        "INSERT INTO entries (idx, hash, author, seq, record, type, region, site, trust) VALUES (?1, ?2, ?3, ?4, ?5, "
        "?6, ?7, ?8, ?9)";
    const auto author = authorNumber(entry.author);
    m_sql.use(kSql)
        .with(entry.index, entry.hash, author, entry.seq, entry.record, entry.type, entry.region, entry.site, trust)
        .run();
}

void StoreWriter::putNodes(std::span<const crypto::CompactRange::NewNode> nodes) {
    static constexpr const char* kSql = "INSERT INTO nodes (level, idx, hash) VALUES (?1, ?2, ?3)";
    for (const auto& node : nodes) m_sql.use(kSql).with(node.id.level, node.id.index, node.hash).run();
}

void StoreWriter::putChain(std::string_view kid, const ChainState& state) {
    static constexpr const char* kSql =
        "UPDATE authors SET tip_seq = ?1, tip_hash = ?2, places = ?3, forks = ?4 WHERE id = ?5";
    const auto author = authorNumber(kid);
    m_sql.use(kSql).with(state.tipSeq, state.tipHash, state.places, state.forks, author).run();
}

void StoreWriter::putRefused(std::string_view kid, std::uint64_t seq, const Sha256& hash, std::string_view code) {
    static constexpr const char* kSql =
        "INSERT INTO refused (kid, seq, hash, code) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (kid, seq, hash) DO NOTHING";
    m_sql.use(kSql).with(kid, seq, hash, code).run();
}

void StoreWriter::clearIndex() {
    m_authors.clear();
    for (const auto& table : indexTables()) m_sql.define(std::string("DELETE FROM ") + table.name);
}

}  // namespace plumb::server
