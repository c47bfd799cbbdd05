#include "sync-server/http/request_loop.h"

#include <spdlog/spdlog.h>

#include <boost/beast/http/status.hpp>

#include "sync-server/http/admit.h"
#include "sync-server/http/on_pool.h"
#include "sync-server/http/problem.h"
#include "sync-server/http/request_reader.h"
#include "sync-server/http/respond.h"
#include "sync-server/http/tuning.h"

namespace plumb::server {
namespace {

bool hasBody(const Response& response) {
    return response.status >= 200 && response.status != 204 && response.status != 304;
}

std::string headOf(const Response& response, bool keepAlive, TimePoint now) {
    const auto reason = boost::beast::http::obsolete_reason(static_cast<boost::beast::http::status>(response.status));
    std::string out;
    out.reserve(512);
    out.append("HTTP/1.1 ").append(std::to_string(response.status)).append(1, ' ').append(reason.data(), reason.size());
    out.append("\r\n");
    for (const auto& [name, value] : response.headers) out.append(name).append(": ").append(value).append("\r\n");
    if (response.header("X-Content-Type-Options").empty()) out.append("X-Content-Type-Options: nosniff\r\n");
    const std::uint64_t size = response.file ? response.file->size : response.body.size();
    if (hasBody(response) && response.source)
        out.append("Transfer-Encoding: chunked\r\n");
    else if (hasBody(response))
        out.append("Content-Length: ").append(std::to_string(size)).append("\r\n");
    out.append("Date: ").append(httpDate(now)).append("\r\n");
    if (!keepAlive) out.append("Connection: close\r\n");
    return out.append("\r\n");
}

class RequestLoop {
  public:
    RequestLoop(Connection& connection, LoopContext& shared)
        : m_connection(connection),
          m_shared(shared),
          m_services(shared.services),
          m_reader(connection, shared.deadlines, shared.services) {}

    asio::awaitable<void> run() {
        m_connection.setDeadline(m_shared.deadlines.handshake);
        const bool ready = co_await m_connection.handshake();
        if (!ready) co_return;
        while (!m_shared.stopping) {
            m_connection.setDeadline(m_shared.deadlines.idle);
            m_connection.idle = true;
            m_reader.rest();
            if (!m_reader.hasInput()) {
                const bool more = co_await m_connection.readable();
                if (!more) co_return;
            }
            m_connection.idle = false;
            const bool goOn = co_await serveOne();
            if (!goOn) break;
        }
        m_connection.goodbye();
    }

  private:
    // Whether the connection can carry another request.
    asio::awaitable<bool> serveOne() {
        Request request;
        Error wrong;
        m_keepAlive = false;
        m_headOnly = false;
        if (!co_await m_reader.readHead(request, wrong)) {
            if (!wrong.code.empty()) co_await refuse(problem(wrong));
            co_return false;
        }
        m_headOnly = request.method == Method::head;
        m_keepAlive = m_reader.keepAlive();
        const bool bodyComes = m_reader.bodyComes();
        auto admission = admitAtRate(request);
        if (!admission.route) {
            if (bodyComes) co_return co_await refuse(std::move(admission.refusal));
            co_return co_await send(admission.refusal);
        }
        if (bodyComes && request.header("expect") == "100-continue") {
            const bool told = co_await m_connection.write("HTTP/1.1 100 Continue\r\n\r\n");
            if (!told) co_return false;
        }
        if (admission.route->open) co_return co_await stream(request, *admission.route);
        if (bodyComes) {
            if (!request.caller && !request.frontEnd) m_reader.limitBody(m_shared.deadlines.openBody);
            const bool whole = co_await m_reader.readBody(request, admission.bodyLimit, wrong);
            if (!whole && !wrong.code.empty()) {
                auto refusal = problem(wrong);
                if (wrong.code == "busy") refusal.with("Retry-After", "5");
                co_await refuse(std::move(refusal));
            }
            if (!whole) co_return false;
        }
        co_return co_await answer(request, *admission.route);
    }

    Admission admitAtRate(Request& request) {
        auto admission = admit(request, m_reader.contentLength(), m_services);
        const bool known = request.caller.has_value() || request.frontEnd;
        if (!known && !m_shared.rate.allow(m_connection.peer(), std::chrono::steady_clock::now())) {
            admission.route = nullptr;
            admission.refusal =
                problem({ErrorKind::refused, "too_many_calls",
                         "too many calls without a token from this address; wait a little and try again"});
            admission.refusal.with("Retry-After", "5");
        }
        return admission;
    }

    asio::awaitable<bool> answer(Request& request, const Route& route) {
        const auto began = std::chrono::steady_clock::now();
        for (;;) {
            // Read before the handler looks at the log: what grows meanwhile is not missed.
            const auto version = m_shared.growth.version();
            m_connection.setDeadline(kHandlerTime);
            auto work = [&] { return respond(request, route, m_services); };
            const auto response = co_await onPool(m_shared.workers, work);
            std::chrono::milliseconds left{0};
            if (response.wait && !m_shared.stopping) {
                left = std::chrono::duration_cast<std::chrono::milliseconds>(began + *response.wait -
                                                                             std::chrono::steady_clock::now());
            }
            if (left.count() <= 0) {
                // The body has served; a slow reader of the answer must not hold it.
                std::string().swap(request.body);
                request.room.release();
                if (response.source && !m_headOnly) co_return co_await sendMade(response, route);
                co_return co_await send(response);
            }
            co_await m_shared.growth.wait(version, left);
            if (const auto still = renewCaller(request, m_services); !still)
                co_return co_await send(problem(still.error()));
        }
    }

