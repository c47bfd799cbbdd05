#include "sync-server/http/session.h"

#include <spdlog/spdlog.h>

#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>

#include "sync-server/http/admit.h"
#include "sync-server/http/encoding.h"
#include "sync-server/http/on_pool.h"
#include "sync-server/http/problem.h"
#include "sync-server/http/respond.h"

namespace plumb::server {
namespace {

namespace http = boost::beast::http;
using Parser = http::request_parser<http::buffer_body>;

constexpr std::size_t kReadPiece = 32 * 1024;
constexpr std::size_t kFilePiece = 256 * 1024;
// How much of a refused body is still read, so that the refusal reaches its sender before the connection ends.
constexpr std::size_t kLinger = 1024 * 1024;
constexpr std::chrono::seconds kLingerTime{2};

Method methodOf(http::verb verb) {
    switch (verb) {
        case http::verb::get: return Method::get;
        case http::verb::head: return Method::head;
        case http::verb::post: return Method::post;
        case http::verb::patch: return Method::patch;
        case http::verb::options: return Method::options;
        default: return Method::other;
    }
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
}

bool hasBody(const Response& response) { return response.status >= 200 && response.status != 204 && response.status != 304; }

std::string headOf(const Response& response, bool keepAlive, TimePoint now) {
    std::string out;
    out.reserve(512);
    out.append("HTTP/1.1 ").append(std::to_string(response.status)).append(1, ' ');
    out.append(std::string_view(http::obsolete_reason(static_cast<http::status>(response.status)))).append("\r\n");
    for (const auto& [name, value] : response.headers) out.append(name).append(": ").append(value).append("\r\n");
    if (response.header("X-Content-Type-Options").empty()) out.append("X-Content-Type-Options: nosniff\r\n");
    const std::uint64_t size = response.file ? response.file->size : response.body.size();
    if (hasBody(response)) out.append("Content-Length: ").append(std::to_string(size)).append("\r\n");
    out.append("Date: ").append(httpDate(now)).append("\r\n");
    if (!keepAlive) out.append("Connection: close\r\n");
    return out.append("\r\n");
}

class Session {
  public:
    Session(Connection& connection, SessionShared& shared) : m_connection(connection), m_shared(shared), m_services(shared.services) {}

    asio::awaitable<void> run() {
        m_connection.setDeadline(m_shared.deadlines.handshake);
        if (!co_await m_connection.handshake()) co_return;
        while (!m_shared.stopping) {
            m_connection.setDeadline(m_shared.deadlines.idle);
            m_connection.idle = true;
            if (m_in.empty()) {
                const bool more = co_await m_connection.readable();
                if (!more) co_return;
            }
            m_connection.idle = false;
            if (!co_await serveOne()) break;
        }
        m_connection.goodbye();
    }

  private:
    // Whether the connection can carry another request.
    asio::awaitable<bool> serveOne() {
        Parser parser;
        parser.header_limit(static_cast<std::uint32_t>(m_services.limits.header));
        parser.body_limit(boost::none);
        m_connection.setDeadline(m_shared.deadlines.head);
        Error wrong;
        if (!co_await readHead(parser, wrong)) {
            if (!wrong.code.empty()) co_await refuse(problem(wrong), false);
            co_return false;
        }
        Request request;
        if (auto good = takeHead(parser, request); !good) {
            co_await refuse(problem(good.error()), false);
            co_return false;
        }
        const bool headOnly = request.method == Method::head;
        const bool bodyComes = parser.chunked() || parser.content_length_remaining().value_or(0) > 0;
        m_keepAlive = parser.keep_alive() && !m_shared.stopping;
        const std::optional<std::uint64_t> length =
            parser.content_length() ? std::optional<std::uint64_t>(*parser.content_length()) : std::nullopt;
        auto admission = admit(request, length, m_services);
        const bool open = !request.caller;
        if (open && !m_shared.rate.allow(m_connection.peer(), std::chrono::steady_clock::now())) {
            admission.route = nullptr;
            admission.refusal = problem({ErrorKind::refused, "too_many_calls", "too many calls without a token from this address; wait a little"});
            admission.refusal.with("Retry-After", "5");
        }
        if (!admission.route) {
            if (bodyComes) co_return co_await refuse(std::move(admission.refusal), headOnly);
            co_return co_await send(admission.refusal, headOnly);
        }
        if (bodyComes && lower(request.header("expect")) == "100-continue") {
            if (!co_await m_connection.write("HTTP/1.1 100 Continue\r\n\r\n")) co_return false;
        }
        if (admission.route->body == BodySize::streamed) co_return co_await stream(parser, request, *admission.route);
        // GCC 12 destroys the awaitable of a co_await that && skipped: conditions with one stand alone.
        if (bodyComes) {
            const bool whole = co_await readBody(parser, request, admission.bodyLimit, wrong);
            if (!whole && !wrong.code.empty()) co_await refuse(problem(wrong), headOnly);
            if (!whole) co_return false;
        }
        co_return co_await answer(request, *admission.route, headOnly);
    }

