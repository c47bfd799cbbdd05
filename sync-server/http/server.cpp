#include "sync-server/http/server.h"

#include <malloc.h>
#include <spdlog/spdlog.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <csignal>
#include <set>

#include "sync-server/http/on_pool.h"
#include "sync-server/http/peer_count.h"
#include "sync-server/http/spare_descriptor.h"
#include "sync-server/http/tuning.h"

namespace plumb::server {
namespace {

using asio::ip::tcp;

constexpr auto kQuiet = asio::as_tuple(asio::use_awaitable);

}  // namespace

struct Server::Inside {
    Inside(ListenOptions given, std::optional<TlsContext> givenTls)
        : options(std::move(given)),
          tls(std::move(givenTls)),
          acceptor(context),
          signals(context, SIGTERM, SIGINT),
          hangups(context, SIGHUP),
          rate(options.rate),
          growth(context) {
        const tcp::endpoint endpoint(asio::ip::make_address(options.address), options.port);
        acceptor.open(endpoint.protocol());
        acceptor.set_option(tcp::acceptor::reuse_address(true));
        acceptor.bind(endpoint);
        acceptor.listen();
    }

    ListenOptions options;
    std::optional<TlsContext> tls;
    asio::io_context context{1};
    tcp::acceptor acceptor;
    // From the beginning: who is told that we listen may ask for the end at once.
    asio::signal_set signals, hangups;
    RateLimiter rate;
    Growth growth;
    SpareDescriptor spare;
    std::optional<PeerCount> peers;  // once it is known how many an address may have
    std::set<Connection*> connections;
    LoopContext* shared = nullptr;
    std::chrono::steady_clock::time_point graceEnds;

    asio::awaitable<void> acceptAll() {
        auto& services = shared->services;
        while (!shared->stopping) {
            auto [error, socket] = co_await acceptor.async_accept(kQuiet);
            if (error == asio::error::operation_aborted) co_return;
            if (error) {
                // Out of descriptors: those who are here go on, newcomers are told at once.
                if (spare.turnAway(acceptor.native_handle())) {
                    ++services.counts.turnedAway;
                    continue;
                }
                asio::steady_timer pause(context, kAcceptPause);
                co_await pause.async_wait(kQuiet);
                continue;
            }
            boost::system::error_code gone;
            const auto peer = peerGroup(socket.remote_endpoint(gone).address());
            if (gone) continue;
            if (connections.size() >= services.limits.connections || !peers->enter(peer)) {
                ++services.counts.turnedAway;
                continue;
            }
            asio::co_spawn(context, serve(std::move(socket), peer), asio::detached);
        }
    }

    asio::awaitable<void> serve(tcp::socket socket, std::string peer) {
        auto& counts = shared->services.counts;
        ++counts.connections;
        ++counts.open;
        try {
            const int descriptor = socket.native_handle();
            auto transport = tls ? tls->wrap(descriptor) : makePlainTransport(descriptor);
            Connection connection(std::move(socket), std::move(transport));
            connections.insert(&connection);
            try {
                co_await serveRequests(connection, *shared);
            } catch (const std::exception& broken) {
                spdlog::error("a connection ended badly: {}", broken.what());
            }
            connections.erase(&connection);
        } catch (const std::exception& broken) {
            spdlog::error("a connection could not be served: {}", broken.what());
        }
        --counts.open;
        peers->leave(peer);
        if (shared->stopping && connections.empty()) context.stop();
    }

    asio::awaitable<void> watchDeadlines() {
        asio::steady_timer timer(context);
        for (;;) {
            timer.expires_after(kRound);
            co_await timer.async_wait(kQuiet);
            const auto now = std::chrono::steady_clock::now();
            for (auto* connection : std::set<Connection*>(connections)) {
                if (shared->stopping && now > graceEnds)
                    connection->abort();
                else
                    connection->endIfLate(now);
            }
            if (shared->stopping && (connections.empty() || now > graceEnds + kRound * 4)) context.stop();
        }
    }

    asio::awaitable<void> sweepUploads() {
        asio::steady_timer timer(context);
        for (;;) {
            auto sweep = [this] {
                try {
                    shared->services.uploads.sweep();
                } catch (const std::exception& broken) {
                    spdlog::error("old uploads could not be removed: {}", broken.what());
                }
                return true;
            };
            co_await onPool(shared->workers, sweep);
            timer.expires_after(kSweep);
            co_await timer.async_wait(kQuiet);
        }
    }

    // What a burst needed is given back: the allocator would keep it for the next one.
    asio::awaitable<void> giveMemoryBack() {
        asio::steady_timer timer(context);
        for (;;) {
            timer.expires_after(kTrim);
            co_await timer.async_wait(kQuiet);
            auto trim = [] { return malloc_trim(0); };
            co_await onPool(shared->workers, trim);
        }
    }

    asio::awaitable<void> renewAtHangup() {
        for (;;) {
            const auto [error, number] = co_await hangups.async_wait(kQuiet);
            if (error) co_return;
            if (!tls || !options.renewTls) {
                spdlog::info("SIGHUP: there is no certificate to read anew");
                continue;
            }
            try {
                auto renewed = options.renewTls();
                if (renewed)
                    tls = std::move(*renewed);
                else
                    spdlog::error("the certificate stays the old one: {}", renewed.error().detail);
            } catch (const std::exception& broken) {  // the next one is heard, too
                spdlog::error("the certificate stays the old one: {}", broken.what());
            }
        }
    }

    void beginStop() {
        if (!shared || shared->stopping) return;
        spdlog::info("stopping: {} connections are open", connections.size());
        shared->stopping = true;
        graceEnds = std::chrono::steady_clock::now() + options.grace;
        boost::system::error_code ignored;
        acceptor.close(ignored);
        growth.announce();
        for (auto* connection : std::set<Connection*>(connections)) {
            if (connection->idle) connection->abort();
        }
        if (connections.empty()) context.stop();
    }
};

Server::Server(ListenOptions options, std::optional<TlsContext> tls)
    : m_inside(std::make_unique<Inside>(std::move(options), std::move(tls))) {}
Server::~Server() = default;

unsigned short Server::port() const {
    return m_inside->acceptor.local_endpoint().port();
}
void Server::announceGrowth() {
    m_inside->growth.announce();
}
void Server::stop() {
    asio::post(m_inside->context, [this] { m_inside->beginStop(); });
}

void Server::run(Services& services) {
    auto& inside = *m_inside;
    asio::thread_pool workers(inside.options.workers);
    LoopContext shared{services, workers, inside.growth, inside.rate, inside.options.deadlines};
    inside.shared = &shared;
    inside.peers.emplace(services.limits.connectionsPerPeer);
    inside.signals.async_wait([&inside](const boost::system::error_code& error, int) {
        if (!error) inside.beginStop();
    });
    asio::co_spawn(inside.context, inside.acceptAll(), asio::detached);
    asio::co_spawn(inside.context, inside.renewAtHangup(), asio::detached);
    asio::co_spawn(inside.context, inside.watchDeadlines(), asio::detached);
    asio::co_spawn(inside.context, inside.sweepUploads(), asio::detached);
    asio::co_spawn(inside.context, inside.giveMemoryBack(), asio::detached);
    inside.context.run();
    workers.join();
}

bool isLoopbackAddress(const std::string& address) {
    boost::system::error_code error;
    const auto parsed = asio::ip::make_address(address, error);
    return !error && parsed.is_loopback();
}

}  // namespace plumb::server
