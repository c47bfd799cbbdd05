#include "sync-server/http/connection.h"

#include <poll.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "shared/base/bytes.h"

namespace plumb::server {
namespace {

constexpr auto kQuiet = asio::as_tuple(asio::use_awaitable);

}  // namespace

Connection::Connection(asio::ip::tcp::socket socket, std::unique_ptr<Transport> transport)
    : m_socket(std::move(socket)), m_transport(std::move(transport)) {
    boost::system::error_code ignored;
    auto address = m_socket.remote_endpoint(ignored).address();
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        address = asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
    m_peer = address.to_string();
    m_loopback = address.is_loopback();
    m_socket.set_option(asio::ip::tcp::no_delay(true), ignored);
    m_socket.non_blocking(true, ignored);
}

// GCC 12 destroys the awaitable of a co_await that || or && skipped: no condition below holds one beside another.
asio::awaitable<bool> Connection::wait(IoStep::Kind kind) {
    if (m_ended || kind == IoStep::Kind::closed) co_return false;
    const auto what =
        kind == IoStep::Kind::wantRead ? asio::ip::tcp::socket::wait_read : asio::ip::tcp::socket::wait_write;
    const auto [error] = co_await m_socket.async_wait(what, kQuiet);
    co_return !error && !m_ended;
}

asio::awaitable<bool> Connection::handshake() {
    for (;;) {
        const auto step = m_transport->handshake();
        if (step.kind == IoStep::Kind::done) co_return true;
        if (step.kind == IoStep::Kind::closed) co_return false;
        if (!co_await wait(step.kind)) co_return false;
    }
}

asio::awaitable<bool> Connection::readable() {
    if (m_transport->pending()) co_return true;
    co_return co_await wait(IoStep::Kind::wantRead);
}

asio::awaitable<std::size_t> Connection::read(std::span<std::uint8_t> into) {
    for (;;) {
        const auto step = m_transport->read(into);
        if (step.kind == IoStep::Kind::done) co_return step.bytes;
        if (step.kind == IoStep::Kind::closed) co_return 0;
        if (!co_await wait(step.kind)) co_return 0;
    }
}

asio::awaitable<bool> Connection::write(std::string_view text) {
    auto bytes = asBytes(text);
    while (!bytes.empty()) {
        const auto step = m_transport->write(bytes);
        if (step.kind == IoStep::Kind::closed) co_return false;
        if (step.kind == IoStep::Kind::done) {
            bytes = bytes.subspan(step.bytes);
            continue;
        }
        if (!co_await wait(step.kind)) co_return false;
    }
    co_return true;
}

bool Connection::peerGone() {
    pollfd look{m_socket.native_handle(), POLLRDHUP, 0};
    return m_ended || (::poll(&look, 1, 0) > 0 && (look.revents & (POLLRDHUP | POLLHUP | POLLERR)) != 0);
}

void Connection::endIfLate(Time now) {
    if (now > m_deadline) abort();
}

void Connection::abort() {
    m_ended = true;
    boost::system::error_code ignored;
    m_socket.cancel(ignored);
}

}  // namespace plumb::server
