// The little of HTTP/1.1 that a witness needs (C2SP tlog-witness): POST <prefix>/add-checkpoint, one question after the
// other on a connection, with TLS 1.3 or without. A thread for each connection, of which there are few: a witness is
// called by logs. Everything is bounded: heads, bodies, times, connections.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "shared/base/result.h"

namespace plumb::cli {

struct WitnessListen {
    std::string host = "127.0.0.1";
    unsigned short port = 0;             // 0: a free one
    std::string prefix;                  // before "/add-checkpoint"
    std::string certificatePem, keyPem;  // both or none: then without TLS
};

struct WitnessHttpAnswer {
    int status = 200;
    std::string type, body;
};

class WitnessServer {
  public:
    // Called by one thread at a time.
    using Answer = std::function<WitnessHttpAnswer(const std::string& body)>;

    // Listens at once. malformed "bad_listen", "bad_certificate"; conflict "address_taken".
    static Result<std::unique_ptr<WitnessServer>> listen(WitnessListen listen, Answer answer);
    ~WitnessServer();

    [[nodiscard]] unsigned short port() const;
    // Serves until SIGTERM or SIGINT; questions that are being answered are answered.
    void run();

  private:
    struct Inside;
    explicit WitnessServer(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> m_inside;
};

}  // namespace plumb::cli
