// Writing through one SQLite connection, from one thread. A failure for want of space becomes StoreFull, whatever form
// SQLite gives it; the transaction is then gone as a whole.
#pragma once

#include "sync-server/store/sqlite_reader.h"

namespace plumb::server {

class SqliteWriter final : public StoreWriter {
  public:
    // `database` outlives this.
    explicit SqliteWriter(SQLite::Database& database)
        : m_database(database), m_statements(database), m_reader(database) {}

    StoreReader& reader() override { return m_reader; }
    void begin() override;
    void commit() override;
    void rollback() noexcept override;

    void appendLine(std::uint64_t index, TimePoint received, std::string_view line) override;
    void putEntry(const Entry& entry, bool trust) override;
    void putNodes(std::span<const crypto::CompactRange::NewNode> nodes) override;
    void putChain(std::string_view kid, const ChainState& state) override;
    void putHistory(std::string_view of, std::uint64_t index) override;
    void putInspection(const InspectionRow& row, const InspectionRow* before) override;
    void putFiles(std::uint64_t index, const std::vector<record::FileRef>& files) override;
    void putSite(std::string_view site, std::string_view name, std::uint64_t index) override;
    void putChecklist(const ChecklistRow& row) override;
    void putPublication(std::string_view type, std::string_view id, std::uint64_t index) override;
    void putRefused(std::string_view kid, std::uint64_t seq, const Sha256& hash, std::string_view code) override;
    void clearProjections() override;

  private:
    void run(SQLite::Statement& statement);
    std::int64_t authorId(std::string_view kid);
    void tally(std::int64_t author, const InspectionRow& row, int by);

    SQLite::Database& m_database;
    Statements m_statements;
    SqliteReader m_reader;
    std::unordered_map<std::string, std::int64_t> m_authors;  // kid → id; emptied with a transaction that failed
};

}  // namespace plumb::server
