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

Result<std::unique_ptr<Store>> openPostgresStore(const std::string& url, PostgresPatience patience) {
    if (auto good = checkPostgresUrl(url); !good) return fail(good.error());
    try {
        PostgresConnection first(url, PostgresUse::side, patience);
        if (auto good = migratePostgres(first); !good) return fail(good.error());
        defineBooks(first);
    } catch (const sql::Lost& lost) {
        return fail(ErrorKind::offline, "bad_store", lost.what());
    }
    return std::make_unique<PostgresStore>(url, patience);
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
