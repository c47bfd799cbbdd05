#include "sync-server/store/sqlite_reader.h"

#include <cstring>

#include "sync-server/store/entry_columns.h"

namespace plumb::server {

Statements::Use Statements::use(const char* sql) {
    auto& kept = m_byText[sql];
    if (!kept) kept = std::make_unique<SQLite::Statement>(m_database, sql);
    return Use(*kept);
}

void bindText(SQLite::Statement& statement, int at, std::string_view text) {
    statement.bind(at, std::string(text));
}
void bindHash(SQLite::Statement& statement, int at, const Sha256& hash) {
    statement.bindNoCopy(at, hash.bytes.data(), static_cast<int>(hash.bytes.size()));
}
Sha256 hashAt(SQLite::Statement& statement, int column) {
    const auto value = statement.getColumn(column);
    Sha256 out;
    if (value.getBytes() != static_cast<int>(out.bytes.size()))
        throw std::runtime_error("a stored hash has not 32 bytes");
    std::memcpy(out.bytes.data(), value.getBlob(), out.bytes.size());
    return out;
}
std::string textAt(SQLite::Statement& statement, int column) {
    const auto value = statement.getColumn(column);
    const auto* bytes = static_cast<const char*>(value.getBlob());
    return bytes ? std::string(bytes, static_cast<std::size_t>(value.getBytes())) : std::string();
}

Entry entryAt(SQLite::Statement& row) {
    Entry out;
    out.index = static_cast<std::uint64_t>(row.getColumn(0).getInt64());
    out.hash = hashAt(row, 1);
    out.author = textAt(row, 2);
    out.seq = static_cast<std::uint64_t>(row.getColumn(3).getInt64());
    out.record = textAt(row, 4);
    out.type = textAt(row, 5);
    out.region = textAt(row, 6);
    out.site = textAt(row, 7);
    out.received = TimePoint(std::chrono::milliseconds(row.getColumn(8).getInt64()));
    return out;
}

std::uint64_t SqliteReader::size() {
    static constexpr const char* kSql = "SELECT coalesce(max(idx) + 1, 0) FROM lines";
    auto statement = m_statements.use(kSql);
    statement->executeStep();
    return static_cast<std::uint64_t>(statement->getColumn(0).getInt64());
}

std::optional<TimePoint> SqliteReader::receivedAt(std::uint64_t index) {
    static constexpr const char* kSql = "SELECT received FROM lines WHERE idx = ?";
    auto statement = m_statements.use(kSql);
    statement->bind(1, number(index));
    if (!statement->executeStep()) return std::nullopt;
    return TimePoint(std::chrono::milliseconds(statement->getColumn(0).getInt64()));
}

std::optional<std::string> SqliteReader::line(std::uint64_t index) {
    static constexpr const char* kSql = "SELECT line FROM lines WHERE idx = ?";
    auto statement = m_statements.use(kSql);
    statement->bind(1, number(index));
    if (!statement->executeStep()) return std::nullopt;
    return textAt(*statement, 0);
}

std::optional<Entry> SqliteReader::entry(std::uint64_t index) {
    static constexpr const char* kSql = PLUMB_SELECT_ENTRY "WHERE e.idx = ?";
    auto statement = m_statements.use(kSql);
    statement->bind(1, number(index));
    if (!statement->executeStep()) return std::nullopt;
    return entryAt(*statement);
}

std::optional<Entry> SqliteReader::entryByHash(const Sha256& hash) {
    static constexpr const char* kSql = PLUMB_SELECT_ENTRY "WHERE e.hash = ?";
    auto statement = m_statements.use(kSql);
    bindHash(*statement, 1, hash);
    if (!statement->executeStep()) return std::nullopt;
    return entryAt(*statement);
}

Sha256 SqliteReader::node(crypto::NodeId id) {
    static constexpr const char* kSql = "SELECT hash FROM nodes WHERE level = ? AND idx = ?";
    auto statement = m_statements.use(kSql);
    statement->bind(1, id.level);
    statement->bind(2, number(id.index));
    if (!statement->executeStep()) {
        throw std::runtime_error("node " + std::to_string(id.level) + "/" + std::to_string(id.index) +
                                 " of the log's tree is missing; run plumbserver rebuild");
    }
    return hashAt(*statement, 0);
}

void SqliteReader::eachLine(const std::function<void(std::uint64_t, TimePoint, std::string)>& take) {
    static constexpr const char* kSql = "SELECT idx, received, line FROM lines ORDER BY idx";
    auto statement = m_statements.use(kSql);
    while (statement->executeStep()) {
        take(static_cast<std::uint64_t>(statement->getColumn(0).getInt64()),
             TimePoint(std::chrono::milliseconds(statement->getColumn(1).getInt64())), textAt(*statement, 2));
    }
}

void SqliteReader::eachTrustLine(const std::function<void(std::uint64_t, TimePoint, std::string)>& take) {
    static constexpr const char* kSql =
        "SELECT e.idx, l.received, l.line FROM entries e JOIN lines l ON l.idx = e.idx WHERE e.trust = 1 ORDER BY "
        "e.idx";
    auto statement = m_statements.use(kSql);
    while (statement->executeStep()) {
        take(static_cast<std::uint64_t>(statement->getColumn(0).getInt64()),
             TimePoint(std::chrono::milliseconds(statement->getColumn(1).getInt64())), textAt(*statement, 2));
    }
}

std::vector<std::uint64_t> SqliteReader::trustIndexes(std::uint64_t from, std::size_t limit) {
    static constexpr const char* kSql = "SELECT idx FROM entries WHERE trust = 1 AND idx >= ? ORDER BY idx LIMIT ?";
    auto statement = m_statements.use(kSql);
    statement->bind(1, number(from));
    statement->bind(2, static_cast<std::int64_t>(limit));
    std::vector<std::uint64_t> out;
    while (statement->executeStep()) out.push_back(static_cast<std::uint64_t>(statement->getColumn(0).getInt64()));
    return out;
}

void SqliteReader::scan(std::uint64_t from, std::size_t limit, const std::function<bool(const Entry&)>& take) {
    static constexpr const char* kSql = PLUMB_SELECT_ENTRY_ONLY "WHERE e.idx >= ? ORDER BY e.idx LIMIT ?";
    auto statement = m_statements.use(kSql);
    statement->bind(1, number(from));
    statement->bind(2, static_cast<std::int64_t>(limit));
    while (statement->executeStep()) {
        if (!take(entryAt(*statement))) break;
    }
}

std::optional<ChainState> SqliteReader::chain(std::string_view kid) {
    static constexpr const char* kSql = "SELECT tip_seq, tip_hash, places, forks FROM authors WHERE kid = ?";
    auto statement = m_statements.use(kSql);
    bindText(*statement, 1, kid);
    if (!statement->executeStep()) return std::nullopt;
    ChainState out;
    out.tipSeq = static_cast<std::uint64_t>(statement->getColumn(0).getInt64());
    out.tipHash = hashAt(*statement, 1);
    out.places = static_cast<std::uint64_t>(statement->getColumn(2).getInt64());
    out.forks = static_cast<std::uint64_t>(statement->getColumn(3).getInt64());
    return out;
}

std::vector<Entry> SqliteReader::placesOf(std::string_view kid, std::uint64_t seq) {
    static constexpr const char* kSql = PLUMB_SELECT_ENTRY "WHERE a.kid = ? AND e.seq = ? ORDER BY e.idx";
    auto statement = m_statements.use(kSql);
    bindText(*statement, 1, kid);
    statement->bind(2, number(seq));
    std::vector<Entry> out;
    while (statement->executeStep()) out.push_back(entryAt(*statement));
    return out;
}

ChainTotals SqliteReader::chainTotals() {
    // A number whose line was refused is no gap.
    static constexpr const char* kSql =
        "SELECT count(*), coalesce(sum(places < tip_seq AND places + (SELECT count(DISTINCT r.seq) FROM refused r "
        "WHERE r.kid = a.kid AND r.seq < a.tip_seq AND NOT EXISTS (SELECT 1 FROM entries e WHERE e.author = a.id AND "
        "e.seq = r.seq)) < tip_seq), 0), coalesce(sum(forks > 0), 0) FROM authors a";
    auto statement = m_statements.use(kSql);
    statement->executeStep();
    return {static_cast<std::uint64_t>(statement->getColumn(0).getInt64()),
            static_cast<std::uint64_t>(statement->getColumn(1).getInt64()),
            static_cast<std::uint64_t>(statement->getColumn(2).getInt64())};
}

std::uint64_t SqliteReader::refusedPlaces(std::string_view kid, std::uint64_t tip) {
    static constexpr const char* kSql =
        "SELECT count(DISTINCT r.seq) FROM refused r WHERE r.kid = ? AND r.seq < ? AND NOT EXISTS (SELECT 1 FROM "
        "entries e JOIN authors a ON a.id = e.author WHERE a.kid = r.kid AND e.seq = r.seq)";
    auto statement = m_statements.use(kSql);
    bindText(*statement, 1, kid);
    statement->bind(2, number(tip));
    statement->executeStep();
    return static_cast<std::uint64_t>(statement->getColumn(0).getInt64());
}

std::vector<Entry> SqliteReader::publications(std::string_view type, std::string_view id) {
    static constexpr const char* kSql =
        PLUMB_SELECT_ENTRY_ONLY "JOIN publications p ON p.idx = e.idx WHERE p.type = ? AND p.id = ? ORDER BY p.idx";
    auto statement = m_statements.use(kSql);
    bindText(*statement, 1, type);
    bindText(*statement, 2, id);
    std::vector<Entry> out;
    while (statement->executeStep()) out.push_back(entryAt(*statement));
    return out;
}

}  // namespace plumb::server
