// TLS over a socket's descriptor; see transport.h. `context` is an SSL_CTX, which OpenSSL keeps alive as long as
// needed.
#pragma once

#include "sync-server/tls/transport.h"

namespace plumb::server {

std::unique_ptr<Transport> makeTlsTransport(void* context, int descriptor);

}  // namespace plumb::server
