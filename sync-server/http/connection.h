// One accepted socket with its transport, as a coroutine sees it: reading and writing that wait without blocking, and a
// deadline that ends whatever waits. The network's thread only.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <chrono>

#include "sync-server/tls/transport.h"

namespace plumb::server {

namespace asio = boost::asio;

class Connection {
  public:
    using Time = std::chrono::steady_clock::time_point;

    Connection(asio::ip::tcp::socket socket, std::unique_ptr<Transport> transport);

    // False: the peer is gone, or the deadline passed.
    asio::awaitable<bool> handshake();
    // Waits, without holding a buffer, until something can be read.
    asio::awaitable<bool> readable();
    // 0: the peer is gone.
    asio::awaitable<std::size_t> read(std::span<std::uint8_t> into);
    asio::awaitable<bool> write(std::string_view bytes);
    // Whether the peer has ended its side, without reading what it may have sent before.
    [[nodiscard]] bool peerGone();
    void goodbye() { m_transport->goodbye(); }

    void setDeadline(std::chrono::milliseconds fromNow) { m_deadline = std::chrono::steady_clock::now() + fromNow; }
    void endIfLate(Time now);
    // Ends what waits, now and later.
    void abort();

    // Between two requests: may be ended without loss.
    bool idle = true;
    [[nodiscard]] const std::string& peer() const { return m_peer; }
    [[nodiscard]] bool loopback() const { return m_loopback; }

  private:
    // Until the socket is ready for what a step wants; false at once for `closed`.
    // (No co_await stands inside && or || in these rooms: GCC 12 destroys the operand wrongly.)
    asio::awaitable<bool> wait(IoStep::Kind kind);

    asio::ip::tcp::socket m_socket;
    std::unique_ptr<Transport> m_transport;
    Time m_deadline;
    std::string m_peer;
    bool m_loopback = false;
    bool m_ended = false;
};

}  // namespace plumb::server
