#include "sync-server/hooks/post.h"

#include <curl/curl.h>

#include <memory>

#include "sync-server/hooks/tuning.h"
#include "sync-server/outgoing/post.h"

namespace plumb::server {
namespace {

constexpr std::size_t kMostUrlBytes = 2'000;

struct Ends {
    void operator()(CURLU* url) const { curl_url_cleanup(url); }
};

std::string partOf(CURLU* url, CURLUPart part) {
    char* text = nullptr;
    if (curl_url_get(url, part, &text, 0) != CURLUE_OK) return {};
    std::string out(text);
    curl_free(text);
    return out;
}

tl::unexpected<Error> failureOf(const Error& error) {
    if (error.code == "address_refused")
        return fail(ErrorKind::forbidden, "address_refused",
                    "the receiver's name leads to an address of this machine or of a private network; only networks "
                    "that the operator allows are called (--hook-allow)");
    if (error.code == "answer_too_large")
        return fail(ErrorKind::tooLarge, "answer_too_large",
                    "the receiver answers with more than " + std::to_string(kMostHookAnswer / 1024) +
                        " KB; an answer needs no body");
    if (error.code == "stopped")
        return fail(ErrorKind::offline, "stopped", "the server stopped; the message goes out again at its next start");
    return fail(ErrorKind::offline, "receiver_unreachable", "the receiver could not be called: " + error.detail);
}

}  // namespace

Result<HookAnswer> CurlPost::post(const HookMessage& message) {
    OutgoingPost asked{message.url,
                       message.body,
                       {"Content-Type: application/json", "webhook-id: " + message.id,
                        "webhook-timestamp: " + message.timestamp, "webhook-signature: " + message.signature},
                       "https",
                       m_authorities};
    asked.connect = kHookConnect;
    asked.deadline = kHookDeadline;
    asked.mostHeaders = kMostHookHeaders;
    asked.mostBody = kMostHookAnswer;
    asked.mayConnect = [this](const sockaddr& to) {
        const auto address = netAddress(to);
        return address && m_rule.allows(*address);
    };
    const auto answer = postOut(asked, m_cancelled);
    if (!answer) return failureOf(answer.error());
    return HookAnswer{answer->status, answer->retryAfter};
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
