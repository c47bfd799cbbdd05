// One session with a PostgreSQL server over libpq, in pipeline mode: commands are sent one behind the other, and what
// became of them is read at the next finish(). Values go and come in binary form. One thread at a time.
//
// Throws StoreFull where the server has no space (SQLSTATE 53…), sql::Lost where the session is gone, sql::Failed for
// everything else. Parameters of the connection are libpq's (address, PGPASSFILE, service files, several hosts).
#pragma once

#include <libpq-fe.h>

#include <array>
#include <chrono>
#include <memory>
#include <string>
#include <unordered_set>
#include <vector>

#include "sync-server/store/sql.h"

namespace plumb::server {

// Numbers of PostgreSQL's own types (server/catalog/pg_type_d.h, which says that they never change).
namespace oid {
constexpr Oid kBool = 16, kBytes = 17, kInteger64 = 20, kInteger16 = 21, kInteger32 = 23, kNumeric = 1700;
}

// A value for a parameter: 64 bits or bytes, which are borrowed until the command was sent.
struct PostgresValue {
    Oid type = oid::kBytes;
    std::string_view bytes;         // of kBytes
    std::array<char, 8> integer{};  // of kInteger64, the most significant byte first
    bool isNull = false;
};

using PostgresRows = std::unique_ptr<PGresult, decltype(&PQclear)>;

class PostgresLink {
  public:
    // Opens nothing yet.
    explicit PostgresLink(std::string url) : m_url(std::move(url)), m_connection(nullptr, &PQfinish) {}

    // Tries for so long. What was prepared in an earlier session is forgotten.
    void open(std::chrono::milliseconds patience);
    void close() noexcept;
    [[nodiscard]] bool isOpen() const { return m_connection && PQstatus(m_connection.get()) == CONNECTION_OK; }

    // A command; the text is prepared under `name` at its first use in a session, or for this time where that is empty.
    void send(const std::string& name, const std::string& text, const std::vector<PostgresValue>& values);
    void send(const char* text) { send({}, text, {}); }
    // Waits for all that was sent; what the last command gave. Throws the first failure among them: what was sent
    // behind it was not done.
    PostgresRows finish();
    [[nodiscard]] std::size_t waiting() const { return m_sent.size(); }
    // Whether the server has warned since that was last asked: of a commit, that it may not be where it has to be.
    bool warned() { return std::exchange(m_warned, false); }

    // SQLSTATE of what failed last; empty where that was the session.
    [[nodiscard]] const std::string& state() const { return m_state; }

    // Any number of statements, one behind the other.
    void script(const std::string& text);
    // Prepared statements go, since tables became others.
    void forgetPrepared();

  private:
    struct Sent {
        std::string prepares;  // the name, of a command that only prepares
    };
    [[noreturn]] void failed(const PGresult* result);
    void mustBeSent(int sent);

    std::string m_url;
    std::unique_ptr<PGconn, decltype(&PQfinish)> m_connection;
    std::vector<Sent> m_sent;
    std::unordered_set<std::string> m_prepared;  // in this session, also what was only sent
    std::string m_state;
    bool m_warned = false;
};

}  // namespace plumb::server
