// The SQL port on PostgreSQL. {text} and {bytes} are both bytea: PostgreSQL's own text refuses zeros and what is no
// UTF-8, which authors may write, and orders by a locale. {integer} is bigint.
//
// A statement that is ordered, and limited by no written number, is read through a cursor where it has many rows, a
// piece at a time, since its reader may have enough after few of them; what others run meanwhile sees the same state of
// the database. Every other statement's rows are taken whole. Within a transaction, statements that give no rows are
// sent without waiting for each.
//
// A session that is lost ends its transaction (sql::Lost). Outside of one the next call opens another, and reads are
// tried again at once. A commit whose answer never came is asked about in the next session (PostgresUse::log): the
// transaction leaves a number in the table `commits`, in a row of this connection's own, and that is believed only when
// a further commit has gone where the database keeps its copies.
#pragma once

#include <list>

#include "sync-server/store/postgres_link.h"
#include "sync-server/store/postgres_store.h"

namespace plumb::server {

enum class PostgresUse {
    log,    // writes the log: finds out what became of its commits. REQUIRES: the schema is there.
    side,   // writes something else, or the schema
    books,  // writes what is not the log's, in a schema beside the log's (see defineBooks)
    read,   // writes nothing
};

class PostgresStatement;

class PostgresConnection : public sql::Connection {
  public:
    // Opens a session: throws Lost where the database cannot be reached.
    PostgresConnection(std::string url, PostgresUse use, PostgresPatience patience = {});
    ~PostgresConnection() override;

    [[nodiscard]] std::unique_ptr<sql::Statement> prepare(std::string_view text) override;
    void define(std::string_view script) override;
    void begin() override;
    void commit() override;
    void rollback() noexcept override;
    void beginReading() override;
    void endReading() noexcept override { rollback(); }

  private:
    friend class PostgresStatement;
    enum class State {
        idle,
        writing,  // between begin() and commit()
        reading,  // between beginReading() and endReading()
        looking,  // as long as a cursor is open outside of both
    };

    void open(std::chrono::milliseconds patience);
    void reach();
    void settle();
    void endLooking();
    void drainCursors();
    void dropCursors() noexcept;

    PostgresLink m_link;
    PostgresUse m_use;
    PostgresPatience m_patience;
    State m_state = State::idle;
    std::list<PostgresStatement*> m_cursors;
    std::uint64_t m_names = 0;    // of statements and cursors
    Bytes m_mark;                 // this connection's row in `commits`
    std::uint64_t m_commits = 0;  // the number of the transaction at hand
    std::optional<std::uint64_t> m_unsettled, m_settled;
};

// Makes tables that several programs share (CREATE … IF NOT EXISTS) while others may be doing the same.
void defineOnce(sql::Connection& connection, std::string_view script);

// Makes the schema for connections of PostgresUse::books: that of the log, which the address may name as search_path,
// with "_books" behind it. Names of tables there may be those of projections.
void defineBooks(sql::Connection& connection);

}  // namespace plumb::server
