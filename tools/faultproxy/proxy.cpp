#include "tools/faultproxy/proxy.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/use_future.hpp>
#include <deque>
#include <thread>

#include "tools/faultproxy/fault_plan.h"

namespace plumb::fault {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using Steady = std::chrono::steady_clock;

constexpr auto kQuiet = asio::as_tuple(asio::use_awaitable);

// A slow link is read in pieces of a fiftieth of a second, so that it goes evenly; a fast one in larger ones.
constexpr std::size_t kLeastPiece = 256, kMostPiece = 16 * 1024;
// What may be under way in one direction before its sender has to wait.
constexpr std::size_t kMostUnderWay = 1 << 20;
// The kernel is to hold little of a slow link's bytes: what it holds has not gone over the link.
constexpr int kSlowBuffer = 16 * 1024;
constexpr std::uint64_t kSlowRate = 128 * 1024;

struct Address {
    std::string host, port;
};
Address addressOf(const std::string& text) {
    const auto colon = text.rfind(':');
    if (colon == std::string::npos || colon == 0 || colon + 1 == text.size())
        throw std::runtime_error("\"" + text + "\" is no address; say HOST:PORT, as in 127.0.0.1:8443");
    auto host = text.substr(0, colon);
    if (host.size() > 2 && host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
    return {std::move(host), text.substr(colon + 1)};
}

// On a busy machine timers are late: what a way of the link has missed since it may make up for, but no more than this.
constexpr std::chrono::milliseconds kCatchUp{200};

// What is on its way in one direction of one connection.
struct Piece {
    Steady::time_point at;  // when it arrives
    std::string bytes;      // none: the end of this direction
    std::size_t written = 0;
};

}  // namespace

struct Loop::Inside {
    asio::io_context context{1};
    asio::executor_work_guard<asio::io_context::executor_type> work{context.get_executor()};
    std::thread thread{[this] { context.run(); }};
};

Loop::Loop() : m_inside(std::make_unique<Inside>()) {}
Loop::~Loop() {
    m_inside->work.reset();
    m_inside->context.stop();
    m_inside->thread.join();
}

namespace {

struct Session {
    Session(asio::io_context& context, tcp::socket from)
        : client(std::move(from)),
          server(context),
          put{asio::steady_timer(context), asio::steady_timer(context)},
          taken{asio::steady_timer(context), asio::steady_timer(context)} {}

    tcp::socket client, server;
    FaultPlan::Passage passage;
    std::deque<Piece> queues[2];
    std::size_t underWay[2] = {0, 0};
    bool finished[2] = {false, false};
    // Cancelled whenever something was put into a queue, and taken from it.
    asio::steady_timer put[2], taken[2];
    bool ended = false;

    tcp::socket& source(Way way) { return way == Way::up ? client : server; }
    tcp::socket& sink(Way way) { return way == Way::up ? server : client; }

    // A reset takes back what has arrived and was not read yet, which no dead link does: whoever is behind the proxy is
    // left with what came, and an end.
    void end(bool reset) {
        if (ended) return;
        ended = true;
        boost::system::error_code ignored;
        if (reset) client.set_option(asio::socket_base::linger(true, 0), ignored);
        client.close(ignored);
        server.close(ignored);
        for (auto way : {0, 1}) put[way].cancel(), taken[way].cancel();
    }
};
using SessionPtr = std::shared_ptr<Session>;

asio::awaitable<void> until(asio::steady_timer& timer, Steady::time_point at) {
    timer.expires_at(at);
    co_await timer.async_wait(kQuiet);
}

}  // namespace

// Lives as long as the loop's thread has something to do for it; everything in it is that thread's.
struct Proxy::Inside : std::enable_shared_from_this<Proxy::Inside> {
    Inside(asio::io_context& given, const ProxyOptions& options)
        : context(given), to(addressOf(options.to)), acceptor(given), plan(options.script, options.seed) {
        const auto listen = addressOf(options.listen);
        boost::system::error_code error;
        const auto address = asio::ip::make_address(listen.host, error);
        std::uint16_t port = 0;
        const auto* end = listen.port.data() + listen.port.size();
        const auto read = std::from_chars(listen.port.data(), end, port);
        if (error || read.ec != std::errc() || read.ptr != end)
            throw std::runtime_error("\"" + options.listen + "\" is no address to listen at, as 127.0.0.1:0 is");
        const tcp::endpoint endpoint(address, port);
        acceptor.open(endpoint.protocol());
        acceptor.set_option(tcp::acceptor::reuse_address(true));
        acceptor.bind(endpoint, error);
        if (error) throw std::runtime_error("cannot listen at " + options.listen + ": " + error.message());
        acceptor.listen();
    }

