#include "sync-server/store/sqlite_writer.h"

#include <sqlite3.h>

#include <cerrno>

#include "sync-server/store/schema.h"

namespace plumb::server {
namespace {

// Enough for every device of a province; beyond it the map starts anew.
constexpr std::size_t kMaxKnownAuthors = 100'000;

// A full disk is SQLITE_FULL; a file-size limit or a quota shows as a failed write. SQLite keeps the system's own
// reason where a statement failed, but not where its commit did: there the thread's errno still has it.
bool isFull(sqlite3* handle, const SQLite::Exception& error, int threadErrno) {
    if (error.getErrorCode() == SQLITE_FULL) return true;
    if (error.getErrorCode() != SQLITE_IOERR) return false;
    const int kept = sqlite3_system_errno(handle);
    const int cause = kept != 0 ? kept : threadErrno;
    return cause == ENOSPC || cause == EDQUOT || cause == EFBIG;
}

[[noreturn]] void rethrow(SQLite::Database& database, const SQLite::Exception& error, int threadErrno) {
    if (isFull(database.getHandle(), error, threadErrno)) throw StoreFull(error.what());
    throw std::runtime_error(std::string("the log's database failed: ") + error.what() + " (code " +
                             std::to_string(error.getExtendedErrorCode()) + ")");
}

}  // namespace

void SqliteWriter::run(SQLite::Statement& statement) {
    errno = 0;
    try {
        statement.exec();
    } catch (const SQLite::Exception& error) {
        rethrow(m_database, error, errno);
    }
}

void SqliteWriter::begin() {
    static constexpr const char* kSql = "BEGIN IMMEDIATE";
    run(*m_statements.use(kSql));
}

void SqliteWriter::commit() {
    static constexpr const char* kSql = "COMMIT";
    run(*m_statements.use(kSql));
}

void SqliteWriter::rollback() noexcept {
    m_authors.clear();
    // SQLite may have rolled back by itself (a full disk); then there is nothing to undo.
    if (sqlite3_get_autocommit(m_database.getHandle()) == 0)
        sqlite3_exec(m_database.getHandle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

std::int64_t SqliteWriter::authorId(std::string_view kid) {
    static constexpr const char* kFind = "SELECT id FROM authors WHERE kid = ?";
    static constexpr const char* kMake =
        "INSERT INTO authors (kid, tip_seq, tip_hash, places, forks) VALUES (?, 0, zeroblob(32), 0, 0)";
    std::string key(kid);
    if (const auto known = m_authors.find(key); known != m_authors.end()) return known->second;
    std::int64_t id = 0;
    {
        auto find = m_statements.use(kFind);
        bindText(*find, 1, kid);
        if (find->executeStep()) id = find->getColumn(0).getInt64();
    }
    if (id == 0) {
        auto make = m_statements.use(kMake);
        bindText(*make, 1, kid);
        run(*make);
        id = m_database.getLastInsertRowid();
    }
    if (m_authors.size() >= kMaxKnownAuthors) m_authors.clear();
    m_authors.emplace(std::move(key), id);
    return id;
}

void SqliteWriter::appendLine(std::uint64_t index, TimePoint received, std::string_view line) {
    static constexpr const char* kSql = "INSERT INTO lines (idx, received, line) VALUES (?, ?, ?)";
    auto statement = m_statements.use(kSql);
    statement->bind(1, number(index));
    statement->bind(2, static_cast<std::int64_t>(received.time_since_epoch().count()));
    statement->bindNoCopy(3, line.data(), static_cast<int>(line.size()));
    run(*statement);
}

void SqliteWriter::putEntry(const Entry& entry, bool trust) {
    static constexpr const char* kSql =
        "INSERT INTO entries (idx, hash, author, seq, record, type, region, site, trust) VALUES (?, ?, ?, ?, ?, ?, ?, "
        "?, ?)";
    const auto author = authorId(entry.author);
    auto statement = m_statements.use(kSql);
    statement->bind(1, number(entry.index));
    bindHash(*statement, 2, entry.hash);
    statement->bind(3, author);
    statement->bind(4, number(entry.seq));
    statement->bindNoCopy(5, entry.record);
    statement->bindNoCopy(6, entry.type);
    statement->bindNoCopy(7, entry.region);
    statement->bindNoCopy(8, entry.site);
    statement->bind(9, trust ? 1 : 0);
    run(*statement);
}

void SqliteWriter::putNodes(std::span<const crypto::CompactRange::NewNode> nodes) {
    static constexpr const char* kSql = "INSERT INTO nodes (level, idx, hash) VALUES (?, ?, ?)";
    for (const auto& node : nodes) {
        auto statement = m_statements.use(kSql);
        statement->bind(1, node.id.level);
        statement->bind(2, number(node.id.index));
        bindHash(*statement, 3, node.hash);
        run(*statement);
    }
}

void SqliteWriter::putChain(std::string_view kid, const ChainState& state) {
    static constexpr const char* kSql =
        "UPDATE authors SET tip_seq = ?, tip_hash = ?, places = ?, forks = ? WHERE id = ?";
    const auto author = authorId(kid);
    auto statement = m_statements.use(kSql);
    statement->bind(1, number(state.tipSeq));
    bindHash(*statement, 2, state.tipHash);
    statement->bind(3, number(state.places));
    statement->bind(4, number(state.forks));
    statement->bind(5, author);
    run(*statement);
}

void SqliteWriter::putHistory(std::string_view of, std::uint64_t index) {
    static constexpr const char* kSql = "INSERT INTO story (record, idx) VALUES (?, ?)";
    auto statement = m_statements.use(kSql);
    bindText(*statement, 1, of);
    statement->bind(2, number(index));
    run(*statement);
}

void SqliteWriter::tally(std::int64_t author, const InspectionRow& row, int by) {
    static constexpr const char* kSql =
        "INSERT INTO tallies (status, region, site, author, n) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (status, region, site, author) DO UPDATE SET n = n + excluded.n";
    auto statement = m_statements.use(kSql);
    statement->bind(1, static_cast<int>(row.status));
    statement->bindNoCopy(2, row.region);
    statement->bindNoCopy(3, row.site);
    statement->bind(4, author);
    statement->bind(5, by);
    run(*statement);
}

void SqliteWriter::putInspection(const InspectionRow& row, const InspectionRow* before) {
    static constexpr const char* kSql =
        "INSERT INTO inspections (idx, newest, record, hash, author, site, region, checklist, checklist_version, "
        "checklist_hash, kind, at, points, "
        "max, grade, vetoes, findings, files, version, status) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "?, ?, ?, ?) "
        "ON CONFLICT (idx) DO UPDATE SET newest = excluded.newest, hash = excluded.hash, site = excluded.site, region "
        "= excluded.region, "
        "checklist = excluded.checklist, checklist_version = excluded.checklist_version, checklist_hash = "
        "excluded.checklist_hash, "
        "kind = excluded.kind, at = excluded.at, points = excluded.points, max = excluded.max, grade = excluded.grade, "
        "vetoes = excluded.vetoes, "
        "findings = excluded.findings, files = excluded.files, version = excluded.version, status = excluded.status";
    const auto author = authorId(row.author);
    if (before) tally(author, *before, -1);
    tally(author, row, 1);
    auto statement = m_statements.use(kSql);
    statement->bind(1, number(row.index));
    statement->bind(2, number(row.newest));
    statement->bindNoCopy(3, row.record);
    bindHash(*statement, 4, row.hash);
    statement->bind(5, author);
    statement->bindNoCopy(6, row.site);
    statement->bindNoCopy(7, row.region);
    statement->bindNoCopy(8, row.checklist);
    statement->bindNoCopy(9, row.checklistVersion);
    bindHash(*statement, 10, row.checklistHash);
    statement->bindNoCopy(11, row.kind);
    statement->bindNoCopy(12, row.at);
    statement->bind(13, row.points);
    statement->bind(14, row.max);
    statement->bindNoCopy(15, row.grade);
    statement->bind(16, row.vetoes);
    statement->bind(17, row.findings);
    statement->bind(18, row.files);
    statement->bind(19, row.version);
    statement->bind(20, static_cast<int>(row.status));
    run(*statement);
}

void SqliteWriter::putFiles(std::uint64_t index, const std::vector<record::FileRef>& files) {
    static constexpr const char* kSql = "INSERT INTO files (idx, n, sha256, size, type) VALUES (?, ?, ?, ?, ?)";
    int n = 0;
    for (const auto& file : files) {
        auto statement = m_statements.use(kSql);
        statement->bind(1, number(index));
        statement->bind(2, n++);
        bindHash(*statement, 3, file.sha256);
        statement->bind(4, number(file.size));
        statement->bindNoCopy(5, file.type);
        run(*statement);
    }
}

void SqliteWriter::putSite(std::string_view site, std::string_view name, std::uint64_t index) {
    static constexpr const char* kSql =
        "INSERT INTO sites (site, name, idx) VALUES (?, ?, ?) ON CONFLICT (site) DO UPDATE SET name = excluded.name, "
        "idx = excluded.idx";
    auto statement = m_statements.use(kSql);
    bindText(*statement, 1, site);
    bindText(*statement, 2, name);
    statement->bind(3, number(index));
    run(*statement);
}

void SqliteWriter::putChecklist(const ChecklistRow& row) {
    static constexpr const char* kSql =
        "INSERT INTO checklists (id, version, sha256, title, idx) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id, version) DO "
        "NOTHING";
    auto statement = m_statements.use(kSql);
    statement->bindNoCopy(1, row.id);
    statement->bindNoCopy(2, row.version);
    bindHash(*statement, 3, row.sha256);
    statement->bindNoCopy(4, row.titleJson);
    statement->bind(5, number(row.index));
    run(*statement);
}

void SqliteWriter::putPublication(std::string_view type, std::string_view id, std::uint64_t index) {
    static constexpr const char* kSql = "INSERT INTO publications (type, id, idx) VALUES (?, ?, ?)";
    auto statement = m_statements.use(kSql);
    bindText(*statement, 1, type);
    bindText(*statement, 2, id);
    statement->bind(3, number(index));
    run(*statement);
}

void SqliteWriter::putRefused(std::string_view kid, std::uint64_t seq, const Sha256& hash, std::string_view code) {
    static constexpr const char* kSql = "INSERT OR IGNORE INTO refused (kid, seq, hash, code) VALUES (?, ?, ?, ?)";
    auto statement = m_statements.use(kSql);
    bindText(*statement, 1, kid);
    statement->bind(2, number(seq));
    bindHash(*statement, 3, hash);
    bindText(*statement, 4, code);
    run(*statement);
}

void SqliteWriter::clearProjections() {
    m_authors.clear();
    errno = 0;
    try {
        for (const char* table : kProjectionTables) m_database.exec(std::string("DELETE FROM ") + table);
    } catch (const SQLite::Exception& error) {
        rethrow(m_database, error, errno);
    }
}

}  // namespace plumb::server
