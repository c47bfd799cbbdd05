#include "sync-server/witness/call.h"

#include <curl/curl.h>

#include <memory>
#include <stdexcept>

#include "sync-server/witness/tuning.h"

namespace plumb::server {
namespace {

struct Calling {
    const std::atomic<bool>& cancelled;
    std::string body = {};
    bool tooLarge = false;
};

std::size_t onBody(char* data, std::size_t size, std::size_t count, void* user) {
    auto& calling = *static_cast<Calling*>(user);
    calling.tooLarge = calling.body.size() + size * count > kMostWitnessAnswer;
    if (calling.tooLarge) return 0;
    calling.body.append(data, size * count);
    return size * count;
}

int onProgress(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return static_cast<Calling*>(user)->cancelled ? 1 : 0;
}

struct Ends {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

}  // namespace

CurlWitnessCall::CurlWitnessCall(std::string authorities) : m_authorities(std::move(authorities)) {
    static const CURLcode done = curl_global_init(CURL_GLOBAL_DEFAULT);
    (void)done;
}

Result<WitnessAnswer> CurlWitnessCall::post(const std::string& url, const std::string& body) {
    const std::unique_ptr<CURL, Ends> handle(curl_easy_init());
    if (!handle) throw std::runtime_error("libcurl cannot start");
    CURL* curl = handle.get();
    Calling calling{m_cancelled};
    std::unique_ptr<curl_slist, Ends> headers;
    for (const char* header : {"Content-Type: text/plain; charset=utf-8", "Expect:"})
        headers.reset(curl_slist_append(headers.release(), header));
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "https,http");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.data());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "plumbserver");
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, onBody);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &calling);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, onProgress);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &calling);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(kWitnessConnect.count()));
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(kWitnessDeadline.count()));
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!m_authorities.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, m_authorities.c_str());
    const CURLcode code = curl_easy_perform(curl);
    if (calling.tooLarge)
        return fail(ErrorKind::tooLarge, "answer_too_large", "it answers with more than a witness has to say");
    if (code != CURLE_OK)
        return fail(ErrorKind::offline, "witness_unreachable",
                    std::string("it could not be called: ") + curl_easy_strerror(code));
    long status = 0;
    const char* type = nullptr;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(curl, CURLINFO_CONTENT_TYPE, &type);
    return WitnessAnswer{static_cast<int>(status), type ? type : "", std::move(calling.body)};
}

}  // namespace plumb::server
