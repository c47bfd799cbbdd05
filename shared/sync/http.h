// One HTTP connection to the sync server over libcurl: TLS 1.3, the server's key pinned where the invitation gave a
// pin, keep-alive. Not thread-safe; `cancel()` may be called from any thread and ends the call that is under way.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/result.h"

namespace plumb::sync {

struct HttpRequest {
    std::string method = "GET";
    std::string path;  // from "/"
    std::vector<std::string> headers = {};
    std::string body = {};
    std::chrono::seconds deadline{30};
};

struct HttpResponse {
    int status = 0;
    std::map<std::string, std::string> headers;  // names in lower case
    std::string body;

    [[nodiscard]] std::string header(const std::string& name) const;
};

struct HttpTraffic {
    std::uint64_t sent = 0, received = 0;  // bytes of bodies and headers, before TLS
};

// What carries a call to a server: the network, or in a test the server's own handlers or somebody who lies.
class HttpCaller {
  public:
    virtual ~HttpCaller() = default;

    // offline: no connection, or it broke; badSignature "wrong_server": another key than the pinned one answered. An
    // answer of any status is a value. Bodies larger than `limit` bytes are refused (tooLarge).
    virtual Result<HttpResponse> call(const HttpRequest& request, std::size_t limit) = 0;
    Result<HttpResponse> call(const HttpRequest& request) { return call(request, kMostAnswerBytes); }

    virtual void cancel() = 0;  // any thread
    virtual void resume() = 0;
    [[nodiscard]] virtual HttpTraffic traffic() const = 0;

  protected:
    static constexpr std::size_t kMostAnswerBytes = 96u << 20;
};

class HttpClient final : public HttpCaller {
  public:
    // `server` "https://host:port" (or http:// on loopback); `pin` base64url of the SHA-256 of the key, or empty.
    HttpClient(std::string server, std::string pin);
    ~HttpClient() override;

    using HttpCaller::call;
    Result<HttpResponse> call(const HttpRequest& request, std::size_t limit) override;

    void cancel() override { m_cancelled = true; }
    void resume() override { m_cancelled = false; }
    [[nodiscard]] HttpTraffic traffic() const override { return m_traffic; }

  private:
    struct Handle;
    std::string m_server, m_pin;
    std::unique_ptr<Handle> m_handle;
    std::atomic<bool> m_cancelled{false};
    HttpTraffic m_traffic;
};

// The Error that an RFC 9457 problem document states, or one made of the status where the body is none.
Error problemOf(const HttpResponse& response);

}  // namespace plumb::sync