    asio::awaitable<bool> fill() {
        const std::size_t had = m_in.size();
        m_in.resize(had + kReadPiece);
        const auto got = co_await m_connection.read({reinterpret_cast<std::uint8_t*>(m_in.data()) + had, kReadPiece});
        m_in.resize(had + got);
        co_return got > 0;
    }

    asio::awaitable<bool> readHead(Parser& parser, Error& wrong) {
        for (;;) {
            if (!m_in.empty()) {
                boost::system::error_code error;
                const auto used = parser.put(asio::buffer(m_in), error);
                m_in.erase(0, used);
                if (parser.is_header_done()) co_return true;
                if (error == http::error::header_limit) {
                    wrong = {ErrorKind::tooLarge, "header_too_large", "the header has more than " + std::to_string(m_services.limits.header) + " bytes"};
                    co_return false;
                }
                if (error && error != http::error::need_more) {
                    wrong = {ErrorKind::malformed, "bad_request", "this is no HTTP/1.1 request: " + error.message()};
                    co_return false;
                }
            }
            if (!co_await fill()) co_return false;
        }
    }

    Result<void> takeHead(Parser& parser, Request& request) {
        const auto& head = parser.get();
        request.method = methodOf(head.method());
        request.peer = m_connection.peer();
        request.loopback = m_connection.loopback();
        for (const auto& field : head) {
            request.headers.emplace_back(lower(std::string_view(field.name_string().data(), field.name_string().size())),
                                         std::string(field.value().data(), field.value().size()));
        }
        const auto target = head.target();
        if (target.empty() || target[0] != '/') return fail(ErrorKind::malformed, "bad_request", "the request's target must begin with '/'");
        return readTarget(std::string_view(target.data(), target.size()), request);
    }

    // The next piece of the body into `piece`; its size in `got`, 0 at the end. False where the connection or the form broke.
    asio::awaitable<bool> readPiece(Parser& parser, std::string& piece, std::size_t& got) {
        got = 0;
        parser.eager(true);
        while (!parser.is_done()) {
            if (m_in.empty()) {
                m_connection.setDeadline(m_shared.deadlines.bodyPiece);
                if (!co_await fill()) co_return false;
            }
            piece.resize(m_in.size());
            auto& body = parser.get().body();
            body.data = piece.data();
            body.size = piece.size();
            body.more = true;
            boost::system::error_code error;
            const auto used = parser.put(asio::buffer(m_in), error);
            got = piece.size() - body.size;
            m_in.erase(0, used);
            m_services.counts.bytesIn += got;
            if (error && error != http::error::need_more && error != http::error::need_buffer) co_return false;
            if (got > 0) co_return true;
            // Between two chunks' heads: more must come.
            if (used == 0 && !parser.is_done()) {
                const bool came = co_await fill();
                if (!came) co_return false;
            }
        }
        co_return true;
    }

    asio::awaitable<bool> readBody(Parser& parser, Request& request, std::size_t limit, Error& wrong) {
        if (const auto length = parser.content_length()) request.body.reserve(*length);
        std::string piece;
        for (;;) {
            std::size_t got = 0;
            if (!co_await readPiece(parser, piece, got)) co_return false;
            if (got == 0) co_return true;
            if (request.body.size() + got > limit) {
                wrong = {ErrorKind::tooLarge, "body_too_large", "this call takes a body of at most " + std::to_string(limit) + " bytes"};
                co_return false;
            }
            request.body.append(piece, 0, got);
        }
    }