    asio::awaitable<void> acceptAll() {
        const auto self = shared_from_this();
        while (!stopped) {
            auto [error, socket] = co_await acceptor.async_accept(kQuiet);
            if (error == asio::error::operation_aborted) co_return;
            if (error) {
                // Out of descriptors, say: those who are here go on.
                asio::steady_timer pause(context);
                co_await until(pause, Steady::now() + std::chrono::milliseconds(50));
                continue;
            }
            asio::co_spawn(context, serve(std::make_shared<Session>(context, std::move(socket))), asio::detached);
        }
    }

    asio::awaitable<void> serve(SessionPtr session) {
        const auto self = shared_from_this();
        ++counts.connections;
        std::erase_if(sessions, [](const auto& one) { return one.expired(); });
        sessions.push_back(session);
        prepare(session->client, Way::up);
        // TCP's own beginning takes a round trip before the first byte goes.
        if (const auto trip = plan.script().roundTrip(); trip.count() > 0) {
            asio::steady_timer pause(context);
            co_await until(pause, Steady::now() + trip);
        }
        tcp::resolver resolver(context);
        auto [error, found] = co_await resolver.async_resolve(to.host, to.port, kQuiet);
        if (!error && !session->ended) {
            const auto [failed, endpoint] = co_await asio::async_connect(session->server, found, kQuiet);
            error = failed;
        }
        if (error || session->ended || stopped) {
            session->end(true);
            co_return;
        }
        prepare(session->server, Way::down);
        for (const auto way : {Way::up, Way::down}) {
            asio::co_spawn(context, read(session, way), asio::detached);
            asio::co_spawn(context, write(session, way), asio::detached);
        }
    }

    void prepare(tcp::socket& socket, Way way) const {
        const auto rate = plan.script().lane(way).rate;
        boost::system::error_code ignored;
        socket.set_option(tcp::no_delay(true), ignored);
        socket.non_blocking(true, ignored);
        if (rate > 0 && rate < kSlowRate)
            socket.set_option(asio::socket_base::receive_buffer_size(kSlowBuffer), ignored);
    }

    [[nodiscard]] std::size_t piece(Way way) const {
        const auto rate = plan.script().lane(way).rate;
        if (rate == 0) return kMostPiece;
        return std::clamp<std::size_t>(static_cast<std::size_t>(rate / 50), kLeastPiece, kMostPiece);
    }

    asio::awaitable<void> read(SessionPtr session, Way way) {
        const auto self = shared_from_this();
        const auto lane = static_cast<std::size_t>(way);
        std::string buffer(kMostPiece, '\0');
        while (!session->ended) {
            while (session->underWay[lane] > kMostUnderWay && !session->ended)
                co_await until(session->taken[lane], Steady::time_point::max());
            if (session->ended) co_return;
            const auto [error, count] =
                co_await session->source(way).async_read_some(asio::buffer(buffer.data(), piece(way)), kQuiet);
            if (session->ended) co_return;
            if (error == asio::error::eof) {
                put(*session, way, {});
                co_return;
            }
            if (error) {
                session->end(true);
                co_return;
            }
            for (std::size_t at = 0; at < count;) {
                const auto step = plan.pass(way, session->passage, count - at);
                co_await cross(way, step.bytes);
                if (session->ended) co_return;
                std::string bytes = buffer.substr(at, step.bytes);
                at += step.bytes;
                if (!step.fault) {
                    put(*session, way, std::move(bytes));
                    continue;
                }
                co_await happen(*step.fault, session, way, std::move(bytes));
                if (session->ended) co_return;
                if (step.fault->kind == Fault::Kind::close) {
                    co_await drain(session, way);
                    co_return;
                }
            }
        }
    }

