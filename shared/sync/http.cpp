#include "shared/sync/http.h"

#include <curl/curl.h>
#include <sys/socket.h>

#include <algorithm>
#include <chrono>

#include "shared/base/encoding.h"
#include "shared/base/json.h"

namespace plumb::sync {
namespace {

// curl_global_init is not thread-safe before 7.84; a function-local static makes it once.
void initCurl() {
    static const CURLcode done = curl_global_init(CURL_GLOBAL_DEFAULT);
    (void)done;
}

// Our servers know zstd; what a curl without it takes is its own to say.
const char* codings() {
    static const bool zstd = (curl_version_info(CURLVERSION_NOW)->features & CURL_VERSION_ZSTD) != 0;
    return zstd ? "zstd" : "";
}

struct Receiving {
    HttpResponse* response;
    std::size_t limit;
    bool tooLarge = false;
};

std::size_t onBody(char* data, std::size_t size, std::size_t count, void* user) {
    auto& receiving = *static_cast<Receiving*>(user);
    if (receiving.response->body.size() + size * count > receiving.limit) {
        receiving.tooLarge = true;
        return 0;
    }
    receiving.response->body.append(data, size * count);
    return size * count;
}

std::size_t onHeader(char* data, std::size_t size, std::size_t count, void* user) {
    std::string_view line(data, size * count);
    auto& headers = static_cast<Receiving*>(user)->response->headers;
    if (line.starts_with("HTTP/")) headers.clear();  // a 100 Continue or a redirect came before
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) return size * count;
    std::string name(line.substr(0, colon));
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    auto value = line.substr(colon + 1);
    while (!value.empty() && (value.front() == ' ' || value.front() == '\t')) value.remove_prefix(1);
    while (!value.empty() && (value.back() == '\r' || value.back() == '\n' || value.back() == ' '))
        value.remove_suffix(1);
    headers[std::move(name)] = std::string(value);
    return size * count;
}

// The piece of an upload, which curl asks for bit by bit and cannot have a second time: of a connection that was used
// before and breaks without an answer curl thinks that it had been dead already, and says all of it once more on
// another one, what the server has among it.
struct Sending {
    const std::string* body;
    std::size_t at = 0;
};
// A TLS record's worth. Of one that came in part nothing counts: where links die, small ones lose less.
constexpr std::size_t kRecord = 4096;

bool isPieceOfUpload(const HttpRequest& request) {
    return request.path == "/v1/files" ||
           std::any_of(request.headers.begin(), request.headers.end(),
                       [](const std::string& header) { return header.starts_with("Upload-Offset:"); });
}

std::size_t onSend(char* to, std::size_t size, std::size_t count, void* user) {
    auto& sending = *static_cast<Sending*>(user);
    const auto taken = sending.body->copy(to, std::min(size * count, kRecord), sending.at);
    sending.at += taken;
    return taken;
}

curl_socket_t onConnect(void* user, curlsocktype, curl_sockaddr* to) {
    if (static_cast<Sending*>(user)->at > 0) return CURL_SOCKET_BAD;
    return socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
}

// What curl's own figures do not tell apart: a small body goes with the head, and is counted there once more.
int onTraffic(CURL*, curl_infotype what, char*, std::size_t size, void* user) {
    auto& traffic = *static_cast<HttpTraffic*>(user);
    if (what == CURLINFO_HEADER_OUT || what == CURLINFO_DATA_OUT) traffic.sent += size;
    if (what == CURLINFO_HEADER_IN || what == CURLINFO_DATA_IN) traffic.received += size;
    return 0;
}

int onProgress(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return static_cast<std::atomic<bool>*>(user)->load() ? 1 : 0;
}

}  // namespace

struct HttpClient::Handle {
    CURL* curl = nullptr;
    ~Handle() {
        if (curl) curl_easy_cleanup(curl);
    }
};

std::string HttpResponse::header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string() : found->second;
}

HttpClient::HttpClient(std::string server, std::string pin)
    : m_server(std::move(server)), m_pin(std::move(pin)), m_handle(std::make_unique<Handle>()) {
    initCurl();
    m_handle->curl = curl_easy_init();
    if (!m_handle->curl) throw std::runtime_error("libcurl cannot start");
}
HttpClient::~HttpClient() = default;

