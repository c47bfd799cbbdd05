#include "sync-server/blobs/s3_store.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <charconv>
#include <random>
#include <thread>

#include "shared/crypto/hash.h"
#include "sync-server/store/store.h"

namespace plumb::server {
namespace {

constexpr std::size_t kHashPiece = 256 * 1024;
constexpr std::uint64_t kMebibyte = 1024 * 1024;
// A page of a list has a thousand keys, of some hundred bytes and what the store says of each.
constexpr std::uint64_t kMostListed = 4 * kMebibyte;

// Half of the time to one and a half: front ends that failed together do not come back together.
std::chrono::milliseconds jittered(std::chrono::milliseconds wait) {
    thread_local std::mt19937 random{std::random_device{}()};
    return wait / 2 + std::chrono::milliseconds(std::uniform_int_distribution<std::int64_t>(0, wait.count())(random));
}

bool isPassing(int status) {
    return status == 429 || status == 500 || status == 502 || status == 503 || status == 504;
}

// The text of the next element of that name from `at` on, which moves behind it; "" and npos where there is none. The
// store's answers are read no further than that.
std::string elementOf(std::string_view xml, std::string_view name, std::size_t& at) {
    const auto open = '<' + std::string(name) + '>', close = "</" + std::string(name) + '>';
    const auto from = xml.find(open, at);
    at = from == std::string_view::npos ? from : xml.find(close, from);
    if (at == std::string_view::npos) return {};
    std::string out(xml.substr(from + open.size(), at - from - open.size()));
    for (const auto& [entity, text] : {std::pair{"&quot;", "\""}, {"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}}) {
        for (auto found = out.find(entity); found != std::string::npos; found = out.find(entity, found + 1))
            out.replace(found, std::string_view(entity).size(), text);
    }
    return out;
}

std::string elementOf(std::string_view xml, std::string_view name) {
    std::size_t at = 0;
    return elementOf(xml, name, at);
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '"')
            out += "&quot;";
        else
            out += c;
    }
    return out;
}

std::string headerOf(const KeptAnswer& answer, const char* name) {
    const auto found = answer.headers.find(name);
    return found == answer.headers.end() ? std::string() : found->second;
}

// Some stores answer 200 before they know, and say what failed in the body.
std::string saysOf(const KeptAnswer& answer) {
    const auto code = elementOf(answer.body, "Code");
    return std::to_string(answer.status) + (code.empty() ? "" : " " + code);
}

Sha256 hashOfPart(const File& file, std::uint64_t from, std::uint64_t size) {
    crypto::Sha256Stream stream;
    std::vector<std::uint8_t> piece(kHashPiece);
    for (std::uint64_t at = 0; at < size;) {
        const auto got = file.read(from + at, std::span(piece).first(std::min<std::uint64_t>(piece.size(), size - at)));
        if (got == 0) throw std::runtime_error("a file became shorter while it was sent to the store");
        stream.add(ByteView(piece).first(got));
        at += got;
    }
    return stream.finish();
}

}  // namespace

struct S3Store::Asked {
    std::string method, key;
    std::map<std::string, std::string> query = {};
    std::map<std::string, std::string> headers = {};  // in lower case
    KeptCall::Source source = {};
    std::uint64_t size = 0;
    Sha256 sha256 = crypto::sha256(std::string_view());  // of the body
    std::uint64_t mostBody = 64 * 1024;
};

S3Store::S3Store(S3Place place, Clock clock, S3Patience patience)
    : m_place(std::move(place)),
      m_clock(std::move(clock)),
      m_patience(patience),
      m_calls({m_place.endpoint.starts_with("https") ? "https" : "http", m_place.authorities}) {}

std::string S3Store::urlOf(const std::string& key) const {
    return m_place.endpoint + '/' + m_place.bucket + (key.empty() ? "" : '/' + m_place.prefix + key);
}

Result<KeptAnswer> S3Store::once(const Asked& asked) {
    const auto now = m_clock().utc;
    S3Request request;
    request.method = asked.method;
    request.path = urlOf(asked.key).substr(m_place.endpoint.size());
    request.query = asked.query;
    request.headers = asked.headers;
    request.payloadHash = asked.sha256.hex();
    request.headers["host"] = m_place.host;
    request.headers["x-amz-content-sha256"] = request.payloadHash;
    request.headers["x-amz-date"] = s3Time(now);
    KeptCall call;
    call.method = asked.method;
    call.url = m_place.endpoint + request.path + (asked.query.empty() ? "" : '?' + s3Query(asked.query));
    for (const auto& [name, value] : request.headers) {
        if (name != "host") call.headers.push_back(name + ": " + value);
    }
    call.headers.push_back("Authorization: " + s3Authorization(request, m_place.keys, {m_place.region}, now));
    call.source = asked.source;
    call.size = asked.size;
    call.mostBody = asked.mostBody;
    call.deadline =
        m_patience.deadline +
        m_patience.perMebibyte * static_cast<std::int64_t>(std::max(asked.size, asked.mostBody) / kMebibyte);
    return m_calls.call(call);
}

KeptAnswer S3Store::call(const Asked& asked) {
    auto wait = m_patience.firstWait;
    for (int left = m_patience.tries;; wait *= 2) {
        auto answer = once(asked);
        if (answer && !isPassing(answer->status)) {
            if (answer->status == 507) throw StoreFull("the store of the files has no space");
            return std::move(*answer);
        }
        const auto why = answer ? "it answers " + saysOf(*answer) : answer.error().detail;
        if (--left <= 0)
            throw BlobsAway("the store of the files: " + asked.method + ' ' + urlOf(asked.key) + ": " + why);
        spdlog::debug("the store of the files: {} {}: {}; once more", asked.method, asked.key, why);
        std::this_thread::sleep_for(jittered(wait));
    }
}

namespace {

[[noreturn]] void unexpected(const std::string& what, const KeptAnswer& answer) {
    throw BlobsAway("the store of the files: " + what + ": it answers " + saysOf(answer));
}

KeptCall::Source sourceOf(std::string_view text) {
    return [text](std::uint64_t offset, std::span<std::uint8_t> out) {
        const auto size = std::min<std::uint64_t>(out.size(), text.size() - offset);
        std::copy_n(text.begin() + static_cast<std::ptrdiff_t>(offset), size, out.begin());
        return static_cast<std::size_t>(size);
    };
}

KeptCall::Source sourceOf(const File& file, std::uint64_t from) {
    return [&file, from](std::uint64_t offset, std::span<std::uint8_t> out) { return file.read(from + offset, out); };
}

}  // namespace

Result<void> S3Store::check() {
    const auto answer = call({"HEAD", ""});
    if (answer.status / 100 == 2) return {};
    const auto bucket = m_place.endpoint + '/' + m_place.bucket;
    if (answer.status == 404)
        return fail(ErrorKind::notFound, "bad_s3", "there is no bucket " + bucket + "; make it first");
    return fail(ErrorKind::forbidden, "bad_s3",
                bucket + " answers " + std::to_string(answer.status) +
                    ": look at the keys, the region, this machine's clock, and whether the keys may use the bucket");
}

std::optional<S3Store::Found> S3Store::find(const std::string& key) {
    const auto answer = call({"HEAD", key});
    if (answer.status == 404) return std::nullopt;
    const auto said = headerOf(answer, "content-length");
    std::uint64_t size = 0;
    const auto read = std::from_chars(said.data(), said.data() + said.size(), size);
    if (answer.status != 200 || said.empty() || read.ptr != said.data() + said.size())
        unexpected("HEAD " + urlOf(key), answer);
    return Found{size, headerOf(answer, "etag")};
}

std::optional<std::string> S3Store::get(const std::string& key, std::uint64_t from, std::uint64_t size) {
    if (size == 0) return std::string();
    Asked asked{"GET", key};
    asked.headers["range"] = "bytes=" + std::to_string(from) + '-' + std::to_string(from + size - 1);
    asked.mostBody = size + 64 * 1024;
    auto answer = call(asked);
    if (answer.status == 404) return std::nullopt;
    // Also one that does not know ranges and gives the whole.
    const bool right = answer.status == 206 || (answer.status == 200 && from == 0);
    if (!right || answer.body.size() != size) unexpected("GET " + urlOf(key), answer);
    return std::move(answer.body);
}

void S3Store::put(const std::string& key, const File& file, const Sha256& sha256) {
    const auto size = file.size();
    const auto tag = size <= m_patience.part ? putOnce(key, file, sha256) : putInParts(key, file);
    const auto shown = find(key);
    if (!shown || shown->size != size || shown->tag != tag)
        throw BlobsAway("the store of the files took " + urlOf(key) + " and shows " +
                        (shown ? "another file under that name" : "none under that name"));
}

std::string S3Store::putOnce(const std::string& key, const File& file, const Sha256& sha256) {
    Asked asked{"PUT", key};
    asked.source = sourceOf(file, 0);
    asked.size = file.size();
    asked.sha256 = sha256;
    const auto answer = call(asked);
    if (answer.status != 200) unexpected("PUT " + urlOf(key), answer);
    return headerOf(answer, "etag");
}

std::string S3Store::putPart(const std::string& key, const std::string& upload, int number, const File& file,
                             std::uint64_t from, std::uint64_t size) {
    Asked asked{"PUT", key, {{"partNumber", std::to_string(number)}, {"uploadId", upload}}};
    asked.source = sourceOf(file, from);
    asked.size = size;
    asked.sha256 = hashOfPart(file, from, size);
    const auto answer = call(asked);
    if (answer.status != 200) unexpected("PUT of part " + std::to_string(number) + " of " + urlOf(key), answer);
    return headerOf(answer, "etag");
}

std::string S3Store::complete(const std::string& key, const std::string& upload, const std::vector<std::string>& tags) {
    std::string body = "<CompleteMultipartUpload>";
    for (std::size_t i = 0; i < tags.size(); ++i) {
        body +=
            "<Part><PartNumber>" + std::to_string(i + 1) + "</PartNumber><ETag>" + escaped(tags[i]) + "</ETag></Part>";
    }
    body += "</CompleteMultipartUpload>";
    Asked asked{"POST", key, {{"uploadId", upload}}};
    asked.source = sourceOf(body);
    asked.size = body.size();
    asked.sha256 = crypto::sha256(body);
    const auto answer = call(asked);
    if (answer.status == 200 && answer.body.find("<CompleteMultipartUploadResult") != std::string::npos)
        return elementOf(answer.body, "ETag");
    // Its answer to the first try may have been lost on the way: then the file is there, and who asks is told.
    if (answer.status == 404) {
        const auto shown = find(key);
        if (shown) return shown->tag;
    }
    unexpected("POST of the parts of " + urlOf(key), answer);
}

std::string S3Store::putInParts(const std::string& key, const File& file) {
    Asked begin{"POST", key, {{"uploads", ""}}};
    begin.source = sourceOf(std::string_view());
    const auto begun = call(begin);
    const auto upload = elementOf(begun.body, "UploadId");
    if (begun.status != 200 || upload.empty()) unexpected("POST " + urlOf(key), begun);
    try {
        std::vector<std::string> tags;
        const auto size = file.size();
        for (std::uint64_t at = 0; at < size; at += m_patience.part) {
            tags.push_back(putPart(key, upload, static_cast<int>(tags.size()) + 1, file, at,
                                   std::min(m_patience.part, size - at)));
        }
        return complete(key, upload, tags);
    } catch (...) {
        // Where even that fails, the bucket's rule on unfinished uploads takes them (OPERATE.md).
        Asked abort{"DELETE", key, {{"uploadId", upload}}};
        if (const auto gone = once(abort); !gone || gone->status / 100 != 2)
            spdlog::warn("parts of a file that did not come whole are left in the store: {}", urlOf(key));
        throw;
    }
}

bool S3Store::copy(const std::string& from, const std::string& to) {
    const auto source = find(from);
    if (!source) return false;
    Asked asked{"PUT", to};
    asked.headers["x-amz-copy-source"] = '/' + m_place.bucket + '/' + m_place.prefix + from;
    asked.source = sourceOf(std::string_view());
    const auto answer = call(asked);
    if (answer.status == 404) return false;
    if (answer.status != 200 || answer.body.find("<CopyObjectResult") == std::string::npos)
        unexpected("copying " + urlOf(from), answer);
    const auto made = find(to);
    if (!made || made->size != source->size)
        throw BlobsAway("the store of the files copied " + urlOf(from) + " and shows no such copy");
    return true;
}

void S3Store::remove(const std::string& key) {
    const auto answer = call({"DELETE", key});
    if (answer.status / 100 != 2 && answer.status != 404) unexpected("removing " + urlOf(key), answer);
}

void S3Store::list(const std::function<void(const std::string& key)>& take) {
    for (std::string next;;) {
        Asked asked{"GET", "", {{"list-type", "2"}, {"prefix", m_place.prefix}}};
        if (!next.empty()) asked.query["continuation-token"] = next;
        asked.mostBody = kMostListed;
        const auto answer = call(asked);
        if (answer.status != 200 || answer.body.find("<ListBucketResult") == std::string::npos)
            unexpected("GET of the list of " + urlOf(""), answer);
        for (std::size_t at = 0;;) {
            const auto key = elementOf(answer.body, "Key", at);
            if (at == std::string::npos) break;
            if (key.starts_with(m_place.prefix)) take(key.substr(m_place.prefix.size()));
        }
        next = elementOf(answer.body, "NextContinuationToken");
        if (next.empty()) return;
    }
}

}  // namespace plumb::server
