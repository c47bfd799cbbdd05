#include "sync-server/store/entry_columns.h"
#include "sync-server/store/sqlite_reader.h"

#define PLUMB_SELECT_INSPECTION                                                                             \
    "SELECT i.idx, i.newest, i.record, i.hash, a.kid, i.site, i.region, i.checklist, i.checklist_version, " \
    "i.checklist_hash, "                                                                                    \
    "i.kind, i.at, i.points, i.max, i.grade, i.vetoes, i.findings, i.files, i.version, i.status "           \
    "FROM inspections i JOIN authors a ON a.id = i.author "

namespace plumb::server {
namespace {

InspectionRow inspectionAt(SQLite::Statement& row) {
    InspectionRow out;
    out.index = static_cast<std::uint64_t>(row.getColumn(0).getInt64());
    out.newest = static_cast<std::uint64_t>(row.getColumn(1).getInt64());
    out.record = textAt(row, 2);
    out.hash = hashAt(row, 3);
    out.author = textAt(row, 4);
    out.site = textAt(row, 5);
    out.region = textAt(row, 6);
    out.checklist = textAt(row, 7);
    out.checklistVersion = textAt(row, 8);
    out.checklistHash = hashAt(row, 9);
    out.kind = textAt(row, 10);
    out.at = textAt(row, 11);
    out.points = row.getColumn(12).getInt64();
    out.max = row.getColumn(13).getInt64();
    out.grade = textAt(row, 14);
    out.vetoes = row.getColumn(15).getInt();
    out.findings = row.getColumn(16).getInt();
    out.files = row.getColumn(17).getInt();
    out.version = row.getColumn(18).getInt();
    out.status = static_cast<records::InspectionStatus>(row.getColumn(19).getInt());
    return out;
}

ChecklistRow checklistAt(SQLite::Statement& row) {
    return {textAt(row, 0), textAt(row, 1), hashAt(row, 2), textAt(row, 3),
            static_cast<std::uint64_t>(row.getColumn(4).getInt64())};
}

}  // namespace

std::optional<Entry> SqliteReader::firstOfRecord(std::string_view record) {
    static constexpr const char* kSql = PLUMB_SELECT_ENTRY "WHERE e.record = ? ORDER BY e.idx LIMIT 1";
    auto statement = m_statements.use(kSql);
    bindText(*statement, 1, record);
    if (!statement->executeStep()) return std::nullopt;
    return entryAt(*statement);
}

std::vector<Entry> SqliteReader::historyOf(std::string_view record, std::uint64_t before, std::size_t limit) {
    static constexpr const char* kSql =
        "SELECT " PLUMB_ENTRY_COLUMNS
        "0 FROM story s JOIN entries e ON e.idx = s.idx JOIN authors a ON a.id = e.author "
        "WHERE s.record = ? AND s.idx < ? ORDER BY s.idx DESC LIMIT ?";
    auto statement = m_statements.use(kSql);
    bindText(*statement, 1, record);
    statement->bind(2, number(before));
    statement->bind(3, static_cast<std::int64_t>(limit));
    std::vector<Entry> out;
    while (statement->executeStep()) out.push_back(entryAt(*statement));
    return out;
}

std::uint64_t SqliteReader::countHistory(std::string_view record, std::uint64_t before) {
    static constexpr const char* kSql = "SELECT count(*) FROM story WHERE record = ? AND idx < ?";
    auto statement = m_statements.use(kSql);
    bindText(*statement, 1, record);
    statement->bind(2, number(before));
    statement->executeStep();
    return static_cast<std::uint64_t>(statement->getColumn(0).getInt64());
}

std::optional<InspectionRow> SqliteReader::inspection(std::string_view record) {
    // A cloned device can have signed two submissions with one id: the first in the log is the inspection.
    static constexpr const char* kSql = PLUMB_SELECT_INSPECTION
        "WHERE i.idx = (SELECT min(e.idx) FROM entries e WHERE e.record = ? AND e.type = 'inspection.submitted')";
    auto statement = m_statements.use(kSql);
    bindText(*statement, 1, record);
    if (!statement->executeStep()) return std::nullopt;
    return inspectionAt(*statement);
}

void SqliteReader::eachInspection(records::InspectionStatus status, std::optional<std::uint64_t> after,
                                  const std::function<bool(const InspectionRow&)>& take) {
    static constexpr const char* kSql = PLUMB_SELECT_INSPECTION "WHERE i.status = ? AND i.idx > ? ORDER BY i.idx";
    auto statement = m_statements.use(kSql);
    statement->bind(1, static_cast<int>(status));
    statement->bind(2, after ? number(*after) : std::int64_t{-1});
    while (statement->executeStep()) {
        if (!take(inspectionAt(*statement))) break;
    }
}

std::vector<Tally> SqliteReader::tallies() {
    static constexpr const char* kSql =
        "SELECT t.status, t.region, t.site, a.kid, t.n FROM tallies t JOIN authors a ON a.id = t.author WHERE t.n > 0";
    auto statement = m_statements.use(kSql);
    std::vector<Tally> out;
    while (statement->executeStep()) {
        out.push_back({static_cast<records::InspectionStatus>(statement->getColumn(0).getInt()), textAt(*statement, 1),
                       textAt(*statement, 2), textAt(*statement, 3),
                       static_cast<std::uint64_t>(statement->getColumn(4).getInt64())});
    }
    return out;
}

std::optional<std::uint64_t> SqliteReader::siteLine(std::string_view site) {
    static constexpr const char* kSql = "SELECT idx FROM sites WHERE site = ?";
    auto statement = m_statements.use(kSql);
    bindText(*statement, 1, site);
    if (!statement->executeStep()) return std::nullopt;
    return static_cast<std::uint64_t>(statement->getColumn(0).getInt64());
}

std::string SqliteReader::siteName(std::string_view site) {
    static constexpr const char* kSql = "SELECT name FROM sites WHERE site = ?";
    auto statement = m_statements.use(kSql);
    bindText(*statement, 1, site);
    return statement->executeStep() ? textAt(*statement, 0) : std::string();
}

std::optional<ChecklistRow> SqliteReader::checklist(const Sha256& sha256) {
    static constexpr const char* kSql =
        "SELECT id, version, sha256, title, idx FROM checklists WHERE sha256 = ? ORDER BY idx LIMIT 1";
    auto statement = m_statements.use(kSql);
    bindHash(*statement, 1, sha256);
    if (!statement->executeStep()) return std::nullopt;
    return checklistAt(*statement);
}

std::optional<ChecklistRow> SqliteReader::checklist(std::string_view id, std::string_view version) {
    static constexpr const char* kSql =
        "SELECT id, version, sha256, title, idx FROM checklists WHERE id = ? AND version = ?";
    auto statement = m_statements.use(kSql);
    bindText(*statement, 1, id);
    bindText(*statement, 2, version);
    if (!statement->executeStep()) return std::nullopt;
    return checklistAt(*statement);
}

std::vector<ChecklistRow> SqliteReader::checklists() {
    static constexpr const char* kSql = "SELECT id, version, sha256, title, idx FROM checklists ORDER BY idx";
    auto statement = m_statements.use(kSql);
    std::vector<ChecklistRow> out;
    while (statement->executeStep()) out.push_back(checklistAt(*statement));
    return out;
}

void SqliteReader::eachUse(const Sha256& sha256, const std::function<bool(const FileUse&)>& take) {
    static constexpr const char* kSql =
        "SELECT " PLUMB_ENTRY_COLUMNS
        "0, f.size, f.type FROM files f JOIN entries e ON e.idx = f.idx JOIN authors a ON a.id = e.author "
        "WHERE f.sha256 = ? ORDER BY f.idx";
    auto statement = m_statements.use(kSql);
    bindHash(*statement, 1, sha256);
    while (statement->executeStep()) {
        const FileUse use{sha256, static_cast<std::uint64_t>(statement->getColumn(9).getInt64()),
                          textAt(*statement, 10), entryAt(*statement)};
        if (!take(use)) return;
    }
}

void SqliteReader::eachNamedFile(const std::function<void(const NamedFile&)>& take) {
    static constexpr const char* kSql = "SELECT sha256, min(idx) FROM files GROUP BY sha256";
    auto statement = m_statements.use(kSql);
    while (statement->executeStep())
        take({hashAt(*statement, 0), static_cast<std::uint64_t>(statement->getColumn(1).getInt64())});
}

std::uint64_t SqliteReader::countNamedFiles() {
    static constexpr const char* kSql = "SELECT count(DISTINCT sha256) FROM files";
    auto statement = m_statements.use(kSql);
    statement->executeStep();
    return static_cast<std::uint64_t>(statement->getColumn(0).getInt64());
}

std::vector<Sha256> SqliteReader::filesOf(std::uint64_t index) {
    static constexpr const char* kSql = "SELECT sha256 FROM files WHERE idx = ? ORDER BY n";
    auto statement = m_statements.use(kSql);
    statement->bind(1, number(index));
    std::vector<Sha256> out;
    while (statement->executeStep()) out.push_back(hashAt(*statement, 0));
    return out;
}

}  // namespace plumb::server
