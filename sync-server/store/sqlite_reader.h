// Reading through one SQLite connection. SQL stands beside its one use (sqlite_reader.cpp: the log and the chains;
// sqlite_queries.cpp: records, reference and files).
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <unordered_map>

#include "sync-server/store/store.h"

namespace plumb::server {

// Prepared statements by their text (a constexpr, compared by address), made at first use and kept.
class Statements {
  public:
    // `database` outlives this.
    explicit Statements(SQLite::Database& database) : m_database(database) {}

    // A statement for one use: reset when the use ends, so that no read transaction stays open.
    class Use {
      public:
        // `statement` outlives this.
        explicit Use(SQLite::Statement& statement) : m_statement(&statement) {}
        ~Use() { m_statement->tryReset(); }
        Use(const Use&) = delete;
        Use& operator=(const Use&) = delete;
        SQLite::Statement* operator->() { return m_statement; }
        SQLite::Statement& operator*() { return *m_statement; }

      private:
        SQLite::Statement* m_statement;
    };
    Use use(const char* sql);

  private:
    SQLite::Database& m_database;
    std::unordered_map<const char*, std::unique_ptr<SQLite::Statement>> m_byText;
};

void bindText(SQLite::Statement& statement, int at, std::string_view text);
void bindHash(SQLite::Statement& statement, int at, const Sha256& hash);
Sha256 hashAt(SQLite::Statement& statement, int column);
std::string textAt(SQLite::Statement& statement, int column);
inline std::int64_t number(std::uint64_t value) {
    return static_cast<std::int64_t>(value);
}

class SqliteReader : public StoreReader {
  public:
    // Borrows the connection, which must outlive it.
    explicit SqliteReader(SQLite::Database& database) : m_statements(database) {}

    std::uint64_t size() override;
    std::optional<TimePoint> receivedAt(std::uint64_t index) override;
    std::optional<std::string> line(std::uint64_t index) override;
    std::optional<Entry> entry(std::uint64_t index) override;
    std::optional<Entry> entryByHash(const Sha256& hash) override;
    Sha256 node(crypto::NodeId id) override;
    void eachLine(const std::function<void(std::uint64_t, TimePoint, std::string)>& take) override;
    void eachTrustLine(const std::function<void(std::uint64_t, TimePoint, std::string)>& take) override;
    std::vector<std::uint64_t> trustIndexes(std::uint64_t from, std::size_t limit) override;
    void scan(std::uint64_t from, std::size_t limit, const std::function<bool(const Entry&)>& take) override;

    std::optional<ChainState> chain(std::string_view kid) override;
    std::vector<Entry> placesOf(std::string_view kid, std::uint64_t seq, std::size_t limit) override;
    ChainTotals chainTotals() override;
    std::uint64_t refusedPlaces(std::string_view kid, std::uint64_t tip) override;
    std::vector<Entry> publications(std::string_view type, std::string_view id) override;

    std::optional<Entry> firstOfRecord(std::string_view record) override;
    std::vector<Entry> historyOf(std::string_view record, std::uint64_t before, std::size_t limit) override;
    std::uint64_t countHistory(std::string_view record, std::uint64_t before) override;
    std::optional<InspectionRow> inspection(std::string_view record) override;
    void eachInspection(records::InspectionStatus status, std::optional<std::uint64_t> after,
                        const std::function<bool(const InspectionRow&)>& take) override;
    std::vector<Tally> tallies() override;

    std::optional<std::uint64_t> siteLine(std::string_view site) override;
    std::string siteName(std::string_view site) override;
    std::optional<ChecklistRow> checklist(const Sha256& sha256) override;
    std::optional<ChecklistRow> checklist(std::string_view id, std::string_view version) override;
    std::vector<ChecklistRow> checklists() override;

    void eachUse(const Sha256& sha256, const std::function<bool(const FileUse&)>& take) override;
    std::vector<Sha256> filesOf(std::uint64_t index) override;
    void eachNamedFile(const std::function<void(const NamedFile&)>& take) override;
    std::uint64_t countNamedFiles() override;

  private:
    Statements m_statements;
};

}  // namespace plumb::server
