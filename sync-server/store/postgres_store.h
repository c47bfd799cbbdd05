// The store on PostgreSQL 15: one connection for the writer, one for each reader. What a commit answered is where the
// server's settings say that it has to be (synchronous_commit, synchronous_standby_names): they are not touched here.
#pragma once

#include <chrono>
#include <memory>

#include "shared/base/result.h"
#include "sync-server/store/store.h"

namespace plumb::server {

struct PostgresPatience {
    // How long a call tries to reach a database that is away; and how long a commit tries to find out what became of
    // it: a fail-over takes about half a minute.
    std::chrono::milliseconds reach{5'000}, commit{60'000};
};

// Makes the tables where they are not there yet; several programs may do so at once. Errors: store_newer; bad_store
// where the address is none or the database cannot be reached.
Result<std::unique_ptr<Store>> openPostgresStore(const std::string& url, PostgresPatience patience = {});

// The same for a log that is being moved there: makes an empty database a store that nobody else opens before the move
// is over, or goes on with one. store_not_empty.
Result<std::unique_ptr<Store>> openArrivingStore(const std::string& url);

// Whether a store's name is an address of PostgreSQL; and what is wrong with one: a password has no place there.
bool isPostgresUrl(std::string_view name);
Result<void> checkPostgresUrl(const std::string& url);

}  // namespace plumb::server
