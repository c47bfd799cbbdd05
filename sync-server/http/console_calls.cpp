// The web console's built files. Paths that name no file are the application's own addresses and get its page.
#include <algorithm>
#include <mutex>

#include "sync-server/http/calls.h"
#include "sync-server/http/encoding.h"
#include "sync-server/http/problem.h"

namespace plumb::server {
namespace {

namespace fs = std::filesystem;

// Scripts are this server's own files; 'wasm-unsafe-eval' lets them compile the checklist engine, and evaluates no
// text.
constexpr std::string_view kPolicy =
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' blob: data:; media-src 'self' blob:; "
    "style-src 'self' 'unsafe-inline'; "
    "connect-src 'self'; frame-src "
    "blob:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'";

// It stores nothing, frames nothing, and asks nobody but this server.
constexpr std::string_view kPublicPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'";

constexpr std::pair<std::string_view, std::string_view> kTypes[] = {
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".woff", "font/woff"},
    {".txt", "text/plain; charset=utf-8"},
    {".py", "text/plain; charset=utf-8"},
    {".webmanifest", "application/manifest+json"},
    {".wasm", "application/wasm"},
    {".map", "application/json"},
};

std::string_view typeOf(const fs::path& path) {
    const std::string extension = path.extension().string();
    const auto* row =
        std::find_if(std::begin(kTypes), std::end(kTypes), [&](const auto& r) { return r.first == extension; });
    return row == std::end(kTypes) ? "application/octet-stream" : row->second;
}

// Names of plain letters, digits and "-_." only, no segment that begins with a dot: so a path can never leave the
// folder.
bool isPlain(std::string_view path) {
    bool segmentStart = true;
    for (const char c : path) {
        if (segmentStart && (c == '.' || c == '/')) return false;
        const bool good = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                          c == '_' || c == '.' || c == '/';
        if (!good) return false;
        segmentStart = c == '/';
    }
    return !path.empty() && !segmentStart;
}

// The build names these by a hash of their contents.
bool isHashed(std::string_view path) {
    return path.starts_with("assets/") || path.starts_with("verify/assets/");
}

// The public pages, each a small application of its own: whatever follows "/verify/", "/complain/" and "/rate/" is
// theirs to read. The page's file; "": another's.
std::string_view publicPage(std::string_view path) {
    if (path == "verify" || path.starts_with("verify/")) return "verify/index.html";
    if (path == "complain" || path.starts_with("complain/")) return "complain/index.html";
    if (path == "rate" || path.starts_with("rate/")) return "rate/index.html";
    return {};
}

Response fileResponse(const fs::path& file, bool forever, std::string_view policy) {
    Response response;
    auto contents = readWholeFile(file);
    response.body = contents ? std::move(*contents) : std::string();
    const auto type = typeOf(file);
    response.compressible = type.starts_with("text/") || type.starts_with("application/json") ||
                            type == "image/svg+xml" || type == "application/manifest+json" ||
                            type == "application/wasm";
    response.with("Content-Type", std::string(type))
        .with("Cache-Control", forever ? "public, max-age=31536000, immutable" : "no-cache")
        .with("Content-Security-Policy", std::string(policy))
        .with("X-Content-Type-Options", "nosniff")
        .with("Referrer-Policy", "no-referrer")
        .with("Cross-Origin-Opener-Policy", "same-origin");
    return response;
}

// Large scripts are compressed once, not for every browser.
Response compressedOnce(const fs::path& file, bool forever, std::string_view policy, std::string_view accept) {
    struct Kept {
        fs::file_time_type time;
        Response response;
    };
    static std::mutex mutex;
    static std::map<std::string, Kept> kept;
    const auto coding = chooseCoding(accept);
    const std::string key = file.string() + "|" + std::to_string(static_cast<int>(coding));
    const auto time = fs::last_write_time(file);
    {
        const std::lock_guard lock(mutex);
        if (const auto found = kept.find(key); found != kept.end() && found->second.time == time)
            return found->second.response;
    }
    auto response = fileResponse(file, forever, policy);
    encodeResponse(response, accept);
    const std::lock_guard lock(mutex);
    kept.insert_or_assign(key, Kept{time, response});
    return response;
}

}  // namespace

Response getConsole(const Request& request, Services& services) {
    const auto missing = [&] {
        return problem({ErrorKind::notFound, "not_found", "there is nothing at " + request.path.substr(0, 200)});
    };
    if (services.console.empty()) return missing();
    const std::string_view path =
        request.captures.empty() ? std::string_view() : std::string_view(request.captures.front());
    const auto accept = request.header("accept-encoding");
    const auto ownPage = publicPage(path);
    const auto policy = ownPage.empty() ? kPolicy : kPublicPolicy;
    std::error_code error;
    if (isPlain(path)) {
        const auto file = services.console / fs::path(path);
        if (fs::is_regular_file(file, error)) return compressedOnce(file, isHashed(path), policy, accept);
        // A missing script must be an error to the browser, not a page.
        if (isHashed(path) || (file.has_extension() && ownPage.empty())) return missing();
    }
    const auto page = services.console / (ownPage.empty() ? "index.html" : ownPage);
    if (!fs::is_regular_file(page, error)) return missing();
    return compressedOnce(page, false, policy, accept);
}

}  // namespace plumb::server