Result<HttpResponse> HttpClient::call(const HttpRequest& request, std::size_t limit) {
    CURL* curl = m_handle->curl;
    curl_easy_reset(curl);  // options go, connections and TLS sessions stay
    HttpResponse response;
    Receiving receiving{&response, limit};
    const std::string url = m_server + request.path;
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "https,http");
    curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, request.method.c_str());
    if (request.method == "HEAD") curl_easy_setopt(curl, CURLOPT_NOBODY, 1L);
    Sending sending{&request.body};
    if (isPieceOfUpload(request)) {
        curl_easy_setopt(curl, CURLOPT_POST, 1L);
        curl_easy_setopt(curl, CURLOPT_READFUNCTION, onSend);
        curl_easy_setopt(curl, CURLOPT_READDATA, &sending);
        curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, onConnect);
        curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, &sending);
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    } else if (!request.body.empty() || request.method == "POST" || request.method == "PATCH") {
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request.body.data());
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    }
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, onBody);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &receiving);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, onHeader);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &receiving);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, onProgress);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &m_cancelled);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, onTraffic);
    curl_easy_setopt(curl, CURLOPT_DEBUGDATA, &m_traffic);
    curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, codings());
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, 10'000L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(std::chrono::milliseconds(request.deadline).count()));
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_3));
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    std::string pin;
    if (!m_pin.empty()) {
        // The pin names the key itself, which is more than a certificate authority's word; the name in it then says
        // nothing new.
        if (const auto raw = fromBase64Url(m_pin)) pin = "sha256//" + toBase64(*raw);
        curl_easy_setopt(curl, CURLOPT_PINNEDPUBLICKEY, pin.c_str());
        curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 0L);
        curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 0L);
    }
    // What a call has no use for; "Accept: */*" says nothing.
    curl_slist* headers = curl_slist_append(curl_slist_append(nullptr, "Expect:"), "Accept:");
    for (const auto& header : request.headers) headers = curl_slist_append(headers, header.c_str());
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);

    const CURLcode code = curl_easy_perform(curl);
    curl_slist_free_all(headers);
    if (receiving.tooLarge)
        return fail(ErrorKind::tooLarge, "answer_too_large", "the server's answer is larger than it may be");
    if (code == CURLE_ABORTED_BY_CALLBACK)
        return fail(ErrorKind::offline, "stopped",
                    "the transfer was stopped; it goes on where it was at the next sync");
    if (code == CURLE_SSL_PINNEDPUBKEYNOTMATCH) {
        return fail(
            ErrorKind::badSignature, "wrong_server",
            "the server at " + m_server +
                " is not the one of the invitation (its key differs); nothing was sent. Tell the administrator");
    }
    if (code != CURLE_OK) {
        return fail(ErrorKind::offline, "offline",
                    "the server " + m_server + " cannot be reached (" + curl_easy_strerror(code) +
                        "); everything stays on this device and is sent later");
    }
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    response.status = static_cast<int>(status);
    return response;
}

Error problemOf(const HttpResponse& response) {
    Error error{ErrorKind::refused, "http_" + std::to_string(response.status),
                "the server answered " + std::to_string(response.status)};
    if (const auto value = parseJson(response.body); value && value->is_object()) {
        const auto& object = value->get_object();
        if (const auto code = textOr(object, "code"); !code.empty()) error.code = code;
        if (const auto detail = textOr(object, "detail"); !detail.empty()) error.detail = detail;
    }
    switch (response.status) {
        case 401:
            error.kind = ErrorKind::expired;
            break;
        case 403:
            error.kind = ErrorKind::forbidden;
            break;
        case 404:
            error.kind = ErrorKind::notFound;
            break;
        case 409:
            error.kind = ErrorKind::conflict;
            break;
        case 410:
            error.kind = ErrorKind::expired;
            break;
        case 413:
            error.kind = ErrorKind::tooLarge;
            break;
        case 507:
            error.kind = ErrorKind::full;
            break;
        default:
            error.kind = response.status >= 500 || response.status == 429 ? ErrorKind::offline : ErrorKind::refused;
    }
    return error;
}

}  // namespace plumb::sync