    asio::awaitable<bool> answer(Request& request, const Route& route, bool headOnly) {
        const auto until = std::chrono::steady_clock::now();
        std::optional<std::chrono::steady_clock::time_point> deadline;
        for (;;) {
            const auto version = m_shared.growth.version();
            // The connection may not be ended for lateness while its own handler works.
            m_connection.setDeadline(std::chrono::hours(1));
            auto work = [&] { return respond(request, route, m_services); };
            auto response = co_await onPool(m_shared.workers, work);
            if (!response.wait || m_shared.stopping) co_return co_await send(response, headOnly);
            if (!deadline) deadline = until + *response.wait;
            const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(*deadline - std::chrono::steady_clock::now());
            if (left.count() <= 0) co_return co_await send(response, headOnly);
            co_await m_shared.growth.wait(version, left);
        }
    }

    asio::awaitable<bool> stream(Parser& parser, Request& request, const Route& route) {
        auto open = [&]() -> Result<std::shared_ptr<BodySink>> {
            try {
                auto sink = route.open(request, m_services);
                if (!sink) return fail(sink.error());
                return std::shared_ptr<BodySink>(std::move(*sink));
            } catch (const std::exception& broken) {
                spdlog::error("{}: {}", route.pattern, broken.what());
                return fail(ErrorKind::broken, "internal", "the server failed at this call; its log says why");
            }
        };
        auto opened = co_await onPool(m_shared.workers, open);
        if (!opened) co_return co_await refuse(tusRefusal(opened.error()), false);
        const auto sink = *opened;
        std::string piece;
        for (;;) {
            std::size_t got = 0;
            const bool came = co_await readPiece(parser, piece, got);
            if (!came) {
                auto cut = [&] {
                    sink->cut();
                    return true;
                };
                co_await onPool(m_shared.workers, cut);
                co_return false;
            }
            if (got == 0) break;
            auto append = [&] { return sink->append(ByteView(reinterpret_cast<const std::uint8_t*>(piece.data()), got)); };
            const auto good = co_await onPool(m_shared.workers, append);
            if (!good) co_return co_await refuse(tusRefusal(good.error()), false);
        }
        m_connection.setDeadline(std::chrono::hours(1));
        auto finish = [&] { return sink->finish(); };
        const auto response = co_await onPool(m_shared.workers, finish);
        co_return co_await send(response, false);
    }

    static Response tusRefusal(const Error& error) {
        auto response = problem(error);
        response.with("Tus-Resumable", "1.0.0");
        if (error.code == "tus_version") response.with("Tus-Version", "1.0.0");
        return response;
    }

    asio::awaitable<bool> send(const Response& response, bool headOnly) {
        m_connection.setDeadline(m_shared.deadlines.write);
        ++m_services.counts.requests;
        const int statusClass = response.status / 100;
        if (statusClass >= 1 && statusClass <= 5) ++m_services.counts.byClass[statusClass];
        const bool keepAlive = m_keepAlive && !m_shared.stopping;
        std::string out = headOf(response, keepAlive, m_services.clock().utc);
        const bool body = hasBody(response) && !headOnly;
        if (body && !response.file) {
            out += response.body;
            m_services.counts.bytesOut += response.body.size();
        }
        if (!co_await m_connection.write(out)) co_return false;
        if (body && response.file) {
            const bool sent = co_await sendFile(*response.file);
            if (!sent) co_return false;
        }
        co_return keepAlive;
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
            if (!co_await m_connection.write(std::string_view(piece).substr(0, got))) co_return false;
            m_services.counts.bytesOut += got;
            at += got;
        }
        co_return true;
    }

    // An answer while the body is still coming: said, then what comes is read away for a moment, then the end.
    asio::awaitable<bool> refuse(Response response, bool headOnly) {
        m_keepAlive = false;
        if (!co_await send(response, headOnly)) {
            m_connection.setDeadline(kLingerTime);
            std::string away(kReadPiece, '\0');
            for (std::size_t read = 0; read < kLinger;) {
                const auto got = co_await m_connection.read({reinterpret_cast<std::uint8_t*>(away.data()), away.size()});
                if (got == 0) break;
                read += got;
            }
        }
        co_return false;
    }

    Connection& m_connection;
    SessionShared& m_shared;
    Services& m_services;
    std::string m_in;  // read, not yet understood
    bool m_keepAlive = true;
};

}  // namespace

asio::awaitable<void> runSession(Connection& connection, SessionShared& shared) {
    Session session(connection, shared);
    co_await session.run();
}

}  // namespace plumb::server
