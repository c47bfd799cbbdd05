// A connected socket that never blocks, with or without TLS: who uses it waits for the socket to become readable or
// writable when told so, and calls again. One thread at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace plumb::server {

struct IoStep {
    enum class Kind { done, wantRead, wantWrite, closed } kind = Kind::done;
    std::size_t bytes = 0;  // with `done`
};

class Transport {
  public:
    virtual ~Transport() = default;
    // Before the first read or write; `done` when the connection is ready for them.
    virtual IoStep handshake() = 0;
    virtual IoStep read(std::span<std::uint8_t> into) = 0;
    // May take fewer bytes than given.
    virtual IoStep write(std::span<const std::uint8_t> from) = 0;
    // Says goodbye where the protocol has one; nobody waits for the answer.
    virtual void goodbye() = 0;
    // Whether bytes were taken from the socket already and wait to be read.
    [[nodiscard]] virtual bool pending() const = 0;
};

std::unique_ptr<Transport> makePlainTransport(int descriptor);

}  // namespace plumb::server
