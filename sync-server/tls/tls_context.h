// TLS 1.3 and nothing older, with the server's certificate. OpenSSL is driven on the socket itself: no buffers but its
// own, which are given back between records, so that an idle connection costs little. Immutable after construction; any
// thread.
#pragma once

#include <string>

#include "shared/base/result.h"
#include "sync-server/tls/transport.h"

namespace plumb::server {

class TlsContext {
  public:
    // bad_certificate where the PEM texts do not hold a certificate and its key.
    static Result<TlsContext> make(const std::string& certificatePem, const std::string& keyPem);

    [[nodiscard]] std::unique_ptr<Transport> wrap(int descriptor) const;

  private:
    explicit TlsContext(std::shared_ptr<void> context) : m_context(std::move(context)) {}
    std::shared_ptr<void> m_context;  // SSL_CTX
};

}  // namespace plumb::server
