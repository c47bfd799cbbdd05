#include "sync-server/store/postgres_store.h"

#include "sync-server/store/postgres_schema.h"

namespace plumb::server {
namespace {

struct OwnedReader final : private PostgresConnection, public StoreReader {
    OwnedReader(const std::string& url, PostgresPatience patience)
        : PostgresConnection(url, PostgresUse::read, patience), StoreReader(static_cast<PostgresConnection&>(*this)) {}
};

class PostgresStore final : public Store {
  public:
    PostgresStore(std::string url, const PostgresOptions& options)
        : m_url(std::move(url)),
          m_patience(options.patience),
          m_connection(m_url, PostgresUse::log, options.patience, options.onSession),
          m_writer(m_connection) {}

    StoreWriter& writer() override { return m_writer; }
    std::unique_ptr<StoreReader> openReader() override { return std::make_unique<OwnedReader>(m_url, m_patience); }
    std::unique_ptr<sql::Connection> connect() override {
        return std::make_unique<PostgresConnection>(m_url, PostgresUse::side, m_patience);
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

}  // namespace

Result<std::unique_ptr<Store>> openPostgresStore(const std::string& url, PostgresOptions options) {
    if (auto good = checkPostgresUrl(url); !good) return fail(good.error());
    try {
        PostgresConnection first(url, PostgresUse::side, options.patience);
        if (auto good = migratePostgres(first); !good) return fail(good.error());
        defineBooks(first);
    } catch (const sql::Lost& lost) {
        return fail(ErrorKind::offline, "bad_store", lost.what());
    }
    return std::make_unique<PostgresStore>(url, options);
}

}  // namespace plumb::server
