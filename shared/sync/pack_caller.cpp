#include "shared/sync/pack_caller.h"

#include <zstd.h>

#include "shared/base/encoding.h"
#include "shared/record/line.h"
#include "shared/sync/feed_page.h"

namespace plumb::sync {
namespace {

constexpr std::size_t kMostPush = 64 << 20;

HttpResponse jsonAnswer(const json::object& object) {
    return {200, {{"content-type", "application/json"}}, toText(object)};
}

HttpResponse refusal(int status, const std::string& code, const std::string& detail) {
    return {status, {}, toText(json::object{{"code", code}, {"detail", detail}, {"status", status}})};
}

HttpResponse notInIt() {
    return refusal(404, "not_in_pack", "the answer that was brought says nothing of this; write a new exchange file");
}

std::string queryOf(const std::string& path, std::string_view name) {
    const auto mark = path.find('?');
    if (mark == std::string::npos) return {};
    std::string_view rest = std::string_view(path).substr(mark + 1);
    while (!rest.empty()) {
        const auto end = std::min(rest.find('&'), rest.size());
        const auto pair = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (pair.size() > name.size() && pair.starts_with(name) && pair[name.size()] == '=')
            return std::string(pair.substr(name.size() + 1));
    }
    return {};
}

HttpResponse page(const std::map<std::uint64_t, PackAnswer::Page>& pages, const std::string& path) {
    const auto after = parseNumber(queryOf(path, "after"));
    const auto found = after ? pages.find(*after) : pages.end();
    // Taken before: it ends where the last page does.
    if (after && found == pages.end() && !pages.empty() && *after >= pages.rbegin()->second.cursor)
        return {200, {{"plumb-cursor", std::to_string(*after)}}, ""};
    if (found == pages.end())
        return refusal(409, "pack_old",
                       "this answer was made for what the device knew when it asked, and it knows more by now; write a "
                       "new exchange file");
    HttpResponse out{200, {{"plumb-cursor", std::to_string(found->second.cursor)}}, found->second.body};
    if (found->second.more) out.headers["plumb-more"] = "1";
    return out;
}

}  // namespace

Result<HttpResponse> PackCaller::call(const HttpRequest& request, std::size_t limit) {
    const auto path = request.path.substr(0, request.path.find('?'));
    const auto answer = [&]() -> HttpResponse {
        if (path == "/v1/server") return jsonAnswer({{"origin", m_answer.origin}, {"time", m_answer.time}});
        if (path == "/v1/token") {
            if (m_answer.revoked)
                return refusal(403, "key_revoked", "this device's key was revoked; the server takes nothing from it");
            return jsonAnswer({{"access_token", "by-file"}});
        }
        if (path == "/v1/checkpoint") return checkpoint(parseNumber(queryOf(request.path, "have")).value_or(0));
        if (path == "/v1/records" && request.method == "POST") return push(request);
        if (path == "/v1/records") return page(m_answer.feed, request.path);
        if (path == "/v1/trust") return page(m_answer.trust, request.path);
        if (path == "/v1/proof/inclusion") return proof(queryOf(request.path, "hash"));
        if (path == "/v1/uploads" && request.method == "POST") return upload(request);
        if (path == "/v1/receipt") return jsonAnswer({{"receipt", m_answer.receipt}});
        if (path.starts_with("/v1/files/")) {
            const auto hash = Sha256::fromHex(path.substr(10));
            const auto found = hash ? m_answer.documents.find(*hash) : m_answer.documents.end();
            return found == m_answer.documents.end() ? notInIt() : HttpResponse{200, {}, found->second};
        }
        return notInIt();
    }();
    if (answer.body.size() > limit)
        return fail(ErrorKind::tooLarge, "answer_too_large", "an answer in the exchange file is too large");
    return answer;
}

HttpResponse PackCaller::checkpoint(std::uint64_t have) const {
    if (have == m_answer.size) return jsonAnswer({{"checkpoint", m_answer.checkpoint}, {"consistency", json::array()}});
    // Asked from there: whatever it says, a smaller log too, is for the engine to judge.
    if (have == m_have) return jsonAnswer({{"checkpoint", m_answer.checkpoint}, {"consistency", m_answer.consistency}});
    // A network, or another file, told this device more since it asked: that says nothing against the log.
    return refusal(409, "pack_old",
                   "this answer was made for what the device knew when it asked, and it knows more by now; nothing was "
                   "taken from it. Write a new exchange file");
}

HttpResponse PackCaller::push(const HttpRequest& request) const {
    const auto size = ZSTD_getFrameContentSize(request.body.data(), request.body.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > kMostPush) return notInIt();
    std::string lines(static_cast<std::size_t>(size), '\0');
    if (ZSTD_isError(ZSTD_decompress(lines.data(), lines.size(), request.body.data(), request.body.size())))
        return notInIt();
    json::array results;
    json::object inclusion;
    for (std::string_view rest = lines; !rest.empty();) {
        const auto end = std::min(rest.find('\n'), rest.size());
        const auto line = record::Line::parse(std::string(rest.substr(0, end)));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const auto found = line ? m_answer.results.find(line->hash()) : m_answer.results.end();
        if (found == m_answer.results.end()) return notInIt();
        auto result = found->second;
        result["hash"] = found->first.hex();
        if (const auto index = integerAt(result, "index"); index) {
            if (const auto* hashes = m_answer.inclusion.if_contains(std::to_string(*index)))
                inclusion[std::to_string(*index)] = *hashes;
        }
        results.emplace_back(std::move(result));
    }
    return jsonAnswer({{"results", std::move(results)},
                       {"checkpoint", m_answer.checkpoint},
                       {"consistency", json::array()},
                       {"inclusion", std::move(inclusion)}});
}

HttpResponse PackCaller::upload(const HttpRequest& request) const {
    std::string length;
    std::optional<Sha256> hash;
    for (const auto& header : request.headers) {
        constexpr std::string_view kLength = "Upload-Length: ", kMeta = "Upload-Metadata: sha256 ";
        if (header.starts_with(kLength)) length = header.substr(kLength.size());
        if (!header.starts_with(kMeta)) continue;
        const auto text = fromBase64(header.substr(kMeta.size(), header.find(',') - kMeta.size()));
        const auto read = text ? Sha256::fromHex(asText(*text)) : Result<Sha256>(fail(Error{}));
        if (read) hash = *read;
    }
    const auto found = hash ? m_answer.uploads.find(*hash) : m_answer.uploads.end();
    if (found == m_answer.uploads.end()) return notInIt();
    if (const auto code = textOr(found->second, "code"); !code.empty())
        return refusal(422, code, textOr(found->second, "detail"));
    return {201, {{"location", "/v1/uploads/by-file-" + hash->hex()}, {"upload-offset", length}}, ""};
}

HttpResponse PackCaller::proof(const std::string& hash) const {
    const auto read = Sha256::fromHex(hash);
    const auto found = read ? m_answer.proofs.find(*read) : m_answer.proofs.end();
    if (found == m_answer.proofs.end()) return notInIt();
    auto out = found->second;
    out["size"] = m_answer.size;
    return jsonAnswer(out);
}

}  // namespace plumb::sync