    // What is still sent this way goes nowhere. Unread it would reset the connection, and not half of it.
    asio::awaitable<void> drain(SessionPtr session, Way way) {
        std::string buffer(kMostPiece, '\0');
        boost::system::error_code error;
        while (!error && !session->ended) {
            const auto [now, count] = co_await session->source(way).async_read_some(asio::buffer(buffer), kQuiet);
            error = now;
        }
    }

    // Until the last of so many bytes has left, behind whatever else uses this way of the link.
    asio::awaitable<void> cross(Way way, std::size_t bytes) {
        const auto lane = static_cast<std::size_t>(way);
        (way == Way::up ? counts.up : counts.down) += bytes;
        auto& free = frees[lane];
        const auto now = Steady::now();
        if (const auto rate = plan.script().lane(way).rate; rate > 0)
            free = std::max(free, now - kCatchUp) + std::chrono::nanoseconds(bytes * 1'000'000'000 / rate);
        if (free <= now) co_return;
        asio::steady_timer timer(context);
        co_await until(timer, free);
    }

    asio::awaitable<void> happen(const Fault fault, SessionPtr session, Way way, std::string bytes) {
        const auto lane = static_cast<std::size_t>(way);
        switch (fault.kind) {
            case Fault::Kind::cut:
                ++counts.cut;
                arrive(*session, way, std::move(bytes));
                cutAll();
                co_return;
            case Fault::Kind::close:
                ++counts.closed;
                put(*session, way, std::move(bytes));
                put(*session, way, {});
                co_return;
            case Fault::Kind::stall: {
                ++counts.stalled;
                put(*session, way, std::move(bytes));
                frees[lane] = std::max(frees[lane], Steady::now()) + fault.stall;
                asio::steady_timer timer(context);
                co_await until(timer, frees[lane]);
                co_return;
            }
            case Fault::Kind::corrupt:
                ++counts.corrupted;
                bytes.back() = static_cast<char>(bytes.back() ^ 0x10);
                put(*session, way, std::move(bytes));
                co_return;
            case Fault::Kind::twice: {
                ++counts.doubled;
                auto again = bytes.substr(bytes.size() - std::min(bytes.size(), fault.bytes));
                put(*session, way, std::move(bytes));
                co_await cross(way, again.size());
                if (!session->ended) put(*session, way, std::move(again));
                co_return;
            }
        }
    }

    // When what was given to this way of the link last has left it; on a busy machine that may be a while ago.
    [[nodiscard]] Steady::time_point left(Way way) const {
        return plan.script().lane(way).rate > 0 ? frees[static_cast<std::size_t>(way)] : Steady::now();
    }

    // Before a cut: what the link carries at that moment is lost, and no more than that. What left earlier has arrived,
    // however large the pieces are in which it is read here.
    void arrive(Session& session, Way way, std::string bytes) {
        const auto& said = plan.script().lane(way);
        const auto carried = said.rate * static_cast<std::uint64_t>(said.delay.count()) / 1000;
        bytes.resize(bytes.size() - std::min<std::uint64_t>(bytes.size(), carried));
        const auto lane = static_cast<std::size_t>(way);
        session.underWay[lane] += bytes.size();
        if (!bytes.empty()) session.queues[lane].push_back({left(way), std::move(bytes)});
        flush(session, way, left(way));
    }

    // `bytes` none: the end of this direction.
    void put(Session& session, Way way, std::string bytes) {
        const auto lane = static_cast<std::size_t>(way);
        auto at = left(way) + plan.delay(way);
        // Nothing overtakes within a connection.
        if (!session.queues[lane].empty()) at = std::max(at, session.queues[lane].back().at);
        session.underWay[lane] += bytes.size();
        session.queues[lane].push_back({at, std::move(bytes)});
        session.put[lane].cancel();
    }

    // Writes what has arrived by `now`, as far as the other side takes it.
    enum class Flushed { all, full, ended };
    Flushed flush(Session& session, Way way, Steady::time_point now) {
        const auto lane = static_cast<std::size_t>(way);
        auto& queue = session.queues[lane];
        boost::system::error_code error;
        while (!queue.empty() && queue.front().at <= now) {
            auto& piece = queue.front();
            if (piece.bytes.empty()) {
                session.sink(way).shutdown(tcp::socket::shutdown_send, error);
                session.finished[lane] = true;
                if (session.finished[0] && session.finished[1]) session.end(false);
                return Flushed::ended;
            }
            const auto count = session.sink(way).write_some(
                asio::buffer(piece.bytes.data() + piece.written, piece.bytes.size() - piece.written), error);
            if (error == asio::error::would_block) return Flushed::full;
            if (error) {
                session.end(true);
                return Flushed::ended;
            }
            piece.written += count;
            session.underWay[lane] -= count;
            if (piece.written == piece.bytes.size()) queue.pop_front();
            session.taken[lane].cancel();
        }
        return Flushed::all;
    }

    asio::awaitable<void> write(SessionPtr session, Way way) {
        const auto self = shared_from_this();
        const auto lane = static_cast<std::size_t>(way);
        const auto& queue = session->queues[lane];
        asio::steady_timer arrival(context);
        while (!session->ended) {
            if (queue.empty()) {
                co_await until(session->put[lane], Steady::time_point::max());
                continue;
            }
            if (queue.front().at > Steady::now()) {
                co_await until(arrival, queue.front().at);
                continue;
            }
            const auto flushed = flush(*session, way, Steady::now());
            if (flushed == Flushed::ended) co_return;
            if (flushed == Flushed::full) co_await session->sink(way).async_wait(tcp::socket::wait_write, kQuiet);
        }
    }

    void cutAll() {
        for (const auto& one : sessions)
            if (const auto session = one.lock()) session->end(true);
        sessions.clear();
    }

    void stop() {
        stopped = true;
        boost::system::error_code ignored;
        acceptor.close(ignored);
        cutAll();
    }

    // Runs it on the loop's thread and gives its answer.
    template <class F>
    auto ask(F f) {
        return asio::post(context, asio::use_future(std::move(f))).get();
    }

    asio::io_context& context;
    Address to;
    tcp::acceptor acceptor;
    FaultPlan plan;
    LinkCounts counts;
    std::vector<std::weak_ptr<Session>> sessions;
    Steady::time_point frees[2] = {};  // when the last byte that was given to each way has left
    bool stopped = false;
};

Proxy::Proxy(Loop& loop, ProxyOptions options)
    : m_loop(loop), m_inside(std::make_shared<Inside>(loop.m_inside->context, options)) {
    asio::co_spawn(m_loop.m_inside->context, m_inside->acceptAll(), asio::detached);
}

Proxy::~Proxy() {
    m_inside->ask([this] { m_inside->stop(); });
}

unsigned short Proxy::port() const {
    return m_inside->acceptor.local_endpoint().port();
}

void Proxy::setScript(Script script, std::uint64_t seed) {
    m_inside->ask([&] {
        m_inside->plan = FaultPlan(std::move(script), seed);
        for (const auto& one : m_inside->sessions)
            if (const auto session = one.lock()) session->passage = {};
    });
}

LinkCounts Proxy::counts() const {
    return m_inside->ask([this] { return m_inside->counts; });
}

}  // namespace plumb::fault
