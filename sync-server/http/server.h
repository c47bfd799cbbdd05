// Listens, accepts, runs one session a connection, and stops gracefully: no new connections, requests under way are
// answered, then everything ends. One network thread (the caller of run()), a pool of workers for handlers.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "sync-server/http/request_loop.h"
#include "sync-server/http/services.h"
#include "sync-server/tls/tls_context.h"

namespace plumb::server {

struct ListenOptions {
    std::string address = "127.0.0.1";
    unsigned short port = 8443;
    unsigned workers = 16;
    RateLimit rate;
    Deadlines deadlines;
    std::chrono::seconds grace{10};  // for requests under way when the server stops
    // Reads the certificate and its key anew, at SIGHUP. Connections that come then are served with what it gives,
    // those that are open stay as they are; where it gives an error the old certificate stays, and the log says why.
    // None: SIGHUP is told to have nothing to do.
    std::function<Result<TlsContext>()> renewTls;
};

class Server {
  public:
    // Listens at once: throws where the address is taken or wrong. No `tls`: plain HTTP (only on loopback; the caller
    // checks).
    Server(ListenOptions options, std::optional<TlsContext> tls);
    ~Server();

    [[nodiscard]] unsigned short port() const;
    // Tells long polls that the log has grown. Any thread; may be called before run().
    void announceGrowth();
    // Serves until stop() or SIGTERM or SIGINT.
    void run(Services& services);
    // Any thread.
    void stop();

  private:
    struct Inside;
    std::unique_ptr<Inside> m_inside;
};

// Whether this text is an address of this machine only.
bool isLoopbackAddress(const std::string& address);

}  // namespace plumb::server
