#include "shared/sync/server_link.h"

#include <zstd.h>

#include <algorithm>
#include <cctype>

#include "shared/base/encoding.h"
#include "shared/base/uuid.h"
#include "shared/crypto/hash.h"
#include "shared/crypto/jws.h"
#include "shared/sync/answer_parts.h"
#include "shared/sync/feed_page.h"
#include "shared/sync/tuning.h"

namespace plumb::sync {
namespace {

std::string compressed(const std::string& text, int level = kCodingLevel) {
    std::string out(ZSTD_compressBound(text.size()), '\0');
    const std::size_t size = ZSTD_compress(out.data(), out.size(), text.data(), text.size(), level);
    if (ZSTD_isError(size)) throw std::runtime_error(ZSTD_getErrorName(size));
    out.resize(size);
    return out;
}

// The path of an upload on the server that was asked, or "bad_answer": a location goes into the next request as it is,
// and is kept for days.
Result<std::string> uploadPath(std::string location) {
    if (const auto scheme = location.find("://"); scheme != std::string::npos) {
        const auto slash = location.find('/', scheme + 3);
        location = slash == std::string::npos ? "/" : location.substr(slash);
    }
    const bool plain = std::all_of(location.begin(), location.end(), [](unsigned char c) {
        return std::isalnum(c) || c == '/' || c == '-' || c == '_' || c == '.' || c == '~';
    });
    if (!plain || !location.starts_with("/v1/uploads/") || location.size() > kMostLocationBytes ||
        location.find("..") != std::string::npos)
        return strangeAnswer("the upload has no usable location");
    return location;
}

Result<std::uint64_t> offsetOf(const HttpResponse& response) {
    const auto offset = parseNumber(response.header("upload-offset"));
    if (!offset) return strangeAnswer("it does not say how far the upload is");
    return *offset;
}

// Whether the server itself answered a chunk: what it refuses it refuses with a problem document, and what it takes has
// an offset. A proxy's own page, and a connection that broke, say nothing about the server.
bool isOwnAnswer(const Result<HttpResponse>& response) {
    if (!response) return response.error().code != "offline";
    if (response->status == 204 || response->status == 200) return !response->header("upload-offset").empty();
    const auto body = parseJson(response->body);
    return response->status != 405 && response->status != 501 && body && body->is_object() &&
           !textOr(body->get_object(), "code").empty();
}

Result<PushResult> resultOf(const json::value& value) {
    if (!value.is_object()) return strangeAnswer("a result is no object");
    const auto& object = value.get_object();
    PushResult out;
    out.hash = textOr(object, "hash");
    out.status = textOr(object, "status");
    out.code = textOr(object, "code");
    out.detail = textOr(object, "detail");
    if (out.status != "accepted" && out.status != "known" && out.status != "refused")
        return strangeAnswer("it says of a line what no server says");
    if (out.status != "refused") {
        const auto index = integerAt(object, "index");
        if (!index || *index < 0) return strangeAnswer("an accepted line has no index");
        out.index = static_cast<std::uint64_t>(*index);
    }
    if (const auto* notes = object.if_contains("notes"); notes && notes->is_array()) {
        for (const auto& note : notes->get_array()) {
            if (note.is_string()) out.notes.emplace_back(note.get_string());
        }
    }
    return out;
}

}  // namespace

Result<json::object> ServerLink::answer(const Result<HttpResponse>& response) {
    if (!response) return fail(response.error());
    if (response->status < 200 || response->status >= 300) return fail(problemOf(*response));
    auto value = parseJson(response->body);
    if (!value || !value->is_object()) return strangeAnswer("it is no JSON object");
    return std::move(value->get_object());
}

Result<HttpResponse> ServerLink::send(const HttpRequest& request) {
    auto response = m_http->call(request);
    if (response && (response->status == 429 || response->status == 503)) {
        // Seconds alone: a date would be measured by a clock that may be wrong.
        const auto wait = parseNumber(response->header("retry-after"));
        m_retryAfter = std::min<std::chrono::seconds>(
            std::chrono::seconds(std::min<std::uint64_t>(wait.value_or(0), 86400)), kLongestRetryAfter);
    }
    return response;
}

Result<HttpResponse> ServerLink::authorized(HttpRequest request) {
    request.headers.push_back("Authorization: Bearer " + m_token);
    auto response = send(request);
    if (!response || response->status != 401 || !m_login) return response;
    // The token's time was over, or the server began anew: ask once more, then the answer stands.
    if (auto again = authenticate(m_login->key, m_login->origin, m_login->clock()); !again) return fail(again.error());
    request.headers.back() = "Authorization: Bearer " + m_token;
    return send(request);
}

Result<EnrolAnswer> ServerLink::enrol(const record::Line& line) {
    const auto object = answer(send({"POST", "/v1/enrol", {"Content-Type: text/plain"}, line.text()}));
    if (!object) return fail(object.error());
    EnrolAnswer out;
    const auto index = integerAt(*object, "index");
    auto checkpoint = textAt(*object, "checkpoint");
    auto inclusion = readHashes(object->if_contains("inclusion"));
    const auto trust = arrayAt(*object, "trust");
    if (!index || *index < 0 || !checkpoint || !inclusion || !trust)
        return strangeAnswer("the enrolment's answer lacks index, checkpoint, inclusion or trust");
    out.index = static_cast<std::uint64_t>(*index);
    out.checkpoint = std::move(*checkpoint);
    out.inclusion = std::move(*inclusion);
    for (const auto& entry : **trust) {
        if (entry.is_string()) out.trust.emplace_back(entry.get_string());
    }
    return out;
}

Result<void> ServerLink::login(const crypto::PrivateKey& key, const std::string& origin, const Clock& clock) {
    m_login = Login{key, origin, clock};
    return authenticate(key, origin, clock());
}

Result<std::string> ServerLink::introduction(const crypto::PrivateKey& key, const std::string& origin,
                                             const Instant& now) {
    const auto about = answer(send({"GET", "/v1/server"}));
    if (!about) return fail(about.error());
    if (textOr(*about, "origin") != origin) {
        return fail(ErrorKind::badSignature, "wrong_server",
                    "this server calls itself \"" + textOr(*about, "origin") + "\", the invitation was for \"" +
                        origin + "\"; nothing was sent");
    }
    // A tablet whose clock is years off must still be able to deliver; its records keep the clock they were signed
    // with.
    TimePoint at = now.utc;
    const auto server = parseInstant(textOr(*about, "time"));
    if (server && std::chrono::abs(server->utc - at) > kClockSlack) at = server->utc;
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(at.time_since_epoch()).count();
    const json::object claims{{"iss", key.kid()},
                              {"sub", key.kid()},
                              {"aud", origin},
                              {"iat", seconds},
                              {"exp", seconds + kAssertionLife.count()},
                              {"jti", makeUuid7(at)}};
    return "grant_type=" + percentEncode("urn:ietf:params:oauth:grant-type:jwt-bearer") +
           "&assertion=" + crypto::signCompact(key, "JWT", toText(claims));
}

Result<void> ServerLink::authenticate(const crypto::PrivateKey& key, const std::string& origin, const Instant& now) {
    const auto form = introduction(key, origin, now);
    if (!form) return fail(form.error());
    const auto token = answer(send({"POST", "/v1/token", {"Content-Type: application/x-www-form-urlencoded"}, *form}));
    if (!token) return fail(token.error());
    auto text = textAt(*token, "access_token");
    if (!text) return strangeAnswer("the token is missing");
    m_token = std::move(*text);
    return {};
}

Result<RevocationAnswer> ServerLink::revocation(const crypto::PrivateKey& key, const std::string& origin,
                                                const Clock& clock, std::uint64_t after, std::uint64_t have) {
    const auto form = introduction(key, origin, clock());
    if (!form) return fail(form.error());
    const auto object = answer(send({"POST",
                                     "/v1/revocation?after=" + std::to_string(after) + "&have=" + std::to_string(have),
                                     {"Content-Type: application/x-www-form-urlencoded"},
                                     *form}));
    if (!object) return fail(object.error());
    return readRevocationAnswer(*object);
}

Result<bool> ServerLink::recovering() {
    const auto about = answer(send({"GET", "/v1/server"}));
    if (!about) return fail(about.error());
    const auto* waits = about->if_contains("recovering");
    return waits && waits->is_bool() && waits->get_bool();
}

Result<PushAnswer> ServerLink::push(const std::vector<std::string>& lines, std::optional<std::uint64_t> have) {
    std::string body;
    for (const auto& line : lines) body.append(line).append(1, '\n');
    HttpRequest request{
        "POST", "/v1/records", {"Content-Type: application/plumb-lines", "Content-Encoding: zstd"}, compressed(body)};
    request.deadline = std::chrono::seconds{120};
    if (have) request.path += "?have=" + std::to_string(*have);
    const auto object = answer(authorized(std::move(request)));
    if (!object) return fail(object.error());
    PushAnswer out;
    const auto results = arrayAt(*object, "results");
    if (!results || (*results)->size() != lines.size()) return strangeAnswer("not every line has a result");
    for (const auto& value : **results) {
        auto result = resultOf(value);
        if (!result) return fail(result.error());
        out.results.push_back(std::move(*result));
    }
    out.checkpoint = textOr(*object, "checkpoint");
    auto consistency = readHashes(object->if_contains("consistency"));
    if (!consistency) return fail(consistency.error());
    out.consistency = std::move(*consistency);
    if (const auto* inclusion = object->if_contains("inclusion"); inclusion && inclusion->is_object()) {
        for (const auto& [index, proof] : inclusion->get_object()) {
            auto hashes = readHashes(&proof);
            if (!hashes) return fail(hashes.error());
            const auto at = parseNumber(std::string_view(index));
            if (!at) return strangeAnswer("a proof names no index");
            out.inclusion[*at] = std::move(*hashes);
        }
    }
    return out;
}

Result<FeedAnswer> ServerLink::feed(std::uint64_t cursor, std::chrono::seconds wait, std::size_t limit,
                                    std::uint64_t have) {
    HttpRequest request{"GET", "/v1/records?after=" + std::to_string(cursor) + "&wait=" + std::to_string(wait.count()) +
                                   "&limit=" + std::to_string(limit) + "&have=" + std::to_string(have)};
    request.deadline = wait + std::chrono::seconds{60};
    return feedPage(std::move(request));
}

Result<FeedAnswer> ServerLink::trust(std::uint64_t after, std::size_t limit, std::uint64_t size) {
    return feedPage({"GET", "/v1/trust?after=" + std::to_string(after) + "&limit=" + std::to_string(limit) +
                                "&size=" + std::to_string(size)});
}

Result<FeedAnswer> ServerLink::about(const std::string& id, std::uint64_t after, std::uint64_t size) {
    return feedPage(
        {"GET", "/v1/about?of=" + id + "&after=" + std::to_string(after) + "&size=" + std::to_string(size)});
}

Result<FeedAnswer> ServerLink::recoveries(std::uint64_t have) {
    return feedPage({"GET", "/v1/recoveries?have=" + std::to_string(have)});
}

Result<ServerLink::Places> ServerLink::places(std::uint64_t after) {
    const auto response = authorized({"GET", "/v1/places?after=" + std::to_string(after)});
    if (!response) return fail(response.error());
    if (response->status != 200) return fail(problemOf(*response));
    Places out;
    const auto next = parseNumber(response->header("plumb-cursor"));
    if (!next) return strangeAnswer("it does not say how far it looked");
    out.next = *next;
    out.more = response->header("plumb-more") == "1";
    std::uint64_t least = after;
    for (std::string_view body = response->body; !body.empty();) {
        const auto end = std::min(body.find('\n'), body.size());
        const auto entry = body.substr(0, end);
        body.remove_prefix(std::min(end + 1, body.size()));
        const auto dash = std::min(entry.find('-'), entry.size());
        const auto first = parseNumber(entry.substr(0, dash));
        const auto last = dash == entry.size() ? first : parseNumber(entry.substr(dash + 1));
        if (!first || !last || *first < least || *last < *first || *last >= out.next)
            return strangeAnswer("a range of places is none");
        out.ranges.emplace_back(*first, *last);
        least = *last + 1;
    }
    return out;
}

Result<std::vector<Sha256>> ServerLink::consistency(std::uint64_t from, std::uint64_t to) {
    const auto object =
        answer(authorized({"GET", "/v1/proof/consistency?from=" + std::to_string(from) + "&to=" + std::to_string(to)}));
    if (!object) return fail(object.error());
    return readHashes(object->if_contains("hashes"));
}

Result<FeedAnswer> ServerLink::feedPage(HttpRequest request) {
    const auto response = authorized(std::move(request));
    if (!response) return fail(response.error());
    if (response->status != 200) return fail(problemOf(*response));
    auto page = parseFeedPage(response->body);
    if (!page) return page;
    const auto cursor = parseNumber(response->header("plumb-cursor"));
    if (!cursor) return strangeAnswer("the feed names no cursor");
    page->cursor = *cursor;
    page->more = response->header("plumb-more") == "1";
    return page;
}

Result<CheckpointAnswer> ServerLink::checkpoint(std::optional<std::uint64_t> have) {
    const auto object =
        answer(authorized({"GET", "/v1/checkpoint" + (have ? "?have=" + std::to_string(*have) : std::string())}));
    if (!object) return fail(object.error());
    return checkpointIn(*object);
}

Result<CheckpointAnswer> ServerLink::checkpointIn(const json::object& object) {
    auto hashes = readHashes(object.if_contains("consistency"));
    if (!hashes) return fail(hashes.error());
    return CheckpointAnswer{textOr(object, "checkpoint"), std::move(*hashes)};
}

Result<InclusionAnswer> ServerLink::inclusion(const Sha256& lineHash, std::uint64_t size) {
    const auto object =
        answer(authorized({"GET", "/v1/proof/inclusion?hash=" + lineHash.hex() + "&size=" + std::to_string(size)}));
    if (!object) return fail(object.error());
    const auto index = integerAt(*object, "index"), total = integerAt(*object, "size");
    auto hashes = readHashes(object->if_contains("hashes"));
    if (!index || !total || !hashes || *index < 0 || *total < 0)
        return strangeAnswer("the proof lacks index, size or hashes");
    return InclusionAnswer{static_cast<std::uint64_t>(*index), static_cast<std::uint64_t>(*total), std::move(*hashes)};
}

Result<ServerLink::Upload> ServerLink::createUpload(const Sha256& hash, std::uint64_t size, const std::string& type) {
    const auto response =
        authorized({"POST",
                    "/v1/uploads",
                    {"Tus-Resumable: 1.0.0", "Upload-Length: " + std::to_string(size),
                     "Upload-Metadata: sha256 " + toBase64(asBytes(hash.hex())) + ",type " + toBase64(asBytes(type))}});
    if (!response) return fail(response.error());
    if (response->status != 201 && response->status != 200) return fail(problemOf(*response));
    auto location = uploadPath(response->header("location"));
    if (!location) return fail(location.error());
    // A new upload need not say that it is at its beginning.
    const auto offset = response->header("upload-offset").empty() ? Result<std::uint64_t>(0) : offsetOf(*response);
    if (!offset) return fail(offset.error());
    return Upload{std::move(*location), *offset};
}

Result<ServerLink::Upload> ServerLink::uploadOffset(const std::string& location) {
    const auto response = authorized({"HEAD", location, {"Tus-Resumable: 1.0.0"}});
    if (!response) return fail(response.error());
    if (response->status != 200 && response->status != 204) return fail(problemOf(*response));
    const auto offset = offsetOf(*response);
    if (!offset) return fail(offset.error());
    return Upload{location, *offset};
}

Result<HttpResponse> ServerLink::sendPiece(const std::string& location, std::uint64_t offset, ByteView chunk,
                                           bool byPost) {
    HttpRequest request{byPost ? "POST" : "PATCH",
                        location,
                        {"Tus-Resumable: 1.0.0", "Content-Type: application/offset+octet-stream",
                         "Upload-Offset: " + std::to_string(offset)},
                        std::string(asText(chunk))};
    if (byPost) request.headers.emplace_back("X-HTTP-Method-Override: PATCH");
    request.deadline = std::chrono::seconds{300};
    return authorized(std::move(request));
}

Result<std::uint64_t> ServerLink::sendChunk(const std::string& location, std::uint64_t offset, ByteView chunk) {
    auto response = sendPiece(location, offset, chunk, m_byPost);
    if (!response && response.error().code == "offline") {
        // The link broke, or something on the way lets no PATCH through. Of a link the server has what came; nothing of
        // that goes twice.
        const auto now = uploadOffset(location);
        if (!now) return fail(now.error());
        if (now->offset > offset) return now->offset;
    }
    if (!isOwnAnswer(response)) {
        auto other = sendPiece(location, offset, chunk, !m_byPost);
        if (isOwnAnswer(other)) {
            m_byPost = !m_byPost;
            response = std::move(other);
        }
    }
    if (!response) return fail(response.error());
    if (response->status != 204 && response->status != 200) return fail(problemOf(*response));
    return offsetOf(*response);
}

Result<std::set<Sha256>> ServerLink::sendSmallFiles(const std::vector<record::SmallFile>& files) {
    std::string body;
    for (const auto& file : files) record::addSmallFile(body, file);
    HttpRequest request{"POST",
                        "/v1/files",
                        {std::string("Content-Type: ") + record::kSmallFilesType, "Content-Encoding: zstd"},
                        compressed(body, kSmallFilesCodingLevel)};
    request.deadline = std::chrono::seconds{300};
    const auto object = answer(authorized(std::move(request)));
    if (!object) return fail(object.error());
    const auto taken = integerAt(*object, "taken");
    const auto refused = arrayAt(*object, "refused");
    if (!taken || !refused || *taken < 0 || static_cast<std::size_t>(*taken) + (*refused)->size() != files.size())
        return strangeAnswer("not every file has a result");
    std::set<Sha256> out;
    for (const auto& one : **refused) {
        const auto hash =
            one.is_object() ? Sha256::fromHex(textOr(one.get_object(), "sha256")) : Result<Sha256>(fail(Error{}));
        if (!hash) return strangeAnswer("it refuses a file that it does not name");
        out.insert(*hash);
    }
    return out;
}

Result<json::object> ServerLink::askReceipt(json::object asked) {
    HttpRequest request{"POST", "/v1/receipt", {"Content-Type: application/json"}, toText(asked)};
    // Hashes of many files as hex are half as long so.
    if (request.body.size() > kWorthCoding) {
        request.body = compressed(request.body);
        request.headers.emplace_back("Content-Encoding: zstd");
    }
    return answer(authorized(std::move(request)));
}

Result<crypto::Receipt> ServerLink::receipt(const std::vector<Sha256>& files, const crypto::NoteKey& logKey) {
    json::array names;
    for (const auto& file : files) names.emplace_back(file.hex());
    const std::string nonce = m_nonce.empty() ? crypto::makeReceiptNonce() : m_nonce;
    const auto object = askReceipt({{"nonce", nonce}, {"files", std::move(names)}});
    if (!object) return fail(object.error());
    return crypto::verifyReceipt(textOr(*object, "receipt"), logKey, nonce);
}

Result<NewsAnswer> ServerLink::whatIsNew(const NewsQuestion& question, const crypto::NoteKey& logKey) {
    const std::string nonce = crypto::makeReceiptNonce();
    json::object asked{
        {"nonce", nonce}, {"have", question.have}, {"after", question.after}, {"places", question.places}};
    Bytes beginnings;
    for (const auto& file : question.files) {
        const auto beginning = file.view().first(crypto::kHashBeginning);
        beginnings.insert(beginnings.end(), beginning.begin(), beginning.end());
    }
    if (!beginnings.empty()) asked["held"] = toBase64Url(beginnings);
    const auto object = askReceipt(std::move(asked));
    if (!object) return fail(object.error());
    auto receipt = crypto::verifyReceipt(textOr(*object, "receipt"), logKey, nonce);
    if (!receipt) return fail(receipt.error());
    NewsAnswer out{std::move(*receipt), {}};
    if (object->contains("checkpoint")) {
        auto checkpoint = checkpointIn(*object);
        if (!checkpoint) return fail(checkpoint.error());
        out.checkpoint = std::move(*checkpoint);
    }
    return out;
}

Result<json::object> ServerLink::certifyDocumentKey(const json::object& asked) {
    return answer(authorized({"POST", "/v1/documents/certificate", {"Content-Type: application/json"}, toText(asked)}));
}

Result<json::object> ServerLink::query(const std::string& what) {
    return answer(authorized({"GET", "/v1/query/" + what}));
}

Result<json::object> ServerLink::draw(const std::string& id) {
    return query("draws/" + id);
}

Result<json::object> ServerLink::hooks(const std::string& id, const std::optional<json::object>& said) {
    const auto path = id.empty() ? std::string("/v1/hooks") : "/v1/hooks/" + percentEncode(id);
    if (!said) return answer(authorized({"GET", path}));
    return answer(authorized({"POST", path, {"Content-Type: application/json"}, toText(*said)}));
}

Result<Bytes> ServerLink::file(const Sha256& hash) {
    HttpRequest request{"GET", "/v1/files/" + hash.hex()};
    request.deadline = std::chrono::seconds{300};
    const auto response = authorized(std::move(request));
    if (!response) return fail(response.error());
    if (response->status != 200) return fail(problemOf(*response));
    if (crypto::sha256(response->body) != hash)
        return fail(ErrorKind::badSignature, "wrong_hash",
                    "the server gave another file than the one that was asked for; it was not kept");
    return Bytes(response->body.begin(), response->body.end());
}

}  // namespace plumb::sync
