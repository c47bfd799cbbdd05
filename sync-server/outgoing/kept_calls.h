// Calls of this server to a store that it works with all day: over connections that are kept, certificates verified, no
// redirect followed, no proxy, bounded in time and in what is read. Bodies are sent from where they lie. Any thread.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include "shared/base/result.h"

namespace plumb::server {

struct KeptCall {
    std::string method, url;
    std::vector<std::string> headers;  // "Content-Type: text/plain"
    // What is sent: `size` bytes, each piece asked for by its offset, again from the start where a connection was
    // stale. None: no body.
    using Source = std::function<std::size_t(std::uint64_t offset, std::span<std::uint8_t> out)>;
    Source source = {};
    std::uint64_t size = 0;
    std::size_t mostBody = 64 * 1024;      // of the answer
    std::chrono::milliseconds deadline{};  // as a whole
};

struct KeptAnswer {
    int status = 0;
    std::map<std::string, std::string> headers;  // names in lower case
    std::string body;
};

struct KeptOptions {
    std::string protocols = "https";  // or "http"
    std::string authorities;          // a file of certificates in PEM beside those of the system; "": the system's
    std::chrono::milliseconds connect{3000};
    std::chrono::seconds stalled{30};  // no byte moves for so long
};

class KeptCalls {
  public:
    explicit KeptCalls(KeptOptions options);
    ~KeptCalls();

    // An answer of any status is a value. tooLarge "answer_too_large"; offline "unreachable" with libcurl's words, also
    // where an answer was cut short.
    Result<KeptAnswer> call(const KeptCall& asked);

  private:
    struct Connection;
    std::unique_ptr<Connection> take();
    void giveBack(std::unique_ptr<Connection> connection);

    KeptOptions m_options;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<Connection>> m_idle;
};

}  // namespace plumb::server