    asio::awaitable<bool> stream(Request& request, const Route& route) {
        auto open = [&] { return openSink(request, route, m_services); };
        auto opened = co_await onPool(m_shared.workers, open);
        if (!opened.sink) co_return co_await refuse(std::move(opened.refusal));
        const auto sink = opened.sink;
        std::string piece;
        for (;;) {
            const bool came = co_await m_reader.readPiece(piece);
            if (!came) {
                auto cut = [&] { return cutSink(*sink, route); };
                co_await onPool(m_shared.workers, cut);
                co_return false;
            }
            if (piece.empty()) break;
            m_connection.setDeadline(kHandlerTime);
            auto append = [&] { return appendTo(*sink, asBytes(piece), route); };
            auto refusal = co_await onPool(m_shared.workers, append);
            if (refusal) co_return co_await refuse(std::move(*refusal));
        }
        m_connection.setDeadline(kHandlerTime);
        auto finish = [&] { return finishSink(*sink, route); };
        const auto response = co_await onPool(m_shared.workers, finish);
        co_return co_await send(response);
    }

    // An answer that is made while it is sent, each piece when the one before has gone. Nothing is said before
    // something is there: what breaks until then is told as with any other call. What breaks later ends the connection
    // without the last chunk, so that nobody takes a part for the whole.
    asio::awaitable<bool> sendMade(const Response& response, const Route& route) {
        std::string piece;
        bool begun = false, more = true;
        while (more) {
            piece.clear();
            m_connection.setDeadline(kHandlerTime);
            auto pull = [&] { return pullFrom(*response.source, piece, route); };
            const auto pulled = co_await onPool(m_shared.workers, pull);
            if (pulled.refusal && !begun) co_return co_await send(*pulled.refusal);
            if (pulled.refusal) co_return false;
            more = pulled.more;
            if (m_connection.peerGone()) co_return false;
            if (piece.empty() && more) continue;
            if (!begun) {
                begun = true;
                countAnswer(response);
                m_connection.setDeadline(m_shared.deadlines.write);
                const auto head = headOf(response, m_keepAlive && !m_shared.stopping, m_services.clock().utc);
                const bool told = co_await m_connection.write(head);
                if (!told) co_return false;
            }
            const bool sent = co_await sendChunk(piece, !more);
            if (!sent) co_return false;
        }
        co_return m_keepAlive && !m_shared.stopping;
    }

    asio::awaitable<bool> sendChunk(const std::string& piece, bool last) {
        char size[20];
        std::snprintf(size, sizeof size, "%zx\r\n", piece.size());
        std::string out;
        out.reserve(piece.size() + sizeof size + 8);
        if (!piece.empty()) out.append(size).append(piece).append("\r\n");
        if (last) out.append("0\r\n\r\n");
        m_connection.setDeadline(m_shared.deadlines.write);
        m_services.counts.bytesOut += piece.size();
        co_return co_await m_connection.write(out);
    }

    asio::awaitable<bool> send(const Response& response) {
        m_connection.setDeadline(m_shared.deadlines.write);
        countAnswer(response);
        const bool keepAlive = m_keepAlive && !m_shared.stopping;
        const bool body = hasBody(response) && !m_headOnly;
        std::string out = headOf(response, keepAlive, m_services.clock().utc);
        if (body && !response.file) {
            out += response.body;
            m_services.counts.bytesOut += response.body.size();
        }
        const bool sent = co_await m_connection.write(out);
        if (!sent) co_return false;
        if (body && response.file) {
            const bool whole = co_await sendFile(*response.file);
            if (!whole) co_return false;
        }
        co_return keepAlive;
    }

    void countAnswer(const Response& response) {
        ++m_services.counts.requests;
        const int statusClass = response.status / 100;
        if (statusClass >= 1 && statusClass <= 5) ++m_services.counts.byClass[statusClass];
    }

    asio::awaitable<bool> sendFile(const FileBody& body) {
        std::string piece;
        for (std::uint64_t at = 0; at < body.size;) {
            auto read = [&] {
                piece.resize(std::min<std::uint64_t>(kFilePiece, body.size - at));
                return body.file->read(body.from + at, {reinterpret_cast<std::uint8_t*>(piece.data()), piece.size()});
            };
            const auto got = co_await onPool(m_shared.workers, read);
            if (got == 0) co_return false;
            m_connection.setDeadline(m_shared.deadlines.write);
            const bool sent = co_await m_connection.write(std::string_view(piece).substr(0, got));
            if (!sent) co_return false;
            m_services.counts.bytesOut += got;
            at += got;
        }
        co_return true;
    }

    // An answer while the body is still coming: said, then what comes is read away for a moment, then the end.
    asio::awaitable<bool> refuse(Response response) {
        m_keepAlive = false;
        m_reader.forget();
        co_await send(response);
        m_connection.goodbye();
        m_connection.setDeadline(kLingerTime);
        std::string away(kLingerPiece, '\0');
        for (std::size_t read = 0; read < kLinger;) {
            const auto got = co_await m_connection.read({reinterpret_cast<std::uint8_t*>(away.data()), away.size()});
            if (got == 0) break;
            read += got;
        }
        co_return false;
    }

    Connection& m_connection;
    LoopContext& m_shared;
    Services& m_services;
    RequestReader m_reader;
    bool m_keepAlive = false;
    bool m_headOnly = false;
};

}  // namespace

asio::awaitable<void> serveRequests(Connection& connection, LoopContext& shared) {
    RequestLoop session(connection, shared);
    co_await session.run();
}

}  // namespace plumb::server
