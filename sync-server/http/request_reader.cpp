#include "sync-server/http/request_reader.h"

#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <limits>

#include "sync-server/http/head_rules.h"
#include "sync-server/http/tuning.h"

namespace plumb::server {
namespace {

namespace http = boost::beast::http;

Method methodOf(http::verb verb) {
    switch (verb) {
        case http::verb::get:
            return Method::get;
        case http::verb::head:
            return Method::head;
        case http::verb::post:
            return Method::post;
        case http::verb::patch:
            return Method::patch;
        case http::verb::delete_:
            return Method::remove;
        case http::verb::options:
            return Method::options;
        default:
            return Method::other;
    }
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
}

}  // namespace

struct RequestReader::Parsing {
    http::request_parser<http::buffer_body> parser;
};

RequestReader::RequestReader(Connection& connection, const Deadlines& deadlines, Services& services)
    : m_connection(connection), m_deadlines(deadlines), m_services(services) {}
RequestReader::~RequestReader() = default;

bool RequestReader::bodyComes() const {
    const auto& parser = m_parsing->parser;
    return parser.chunked() || parser.content_length_remaining().value_or(0) > 0;
}

std::optional<std::uint64_t> RequestReader::contentLength() const {
    const auto length = m_parsing->parser.content_length();
    return length ? std::optional<std::uint64_t>(*length) : std::nullopt;
}

bool RequestReader::keepAlive() const {
    return m_parsing->parser.keep_alive();
}

void RequestReader::rest() {
    m_parsing.reset();
    if (m_in.empty()) std::string().swap(m_in);  // assignment would keep the memory
}

asio::awaitable<bool> RequestReader::fill() {
    const std::size_t had = m_in.size();
    m_in.resize(had + kReadPiece);
    const auto got = co_await m_connection.read({reinterpret_cast<std::uint8_t*>(m_in.data()) + had, kReadPiece});
    m_in.resize(had + got);
    co_return got > 0;
}

asio::awaitable<bool> RequestReader::readHead(Request& into, Error& wrong) {
    m_connection.setDeadline(m_deadlines.head);
    m_parsing = std::make_unique<Parsing>();
    m_bodyEnds.reset();
    m_parsing->parser.header_limit(static_cast<std::uint32_t>(m_services.limits.header));
    // Bodies have limits of their own, which depend on the call.
    m_parsing->parser.body_limit(std::numeric_limits<std::uint64_t>::max());
    const bool came = co_await parseHead(wrong);
    if (!came) co_return false;
    auto good = takeHead(into);
    if (!good) wrong = std::move(good.error());
    co_return good.has_value();
}

asio::awaitable<bool> RequestReader::parseHead(Error& wrong) {
    auto& parser = m_parsing->parser;
    for (;;) {
        if (!m_in.empty()) {
            boost::system::error_code error;
            const auto used = parser.put(asio::buffer(m_in), error);
            if (parser.is_header_done()) {
                // The parser joins folded lines: only the bytes still show them.
                auto folding = checkFolding(std::string_view(m_in).substr(0, used));
                m_in.erase(0, used);
                if (!folding) wrong = std::move(folding.error());
                co_return folding.has_value();
            }
            m_in.erase(0, used);
            if (error == http::error::header_limit) {
                wrong = {ErrorKind::tooLarge, "header_too_large",
                         "the header has more than " + std::to_string(m_services.limits.header) + " bytes"};
                co_return false;
            }
            if (error && error != http::error::need_more) {
                wrong = {ErrorKind::malformed, "bad_request", "this is no HTTP/1.1 request: " + error.message()};
                co_return false;
            }
        }
        const bool more = co_await fill();
        if (!more) co_return false;
    }
}

Result<void> RequestReader::takeHead(Request& into) const {
    const auto& head = m_parsing->parser.get();
    into.method = methodOf(head.method());
    into.peer = m_connection.peer();
    into.loopback = m_connection.loopback();
    for (const auto& field : head) {
        into.headers.emplace_back(lower(std::string_view(field.name_string().data(), field.name_string().size())),
                                  std::string(field.value().data(), field.value().size()));
    }
    into.chunks = head.version() >= 11;
    if (auto good = checkFraming(into.headers, head.version() % 10); !good) return good;
    const auto target = head.target();
    if (target.empty() || target[0] != '/') {
        return fail(ErrorKind::malformed, "bad_request", "the request's target must begin with '/'");
    }
    return readTarget(std::string_view(target.data(), target.size()), into);
}

asio::awaitable<bool> RequestReader::readPiece(std::string& piece) {
    auto& parser = m_parsing->parser;
    parser.eager(true);
    while (!parser.is_done()) {
        m_connection.setDeadline(m_bodyEnds ? std::chrono::duration_cast<std::chrono::milliseconds>(
                                                  *m_bodyEnds - std::chrono::steady_clock::now())
                                            : m_deadlines.bodyPiece);
        if (m_in.empty()) {
            if (m_bodyEnds) {
                // Strangers are many and slow: while nothing comes, nothing is held for them.
                std::string().swap(m_in);
                std::string().swap(piece);
                const bool ready = co_await m_connection.readable();
                if (!ready) co_return false;
            }
            const bool more = co_await fill();
            if (!more) co_return false;
        }
        piece.resize(m_in.size());
        auto& body = parser.get().body();
        body.data = piece.data();
        body.size = piece.size();
        body.more = true;
        boost::system::error_code error;
        const auto used = parser.put(asio::buffer(m_in), error);
        piece.resize(piece.size() - body.size);
        m_in.erase(0, used);
        m_services.counts.bytesIn += piece.size();
        if (error && error != http::error::need_more && error != http::error::need_buffer) co_return false;
        if (!piece.empty()) co_return true;
        // Between two chunks' heads nothing can be taken: more must come.
        if (used == 0 && !parser.is_done()) {
            const bool more = co_await fill();
            if (!more) co_return false;
        }
    }
    piece.clear();
    co_return true;
}

asio::awaitable<bool> RequestReader::readBody(Request& request, std::size_t limit, Error& wrong) {
    auto& into = request.body;
    if (const auto length = contentLength()) into.reserve(*length);
    std::string piece;
    for (;;) {
        const bool came = co_await readPiece(piece);
        if (!came) co_return false;
        if (piece.empty()) co_return true;
        if (into.size() + piece.size() > limit) {
            wrong = {ErrorKind::tooLarge, "body_too_large",
                     "this call takes a body of at most " + std::to_string(limit) + " bytes"};
            co_return false;
        }
        // What came is counted, not what was announced: who announces much and sends little takes nothing.
        if (!request.room.grow(piece.size())) {
            wrong = {ErrorKind::offline, "busy", "the server holds too many bodies at once; try again in a moment"};
            co_return false;
        }
        into.append(piece);
    }
}

}  // namespace plumb::server
