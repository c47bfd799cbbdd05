// A request and a response as handlers see them: plain values, no sockets, no library's types.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/json.h"
#include "shared/base/result.h"
#include "sync-server/auth/trust.h"
#include "sync-server/blobs/blob_store.h"
#include "sync-server/http/memory_room.h"

namespace plumb::server {

enum class Method { get, head, post, patch, remove, options, other };  // remove: DELETE

using Headers = std::vector<std::pair<std::string, std::string>>;

struct Request {
    Method method = Method::get;
    std::string path;                          // without the query, not decoded
    std::map<std::string, std::string> query;  // decoded
    Headers headers;                           // names in lower case
    std::string body;                          // decoded; empty for streamed calls
    std::string peer;                          // the caller's address
    bool loopback = false;                     // the caller is this machine
    bool chunks = true;                        // the caller reads chunked answers (HTTP/1.1)
    std::vector<std::string> captures;         // what the route's pattern caught
    std::optional<Principal> caller;           // who holds the bearer token
    bool frontEnd = false;                     // another front end calls, by the word that all of them share
    ReadRoom::Share room;                      // what the body may take while it is read

    [[nodiscard]] std::string_view header(std::string_view lowerName) const;
    // bad_query where it is not a whole number in [least, most]; `otherwise` where it is absent.
    [[nodiscard]] Result<std::uint64_t> number(const std::string& name, std::uint64_t otherwise, std::uint64_t most,
                                               std::uint64_t least = 0) const;
};

// Splits a request's target into path and decoded query. bad_query where an escape is broken.
Result<void> readTarget(std::string_view target, Request& into);
std::map<std::string, std::string> parseForm(std::string_view text);

struct FileBody {
    std::shared_ptr<BlobReader> file;
    std::uint64_t from = 0, size = 0;
};

// A body that is made while it is sent, of a length that nobody knows before. Ends with the connection that it is for.
class BodySource {
  public:
    virtual ~BodySource() = default;
    // Puts the next piece into `piece`, which comes empty, and stays so where nothing is ready yet. False: that was the
    // last. Throws for what broke. For a worker's thread, one call at a time.
    virtual Result<bool> next(std::string& piece) = 0;
};

struct Response {
    int status = 200;
    Headers headers;
    std::string body;
    std::optional<FileBody> file;        // instead of `body`
    std::shared_ptr<BodySource> source;  // instead of both
    bool compressible = true;
    // Nothing yet: ask again when the log has grown, or answer so after this long.
    std::optional<std::chrono::seconds> wait;

    Response& with(std::string name, std::string value) {
        headers.emplace_back(std::move(name), std::move(value));
        return *this;
    }
    [[nodiscard]] std::string_view header(std::string_view name) const;
};

Response jsonResponse(const json::value& value, int status = 200);
Response textResponse(std::string body, std::string type, int status = 200);
Response emptyResponse(int status);

// RFC 9110 date.
std::string httpDate(TimePoint at);

// The body of a streamed call, piece by piece as it arrives.
class BodySink {
  public:
    virtual ~BodySink() = default;
    virtual Result<void> append(ByteView bytes) = 0;
    virtual Response finish() = 0;
    // The connection broke before the end.
    virtual void cut() = 0;
};

}  // namespace plumb::server
