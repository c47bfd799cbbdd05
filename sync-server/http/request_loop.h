// One connection's life: handshake, then requests one after the other, each with its limits and deadlines. Runs as a
// coroutine on the network's thread; handlers run on the workers.
#pragma once

#include <boost/asio/thread_pool.hpp>

#include "sync-server/auth/rate.h"
#include "sync-server/http/connection.h"
#include "sync-server/http/deadlines.h"
#include "sync-server/http/growth.h"
#include "sync-server/http/services.h"

namespace plumb::server {

// What all connections share. Borrowed; owned by the server.
struct LoopContext {
    Services& services;
    asio::thread_pool& workers;
    Growth& growth;
    RateLimiter& rate;
    Deadlines deadlines;
    bool stopping = false;
};

asio::awaitable<void> serveRequests(Connection& connection, LoopContext& shared);

}  // namespace plumb::server
