#include "sync-server/hooks/post.h"

#include <curl/curl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <memory>

#include "sync-server/hooks/tuning.h"

namespace plumb::server {
namespace {

constexpr std::size_t kMostUrlBytes = 2'000;

// What a call's callbacks share.
struct Calling {
    const AddressRule& rule;
    const std::atomic<bool>& cancelled;
    std::size_t body = 0, headers = 0;
    bool refused = false, tooLarge = false;
    std::optional<std::chrono::seconds> retryAfter = {};
};

curl_socket_t onSocket(void* user, curlsocktype, curl_sockaddr* to) {
    auto& calling = *static_cast<Calling*>(user);
    const auto address = netAddress(to->addr);
    if (!address || !calling.rule.allows(*address)) {
        calling.refused = true;
        return CURL_SOCKET_BAD;
    }
    return ::socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
}

std::size_t onBody(char*, std::size_t size, std::size_t count, void* user) {
    auto& calling = *static_cast<Calling*>(user);
    calling.body += size * count;
    calling.tooLarge = calling.body > kMostHookAnswer;
    return calling.tooLarge ? 0 : size * count;
}

// "Retry-After: 120"; a date is not read, the plain wait then holds.
std::size_t onHeader(char* data, std::size_t size, std::size_t count, void* user) {
    auto& calling = *static_cast<Calling*>(user);
    calling.headers += size * count;
    if (calling.headers > kMostHookHeaders) {
        calling.tooLarge = true;
        return 0;
    }
    constexpr std::string_view kName = "retry-after:";
    std::string_view line(data, size * count);
    if (line.size() > kName.size() && std::equal(kName.begin(), kName.end(), line.begin(), [](char a, char b) {
            return a == std::tolower(static_cast<unsigned char>(b));
        })) {
        line.remove_prefix(kName.size());
        while (line.starts_with(' ')) line.remove_prefix(1);
        unsigned seconds = 0;
        if (std::from_chars(line.data(), line.data() + line.size(), seconds).ec == std::errc())
            calling.retryAfter = std::chrono::seconds(seconds);
    }
    return size * count;
}

int onProgress(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return static_cast<Calling*>(user)->cancelled ? 1 : 0;
}

struct Ends {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
    void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using Handle = std::unique_ptr<CURL, Ends>;
using List = std::unique_ptr<curl_slist, Ends>;

std::string partOf(CURLU* url, CURLUPart part) {
    char* text = nullptr;
    if (curl_url_get(url, part, &text, 0) != CURLUE_OK) return {};
    std::string out(text);
    curl_free(text);
    return out;
}

Result<HookAnswer> failureOf(CURLcode code, const Calling& calling) {
    if (calling.refused)
        return fail(ErrorKind::forbidden, "address_refused",
                    "the receiver's name leads to an address of this machine or of a private network; only networks "
                    "that the operator allows are called (--hook-allow)");
    if (calling.tooLarge)
        return fail(ErrorKind::tooLarge, "answer_too_large",
                    "the receiver answers with more than " + std::to_string(kMostHookAnswer / 1024) +
                        " KB; an answer needs no body");
    if (code == CURLE_ABORTED_BY_CALLBACK)
        return fail(ErrorKind::offline, "stopped", "the server stopped; the message goes out again at its next start");
    return fail(ErrorKind::offline, "receiver_unreachable",
                std::string("the receiver could not be called: ") + curl_easy_strerror(code));
}

}  // namespace

CurlPost::CurlPost(AddressRule rule, std::string authorities)
    : m_rule(std::move(rule)), m_authorities(std::move(authorities)) {
    static const CURLcode done = curl_global_init(CURL_GLOBAL_DEFAULT);
    (void)done;
}

Result<HookAnswer> CurlPost::post(const HookMessage& message) {
    // A new handle each time: no connection outlives the judgement of its address.
    const Handle handle(curl_easy_init());
    if (!handle) throw std::runtime_error("libcurl cannot start");
    CURL* curl = handle.get();
    Calling calling{m_rule, m_cancelled};
    List headers;
    for (const auto& header :
         {std::string("Content-Type: application/json"), "webhook-id: " + message.id,
          "webhook-timestamp: " + message.timestamp, "webhook-signature: " + message.signature, std::string("Expect:")})
        headers.reset(curl_slist_append(headers.release(), header.c_str()));
    curl_easy_setopt(curl, CURLOPT_URL, message.url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "https");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, message.body.data());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(message.body.size()));
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
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(kHookConnect.count()));
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(kHookDeadline.count()));
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
    // Both: the authorities of the office's own network do not take the place of the system's folder.
    if (!m_authorities.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, m_authorities.c_str());
    const CURLcode code = curl_easy_perform(curl);
    if (code != CURLE_OK) return failureOf(code, calling);
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    return HookAnswer{static_cast<int>(status), calling.retryAfter};
}

Result<void> checkReceiverUrl(const std::string& text, const AddressRule& rule) {
    const auto bad = [](const char* why) {
        return fail(ErrorKind::malformed, "bad_hook_url", std::string("the receiver's address ") + why);
    };
    if (text.size() > kMostUrlBytes) return bad("has more than 2,000 bytes");
    for (const unsigned char c : text) {
        if (c <= ' ' || c == 0x7f) return bad("has a blank or a control character");
    }
    const std::unique_ptr<CURLU, Ends> url(curl_url());
    if (!url || curl_url_set(url.get(), CURLUPART_URL, text.c_str(), 0) != CURLUE_OK)
        return bad("is no URL, as https://example.org/hook");
    if (partOf(url.get(), CURLUPART_SCHEME) != "https") return bad("must begin with https://");
    if (!partOf(url.get(), CURLUPART_USER).empty() || !partOf(url.get(), CURLUPART_PASSWORD).empty())
        return bad("must name no user; the messages are signed with the receiver's secret");
    if (!partOf(url.get(), CURLUPART_FRAGMENT).empty()) return bad("must end before a \"#\"");
    auto host = partOf(url.get(), CURLUPART_HOST);
    if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
    const auto address = netAddress(host);
    const auto loopback = netAddress("127.0.0.1");
    const bool named = host == "localhost" || host.ends_with(".localhost");
    if ((address && !rule.allows(*address)) || (named && !rule.allows(*loopback)))
        return fail(ErrorKind::forbidden, "address_refused",
                    host +
                        " is an address of this machine or of a private network; only networks that the operator "
                        "allows are called (--hook-allow)");
    return {};
}

}  // namespace plumb::server
