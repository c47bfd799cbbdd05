// A statement of a PostgresConnection; see there.
#pragma once

#include "sync-server/store/postgres_connection.h"

namespace plumb::server {

class PostgresStatement final : public sql::Statement {
  public:
    // The connection outlives this.
    PostgresStatement(PostgresConnection& connection, std::string name, std::string_view text);
    ~PostgresStatement() override { reset(); }

    void bindInteger(int at, std::int64_t value) override;
    void bindText(int at, std::string_view value) override { place(at) = {oid::kBytes, value, {}, false}; }
    void bindBytes(int at, ByteView value) override {
        bindText(at, {reinterpret_cast<const char*>(value.data()), value.size()});
    }
    void bindNull(int at) override { place(at) = {oid::kBytes, {}, {}, true}; }

    bool step() override;
    void reset() noexcept override;

    int columns() override;
    Type type(int column) override;
    std::int64_t integer(int column) override;
    std::string_view view(int column) override;

  private:
    friend class PostgresConnection;
    enum class Kind {
        whole,   // its rows are taken at once
        cursor,  // a piece at a time
        silent,  // gives no rows
    };
    static Kind kindOf(std::string_view text);

    PostgresValue& place(int at);
    void run();
    void execute();
    void openCursor();
    void fetch();
    void closeCursor();
    void take(PostgresRows rows);
    // All rows that are still to come, into memory; its cursor is closed.
    void drain();
    // Its transaction is over.
    void drop() noexcept;

    PostgresConnection& m_connection;
    std::string m_name, m_text;
    Kind m_kind;
    std::vector<PostgresValue> m_values;
    bool m_isRun = false, m_isLost = false;
    std::list<PostgresRows> m_pieces;  // the first one has the row at hand
    int m_row = -1;
    std::string m_cursor;  // its name, as long as it is open
    int m_asked = 0;       // rows of the next piece
};

}  // namespace plumb::server
