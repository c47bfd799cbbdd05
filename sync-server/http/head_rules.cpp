#include "sync-server/http/head_rules.h"

#include <algorithm>

namespace plumb::server {
namespace {

tl::unexpected<Error> bad(const char* why) {
    return fail(ErrorKind::malformed, "bad_request", std::string("this is no HTTP/1.1 request: ") + why);
}

bool isChunked(std::string_view value) {
    constexpr std::string_view kChunked = "chunked";
    return std::equal(value.begin(), value.end(), kChunked.begin(), kChunked.end(),
                      [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; });
}

}  // namespace

Result<void> checkFolding(std::string_view head) {
    head = head.substr(0, std::min(head.find("\r\n\r\n"), head.size()));
    if (head.find("\r\n ") != std::string_view::npos || head.find("\r\n\t") != std::string_view::npos)
        return bad("a field goes on in the next line");
    return {};
}

Result<void> checkFraming(const Headers& headers, unsigned minor) {
    std::size_t hosts = 0, lengths = 0, codings = 0;
    for (const auto& [name, value] : headers) {
        hosts += name == "host";
        lengths += name == "content-length";
        if (name != "transfer-encoding") continue;
        ++codings;
        // Another coding, or a second one, would make the end of the body anybody's guess.
        if (!isChunked(value)) return bad("Transfer-Encoding may only be chunked");
    }
    if (hosts > 1) return bad("it names two hosts");
    if (hosts == 0 && minor >= 1) return bad("it names no host");
    if (lengths > 1) return bad("it has two lengths");
    if (codings > 1) return bad("it has two transfer codings");
    if (codings > 0 && lengths > 0) return bad("it has a length and a transfer coding");
    if (codings > 0 && minor == 0) return bad("HTTP/1.0 knows no transfer coding");
    return {};
}

}  // namespace plumb::server
