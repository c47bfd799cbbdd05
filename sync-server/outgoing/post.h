// One POST from this server to somebody else's: certificates verified, no redirect followed, no proxy, bounded in time
// and in what is read. A new connection each time, so that none outlives the judgement of its address. Any thread.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/result.h"

struct sockaddr;

namespace plumb::server {

struct OutgoingPost {
    std::string url, body;
    std::vector<std::string> headers;  // "Content-Type: text/plain"
    std::string protocols = "https";   // or "https,http"
    // A file of certificates in PEM beside those of the system; "": the system's alone.
    std::string authorities = {};
    std::chrono::milliseconds connect{}, deadline{};  // until it is connected, and as a whole
    std::size_t mostHeaders = 0, mostBody = 0;        // of the answer, in bytes
    // Asked of each address when its socket is opened, so that what was judged is what is connected to. None: all may.
    std::function<bool(const sockaddr&)> mayConnect = {};
};

struct OutgoingAnswer {
    int status = 0;
    std::string type, body;                               // Content-Type
    std::optional<std::chrono::seconds> retryAfter = {};  // "Retry-After: 120"; a date is not read
};

// An answer of any status is a value. forbidden "address_refused", tooLarge "answer_too_large", offline "stopped"
// (`cancelled` became true), offline "unreachable" with libcurl's words.
Result<OutgoingAnswer> postOut(const OutgoingPost& asked, const std::atomic<bool>& cancelled);

}  // namespace plumb::server
