#include "sync-server/store/postgres_store.h"

#include <libpq-fe.h>

#include "sync-server/store/postgres_connection.h"
#include "sync-server/store/postgres_schema.h"

namespace plumb::server {
namespace {

struct OwnedReader final : private PostgresConnection, public StoreReader {
    OwnedReader(const std::string& url, PostgresPatience patience)
        : PostgresConnection(url, PostgresUse::read, patience), StoreReader(static_cast<PostgresConnection&>(*this)) {}
};

class PostgresStore final : public Store {
  public:
    PostgresStore(std::string url, PostgresPatience patience)
        : m_url(std::move(url)),
          m_patience(patience),
          m_connection(m_url, PostgresUse::log, patience),
          m_writer(m_connection) {}

    StoreWriter& writer() override { return m_writer; }
    std::unique_ptr<StoreReader> openReader() override { return std::make_unique<OwnedReader>(m_url, m_patience); }
    std::unique_ptr<sql::Connection> connect() override {
        return std::make_unique<PostgresConnection>(m_url, PostgresUse::side, m_patience);
    }
    // Waiting for its client between two statements of a transaction that wrote the sequencer's row; the next statement
    // of one that is awake comes in milliseconds.
    void endStanding() override {
        static constexpr const char* kSql =
            "SELECT pg_terminate_backend(a.pid) FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid WHERE "
            "l.relation = to_regclass('sequencer') AND l.mode = 'RowExclusiveLock' AND l.database = (SELECT oid FROM "
            "pg_database WHERE datname = current_database()) AND a.wait_event = 'ClientRead' AND a.query_start < now() "
            "- interval '3 seconds' AND a.pid <> pg_backend_pid()";
        const auto connection = connect();
        auto row = connection->use(kSql);
        while (row.step()) {
        }
    }
    std::unique_ptr<sql::Connection> connectBooks() override {
        return std::make_unique<PostgresConnection>(m_url, PostgresUse::books, m_patience);
    }

  private:
    std::string m_url;
    PostgresPatience m_patience;
    PostgresConnection m_connection;
    StoreWriter m_writer;
};

Result<std::unique_ptr<Store>> openWhere(Result<void> (*isGood)(sql::Connection&), const std::string& url,
                                         PostgresPatience patience) {
    if (auto good = checkPostgresUrl(url); !good) return fail(good.error());
    try {
        PostgresConnection first(url, PostgresUse::side, patience);
        if (auto good = isGood(first); !good) return fail(good.error());
        defineBooks(first);
        return std::make_unique<PostgresStore>(url, patience);
    } catch (const sql::Lost& lost) {
        return fail(ErrorKind::offline, "bad_store", lost.what());
    }
}

}  // namespace

Result<std::unique_ptr<Store>> openPostgresStore(const std::string& url, PostgresPatience patience) {
    return openWhere(&migratePostgres, url, patience);
}

Result<std::unique_ptr<Store>> openArrivingStore(const std::string& url) {
    return openWhere(&beginArrival, url, {});
}

bool isPostgresUrl(std::string_view name) {
    return name.starts_with("postgresql://") || name.starts_with("postgres://");
}

Result<void> checkPostgresUrl(const std::string& url) {
    char* said = nullptr;
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> parts(PQconninfoParse(url.c_str(), &said),
                                                                             &PQconninfoFree);
    const std::string why = said ? said : "";
    if (said) PQfreemem(said);
    if (!parts) return fail(ErrorKind::malformed, "bad_store", "the store's address cannot be read: " + why);
    for (const auto* part = parts.get(); part->keyword; ++part) {
        if (part->val && std::string_view(part->keyword) == "password")
            return fail(ErrorKind::malformed, "bad_store",
                        "a password has no place in the store's address, where ps and the folder show it; put it into "
                        "~/.pgpass or the file that PGPASSFILE names");
    }
    return {};
}

}  // namespace plumb::server
