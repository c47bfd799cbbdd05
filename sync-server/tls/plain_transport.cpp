#include <sys/socket.h>

#include <cerrno>

#include "sync-server/tls/transport.h"

namespace plumb::server {
namespace {

IoStep stepOf(ssize_t result, IoStep::Kind again) {
    if (result > 0) return {IoStep::Kind::done, static_cast<std::size_t>(result)};
    if (result < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return {again, 0};
    return {IoStep::Kind::closed, 0};
}

class PlainTransport final : public Transport {
  public:
    explicit PlainTransport(int descriptor) : m_descriptor(descriptor) {}

    IoStep handshake() override { return {}; }
    IoStep read(std::span<std::uint8_t> into) override {
        return stepOf(::recv(m_descriptor, into.data(), into.size(), MSG_DONTWAIT), IoStep::Kind::wantRead);
    }
    IoStep write(std::span<const std::uint8_t> from) override {
        return stepOf(::send(m_descriptor, from.data(), from.size(), MSG_DONTWAIT | MSG_NOSIGNAL),
                      IoStep::Kind::wantWrite);
    }
    void goodbye() override { ::shutdown(m_descriptor, SHUT_WR); }
    bool pending() const override { return false; }

  private:
    int m_descriptor;
};

}  // namespace

std::unique_ptr<Transport> makePlainTransport(int descriptor) {
    return std::make_unique<PlainTransport>(descriptor);
}

}  // namespace plumb::server
