// Reads requests off a connection, one after the other: head first, then the body in pieces as they arrive. The one
// place that knows Beast's parser. The network's thread only.
#pragma once

#include "sync-server/http/connection.h"
#include "sync-server/http/deadlines.h"
#include "sync-server/http/message.h"
#include "sync-server/http/services.h"

namespace plumb::server {

class RequestReader {
  public:
    // Borrows all of them.
    RequestReader(Connection& connection, const Deadlines& deadlines, Services& services);
    ~RequestReader();

    // Whether bytes of a next request are here already.
    [[nodiscard]] bool hasInput() const { return !m_in.empty(); }

    // Gives the buffers back for the time between two requests: idle connections are many.
    void rest();

    // The next request's head. False: the peer is gone, or, where `wrong` has a code, sent what is no request.
    asio::awaitable<bool> readHead(Request& into, Error& wrong);

    // Of the request whose head was read:
    [[nodiscard]] bool bodyComes() const;
    [[nodiscard]] std::optional<std::uint64_t> contentLength() const;
    [[nodiscard]] bool keepAlive() const;

    // The whole body must be here after so long; without this call each piece has its own time.
    void limitBody(std::chrono::seconds whole) { m_bodyEnds = std::chrono::steady_clock::now() + whole; }

    // The next piece of the body; empty at its end. False: the connection or the body's form broke.
    asio::awaitable<bool> readPiece(std::string& piece);
    // The whole body. False as above, or, where `wrong` has a code, it is larger than `limit` or finds no room.
    asio::awaitable<bool> readBody(Request& into, std::size_t limit, Error& wrong);
    // Gives back what was read and is of no interest any more.
    void forget() { std::string().swap(m_in); }

  private:
    struct Parsing;
    asio::awaitable<bool> fill();
    asio::awaitable<bool> parseHead(Error& wrong);
    Result<void> takeHead(Request& into) const;

    Connection& m_connection;
    const Deadlines& m_deadlines;
    Services& m_services;
    std::string m_in;  // read, not yet understood
    std::optional<Connection::Time> m_bodyEnds;
    std::unique_ptr<Parsing> m_parsing;
};

}  // namespace plumb::server
