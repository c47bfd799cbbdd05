#include "sync-server/tls/tls_transport.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <stdexcept>

namespace plumb::server {
namespace {

class TlsTransport final : public Transport {
  public:
    TlsTransport(SSL_CTX* context, int descriptor) : m_ssl(SSL_new(context), &SSL_free) {
        if (!m_ssl || SSL_set_fd(m_ssl.get(), descriptor) != 1)
            throw std::runtime_error("OpenSSL failed: a new connection");
        SSL_set_accept_state(m_ssl.get());
    }

    IoStep handshake() override { return stepOf(SSL_do_handshake(m_ssl.get()), 0); }
    IoStep read(std::span<std::uint8_t> into) override {
        std::size_t bytes = 0;
        const int result = SSL_read_ex(m_ssl.get(), into.data(), into.size(), &bytes);  // before `bytes` is read
        return stepOf(result, bytes);
    }
    IoStep write(std::span<const std::uint8_t> from) override {
        std::size_t bytes = 0;
        const int result = SSL_write_ex(m_ssl.get(), from.data(), from.size(), &bytes);
        return stepOf(result, bytes);
    }
    bool pending() const override { return SSL_has_pending(m_ssl.get()) == 1; }
    void goodbye() override {
        if (m_broken) return;
        SSL_shutdown(m_ssl.get());
        ERR_clear_error();
    }

  private:
    IoStep stepOf(int result, std::size_t bytes) {
        if (result == 1) return {IoStep::Kind::done, bytes};
        const int why = SSL_get_error(m_ssl.get(), result);
        ERR_clear_error();
        if (why == SSL_ERROR_WANT_READ) return {IoStep::Kind::wantRead, 0};
        if (why == SSL_ERROR_WANT_WRITE) return {IoStep::Kind::wantWrite, 0};
        m_broken = why != SSL_ERROR_ZERO_RETURN;
        return {IoStep::Kind::closed, 0};
    }

    std::unique_ptr<SSL, decltype(&SSL_free)> m_ssl;
    bool m_broken = false;
};

}  // namespace

std::unique_ptr<Transport> makeTlsTransport(void* context, int descriptor) {
    return std::make_unique<TlsTransport>(static_cast<SSL_CTX*>(context), descriptor);
}

}  // namespace plumb::server
