#include "sync-server/outgoing/kept_calls.h"

#include <curl/curl.h>

#include <algorithm>
#include <stdexcept>

namespace plumb::server {
namespace {

// More are closed when their call ends.
constexpr std::size_t kMostIdle = 16;
constexpr std::size_t kMostHeaders = 64 * 1024;

struct Calling {
    const KeptCall& asked;
    KeptAnswer answer = {};
    std::uint64_t sent = 0;
    std::size_t headers = 0;
    bool tooLarge = false;
};

std::size_t onBody(char* data, std::size_t size, std::size_t count, void* user) {
    auto& calling = *static_cast<Calling*>(user);
    calling.tooLarge = calling.answer.body.size() + size * count > calling.asked.mostBody;
    if (calling.tooLarge) return 0;
    calling.answer.body.append(data, size * count);
    return size * count;
}

std::size_t onHeader(char* data, std::size_t size, std::size_t count, void* user) {
    auto& calling = *static_cast<Calling*>(user);
    std::string_view line(data, size * count);
    calling.headers += line.size();
    calling.tooLarge = calling.headers > kMostHeaders;
    if (calling.tooLarge) return 0;
    // Of the last answer alone: a "100 Continue" comes with a head of its own.
    if (line.starts_with("HTTP/")) calling.answer.headers.clear();
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) return size * count;
    std::string name(line.substr(0, colon));
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    auto value = line.substr(colon + 1);
    const auto from = value.find_first_not_of(" \t\r\n");
    value = from == std::string_view::npos ? std::string_view() : value.substr(from);
    value = value.substr(0, value.find_last_not_of(" \t\r\n") + 1);
    calling.answer.headers[name] = std::string(value);
    return size * count;
}

std::size_t onSend(char* out, std::size_t size, std::size_t count, void* user) {
    auto& calling = *static_cast<Calling*>(user);
    const auto most = std::min<std::uint64_t>(size * count, calling.asked.size - calling.sent);
    try {
        const auto got =
            calling.asked.source(calling.sent, {reinterpret_cast<std::uint8_t*>(out), static_cast<std::size_t>(most)});
        calling.sent += got;
        return got;
    } catch (const std::exception&) {
        return CURL_READFUNC_ABORT;
    }
}

int onSeek(void* user, curl_off_t offset, int origin) {
    if (origin != SEEK_SET) return CURL_SEEKFUNC_CANTSEEK;
    static_cast<Calling*>(user)->sent = static_cast<std::uint64_t>(offset);
    return CURL_SEEKFUNC_OK;
}

struct Ends {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

}  // namespace

struct KeptCalls::Connection {
    Connection() : curl(curl_easy_init()) {
        if (!curl) throw std::runtime_error("libcurl cannot start");
    }
    ~Connection() { curl_easy_cleanup(curl); }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    CURL* curl;
};

KeptCalls::KeptCalls(KeptOptions options) : m_options(std::move(options)) {
    static const CURLcode begun = curl_global_init(CURL_GLOBAL_DEFAULT);
    (void)begun;
}
KeptCalls::~KeptCalls() = default;

std::unique_ptr<KeptCalls::Connection> KeptCalls::take() {
    {
        const std::lock_guard lock(m_mutex);
        if (!m_idle.empty()) {
            auto out = std::move(m_idle.back());
            m_idle.pop_back();
            return out;
        }
    }
    return std::make_unique<Connection>();
}

void KeptCalls::giveBack(std::unique_ptr<Connection> connection) {
    const std::lock_guard lock(m_mutex);
    if (m_idle.size() < kMostIdle) m_idle.push_back(std::move(connection));
}

Result<KeptAnswer> KeptCalls::call(const KeptCall& asked) {
    auto connection = take();
    CURL* curl = connection->curl;
    // Options go, connections stay.
    curl_easy_reset(curl);
    Calling calling{asked};
    std::unique_ptr<curl_slist, Ends> headers(curl_slist_append(nullptr, "Expect:"));
    for (const auto& header : asked.headers) headers.reset(curl_slist_append(headers.release(), header.c_str()));
    curl_easy_setopt(curl, CURLOPT_URL, asked.url.c_str());
    curl_easy_setopt(curl, CURLOPT_PATH_AS_IS, 1L);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, m_options.protocols.c_str());
    curl_easy_setopt(curl, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    if (asked.method == "HEAD") {
        curl_easy_setopt(curl, CURLOPT_NOBODY, 1L);
    } else if (asked.source) {
        curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
        curl_easy_setopt(curl, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(asked.size));
        curl_easy_setopt(curl, CURLOPT_READFUNCTION, onSend);
        curl_easy_setopt(curl, CURLOPT_READDATA, &calling);
        curl_easy_setopt(curl, CURLOPT_SEEKFUNCTION, onSeek);
        curl_easy_setopt(curl, CURLOPT_SEEKDATA, &calling);
    }
    if (asked.method != "HEAD") curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, asked.method.c_str());
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "plumbserver");
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, onBody);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &calling);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, onHeader);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &calling);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(m_options.connect.count()));
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(asked.deadline.count()));
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, 1L);
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, static_cast<long>(m_options.stalled.count()));
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
    if (!m_options.authorities.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, m_options.authorities.c_str());
    const CURLcode code = curl_easy_perform(curl);
    if (code != CURLE_OK) {
        // What is left of this connection goes with it.
        if (calling.tooLarge) return fail(ErrorKind::tooLarge, "answer_too_large", "it answers with more than is read");
        return fail(ErrorKind::offline, "unreachable", curl_easy_strerror(code));
    }
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    calling.answer.status = static_cast<int>(status);
    giveBack(std::move(connection));
    return std::move(calling.answer);
}

}  // namespace plumb::server
