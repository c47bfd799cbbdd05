// The store on PostgreSQL 15: one connection for the writer, one for each reader. What a commit answered is where the
// server's settings say that it has to be (synchronous_commit, synchronous_standby_names): they are not touched here.
#pragma once

#include <memory>

#include "sync-server/store/postgres_connection.h"
#include "sync-server/store/store.h"

namespace plumb::server {

struct PostgresOptions {
    PostgresPatience patience;
    // See PostgresConnection: of the writer's.
    PostgresConnection::OnSession onSession;
};

// Makes the tables where they are not there yet. Errors: store_newer; bad_store where the address is none or the
// database cannot be reached.
Result<std::unique_ptr<Store>> openPostgresStore(const std::string& url, PostgresOptions options = {});

}  // namespace plumb::server
