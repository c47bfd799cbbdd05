#include "sync-server/outgoing/post.h"

#include <curl/curl.h>
#include <sys/socket.h>

#include <charconv>
#include <memory>
#include <stdexcept>
#include <string_view>

namespace plumb::server {
namespace {

// What a call's callbacks share.
struct Calling {
    const OutgoingPost& asked;
    const std::atomic<bool>& cancelled;
    OutgoingAnswer answer = {};
    std::size_t headers = 0;
    bool refused = false, tooLarge = false;
};

curl_socket_t onSocket(void* user, curlsocktype, curl_sockaddr* to) {
    auto& calling = *static_cast<Calling*>(user);
    if (calling.asked.mayConnect && !calling.asked.mayConnect(to->addr)) {
        calling.refused = true;
        return CURL_SOCKET_BAD;
    }
    return ::socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
}

std::size_t onBody(char* data, std::size_t size, std::size_t count, void* user) {
    auto& calling = *static_cast<Calling*>(user);
    calling.tooLarge = calling.answer.body.size() + size * count > calling.asked.mostBody;
    if (calling.tooLarge) return 0;
    calling.answer.body.append(data, size * count);
    return size * count;
}

std::size_t onHeader(char*, std::size_t size, std::size_t count, void* user) {
    auto& calling = *static_cast<Calling*>(user);
    calling.headers += size * count;
    calling.tooLarge = calling.headers > calling.asked.mostHeaders;
    return calling.tooLarge ? 0 : size * count;
}

int onProgress(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return static_cast<Calling*>(user)->cancelled ? 1 : 0;
}

struct Ends {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

std::string_view headerOf(CURL* curl, const char* name) {
    curl_header* found = nullptr;
    return curl_easy_header(curl, name, 0, CURLH_HEADER, -1, &found) == CURLHE_OK ? found->value : std::string_view();
}

Error failureOf(CURLcode code, const Calling& calling) {
    if (calling.refused) return {ErrorKind::forbidden, "address_refused", "its address may not be called"};
    if (calling.tooLarge) return {ErrorKind::tooLarge, "answer_too_large", "it answers with more than is read"};
    if (code == CURLE_ABORTED_BY_CALLBACK) return {ErrorKind::offline, "stopped", "the server stopped"};
    return {ErrorKind::offline, "unreachable", curl_easy_strerror(code)};
}

}  // namespace

Result<OutgoingAnswer> postOut(const OutgoingPost& asked, const std::atomic<bool>& cancelled) {
    static const CURLcode begun = curl_global_init(CURL_GLOBAL_DEFAULT);
    (void)begun;
    const std::unique_ptr<CURL, Ends> handle(curl_easy_init());
    if (!handle) throw std::runtime_error("libcurl cannot start");
    CURL* curl = handle.get();
    Calling calling{asked, cancelled};
    std::unique_ptr<curl_slist, Ends> headers(curl_slist_append(nullptr, "Expect:"));
    for (const auto& header : asked.headers) headers.reset(curl_slist_append(headers.release(), header.c_str()));
    curl_easy_setopt(curl, CURLOPT_URL, asked.url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, asked.protocols.c_str());
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, asked.body.data());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(asked.body.size()));
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "plumbserver");
    curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, onSocket);
    curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, &calling);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, onBody);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &calling);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, onHeader);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &calling);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, onProgress);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &calling);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(asked.connect.count()));
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(asked.deadline.count()));
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
    // Both: the authorities of the office's own network do not take the place of the system's folder.
    if (!asked.authorities.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, asked.authorities.c_str());
    if (const CURLcode code = curl_easy_perform(curl); code != CURLE_OK) return fail(failureOf(code, calling));
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    calling.answer.status = static_cast<int>(status);
    calling.answer.type = headerOf(curl, "Content-Type");
    const auto wait = headerOf(curl, "Retry-After");
    unsigned seconds = 0;
    if (std::from_chars(wait.data(), wait.data() + wait.size(), seconds).ec == std::errc())
        calling.answer.retryAfter = std::chrono::seconds(seconds);
    return std::move(calling.answer);
}

}  // namespace plumb::server
