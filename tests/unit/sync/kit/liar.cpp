#include "tests/unit/sync/kit/liar.h"

#include <zstd.h>

#include <algorithm>

#include "shared/base/encoding.h"
#include "shared/crypto/hash.h"
#include "shared/record/small_files.h"
#include "sync-server/projections/files/file_uses.h"

namespace plumb::sync::kit {
namespace {

HttpResponse json200(const json::object& object) {
    return {200, {{"content-type", "application/json"}}, toText(object)};
}

HttpResponse problem(int status, const std::string& code) {
    return {status,
            {{"content-type", "application/problem+json"}},
            toText(json::object{{"code", code}, {"status", status}, {"detail", "a lie: " + code}})};
}

std::string unfolded(const HttpRequest& request) {
    std::string text(8u << 20, '\0');
    text.resize(ZSTD_decompress(text.data(), text.size(), request.body.data(), request.body.size()));
    return text;
}

std::vector<std::string> linesIn(const HttpRequest& request) {
    const auto text = unfolded(request);
    std::vector<std::string> out;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = text.find('\n', at);
        out.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

}  // namespace

Liar::Liar(World& world, Lies& lies)
    : m_world(world), m_honest(world), m_lies(lies), m_logKey(server::loadLogKey(world.folder()).value()) {}

Result<HttpResponse> Liar::call(const HttpRequest& request, std::size_t) {
    const auto head = m_world.services().head.get();
    if (m_lies.oldNote.empty()) m_lies.oldNote = head->note;
    if (m_lies.left == 0 || std::uniform_real_distribution<>(0, 1)(m_lies.random) > m_lies.share)
        return honest(request);
    --m_lies.left;
    m_lies.log += request.method + " " + request.path.substr(0, 60);
    auto out = lie(request);
    m_lies.log += out ? " → " + std::to_string(out->status) + " " + out->body.substr(0, 60) + "\n"
                      : " → " + out.error().code + "\n";
    return out;
}

Result<HttpResponse> Liar::lie(const HttpRequest& request) {
    if (draw(3) == 0) return anyAnswer(request);
    const std::string path = request.path.substr(0, request.path.find('?'));
    if (path == "/v1/records" && request.method == "POST") return falsePush(request);
    if (path == "/v1/records" || path == "/v1/trust" || path == "/v1/places" || path == "/v1/recoveries")
        return falseFeed(request);
    if (path == "/v1/checkpoint") return falseCheckpoint(request);
    if (path.starts_with("/v1/proof/")) return falseProof(request);
    if (path == "/v1/receipt") return falseReceipt(request);
    if (path == "/v1/files") return falseSmallFiles(request);
    if (path.starts_with("/v1/uploads")) return falseUpload(request);
    if (path == "/v1/token" || path == "/v1/server") return falseToken(request);
    return anyAnswer(request);
}

// Wrong at any call.
Result<HttpResponse> Liar::anyAnswer(const HttpRequest& request) {
    static constexpr int kStatuses[] = {204, 301, 302, 400, 401, 403, 404, 405, 409, 410, 413, 418, 429, 500, 503, 507};
    static const std::string kCodes[] = {"log_smaller",    "key_unknown",  "token_expired", "bad_request",
                                         "upload_expired", "wrong_offset", "disk_full",     "invite_used"};
    switch (draw(9)) {
        case 0:
            return fail(ErrorKind::offline, "offline", "the connection broke");
        case 1:
            return HttpResponse{kStatuses[draw(std::size(kStatuses))], {}, ""};
        case 2:
            return problem(kStatuses[3 + draw(std::size(kStatuses) - 3)], kCodes[draw(std::size(kCodes))]);
        case 3:
            return problem(403, "key_revoked");
        case 4:
            return HttpResponse{200, {{"content-type", "text/html"}}, "<html><body>Welcome to the hotel</body></html>"};
        case 5:
            return HttpResponse{302, {{"location", "https://elsewhere.invalid/"}}, ""};
        default:
            break;
    }
    // Done as asked, and then the answer is damaged.
    auto answer = honest(request);
    if (!answer) return answer;
    switch (draw(4)) {
        case 0:
            answer->body.clear();
            break;
        case 1:
            answer->body.resize(answer->body.size() / 2);
            break;
        case 2:
            answer->body += answer->body;
            break;
        default:
            if (!answer->body.empty()) answer->body[draw(answer->body.size())] ^= 1;
    }
    return answer;
}

std::string Liar::falseNote() {
    const auto head = m_world.services().head.get();
    auto note = crypto::readCheckpoint(head->note).value();
    auto key = m_logKey;
    switch (draw(6)) {
        case 0:
            return m_lies.oldNote;
        case 1:
            note.root = crypto::sha256("another log");
            break;
        case 2:
            note.size += 1000;
            note.root = crypto::sha256("a larger log");
            break;
        case 3:
            note.trust->digest = crypto::sha256("other keys");
            break;
        case 4:
            note.trust.reset();
            break;
        default:
            key = crypto::PrivateKey::generate(crypto::Suite::eddsa);
    }
    return crypto::signCheckpoint(note, key);
}

Result<HttpResponse> Liar::falsePush(const HttpRequest& request) {
    const auto head = m_world.services().head.get();
    const auto lines = linesIn(request);
    const bool swallowed = draw(2) == 0;
    if (!swallowed) (void)honest(request);
    const auto kind = draw(5);
    static const std::string kCodes[] = {"bad_signature", "wrong_region", "key_revoked", "bad_score", "key_unknown"};
    json::array results;
    json::object inclusion;
    for (const auto& line : lines) {
        json::object result{{"hash", crypto::sha256(line).hex()}};
        if (kind == 0) {
            result["status"] = "refused";
            result["code"] = kCodes[draw(std::size(kCodes))];
            result["detail"] = "a lie";
        } else {
            const auto index = draw(static_cast<std::size_t>(head->size) + 3);
            result["status"] = kind == 1 ? "known" : kind == 2 ? "pending" : "accepted";
            result["index"] = index;
            if (draw(2) == 0) inclusion[std::to_string(index)] = json::array{toBase64(head->root.view())};
        }
        results.push_back(std::move(result));
    }
    if (kind == 4 && !results.empty()) {
        if (draw(2) == 0)
            results.erase(results.begin());
        else
            results.front().get_object()["hash"] = crypto::sha256("another line").hex();
    }
    m_lies.log += swallowed ? " (swallowed)" : " (passed on)";
    json::object out{{"results", std::move(results)}, {"inclusion", std::move(inclusion)}};
    if (draw(2) == 0) out["checkpoint"] = draw(2) == 0 ? head->note : falseNote();
    return json200(out);
}

Result<HttpResponse> Liar::falseFeed(const HttpRequest& request) {
    auto answer = honest(request);
    if (!answer || answer->status != 200) return answer;
    const auto head = m_world.services().head.get();
    switch (draw(7)) {
        case 0:
            answer->headers["plumb-cursor"] = "4000000000";
            break;
        case 1:  // within the log, and nothing of it is handed out
            answer->headers["plumb-cursor"] = std::to_string(head->size);
            answer->body.clear();
            break;
        case 2:
            answer->headers["plumb-more"] = "1";
            break;
        case 3:
            answer->headers["plumb-more"] = "1";
            answer->headers["plumb-cursor"] = request.path.substr(request.path.find("after=") + 6, 1);
            break;
        case 4:  // the first line is left out
            answer->body.erase(0, std::min(answer->body.find('\n') + 1, answer->body.size()));
            break;
        case 5:  // another index
            if (!answer->body.empty()) answer->body.insert(0, "1");
            break;
        default:
            answer->body += "checkpoint " + toBase64(asBytes(falseNote())) + "\n";
    }
    return answer;
}

Result<HttpResponse> Liar::falseCheckpoint(const HttpRequest& request) {
    auto answer = honest(request);
    if (!answer || answer->status != 200 || draw(4) == 0) return problem(409, "log_smaller");
    auto value = parseJson(answer->body).value();
    value.get_object()["checkpoint"] = falseNote();
    answer->body = toText(value);
    return answer;
}

Result<HttpResponse> Liar::falseProof(const HttpRequest& request) {
    auto answer = honest(request);
    if (!answer || answer->status != 200 || draw(3) == 0) return problem(404, "record_unknown");
    auto value = parseJson(answer->body).value();
    auto& object = value.get_object();
    if (draw(2) == 0 && object.contains("index"))
        object["index"] = object["index"].to_number<std::int64_t>() + 1;
    else
        object["hashes"] = json::array{toBase64(crypto::sha256("no proof").view())};
    answer->body = toText(value);
    return answer;
}

Result<HttpResponse> Liar::falseReceipt(const HttpRequest& request) {
    const bool coded =
        std::find(request.headers.begin(), request.headers.end(), "Content-Encoding: zstd") != request.headers.end();
    const auto asked = parseJson(coded ? unfolded(request) : request.body).value().get_object();
    crypto::Receipt receipt;
    receipt.origin = "test.log";
    receipt.nonce = textOr(asked, "nonce");
    receipt.time = m_world.clock()();
    const auto kind = draw(5);
    if (kind == 0) receipt.time.utc += std::chrono::hours(24 * 3650);
    if (kind == 1) receipt.nonce = crypto::makeReceiptNonce();
    json::object out;
    if (asked.contains("have")) {
        falseNews(asked, receipt, out);
    } else {
        for (const auto& file : asked.at("files").get_array()) {
            const auto hash = Sha256::fromHex(std::string_view(file.get_string())).value();
            if (kind == 2) receipt.files[hash] = draw(1000);
            if (kind == 3) {
                // There, whether or not it is: this must be found out later.
                const auto size = m_world.services().blobs.sizeOf(hash);
                receipt.files[hash] = size.value_or(13);
            }
        }
    }
    const auto key = kind == 4 ? crypto::PrivateKey::generate(crypto::Suite::eddsa) : m_logKey;
    out["receipt"] = crypto::signReceipt(receipt, key);
    return json200(out);
}

// Nothing is new, whatever is; or something is, and nothing fits.
void Liar::falseNews(const json::object& asked, crypto::Receipt& receipt, json::object& out) {
    const auto head = m_world.services().head.get();
    const auto have = asked.at("have").to_number<std::uint64_t>();
    const auto note = draw(3) == 0 ? falseNote() : draw(2) == 0 ? m_lies.oldNote : head->note;
    receipt.logSize = draw(2) == 0 ? have : crypto::readCheckpoint(note).value().size;
    receipt.head = crypto::checkpointMark(note);
    const std::uint64_t cursors[] = {have, head->size, 4'000'000'000, 0};
    if (draw(4) != 0) receipt.feed = cursors[draw(4)];
    if (draw(4) != 0) {
        // All of it, or none.
        const auto all = "0-" + std::to_string(head->size - 1) + "\n";
        receipt.places = crypto::Receipt::Places{head->size, crypto::receiptMark(draw(2) == 0 ? all : "")};
    }
    if (const auto held = fromBase64Url(textOr(asked, "held")); held && draw(4) != 0) {
        // There, whether or not they are, as the lines say that name them.
        const auto reader = m_world.services().readers.borrow();
        server::FileUses uses(*reader);
        std::map<Sha256, std::uint64_t> files;
        for (std::size_t at = 0; at + crypto::kHashBeginning <= held->size(); at += crypto::kHashBeginning) {
            for (const auto& hash : uses.begunWith(ByteView(*held).subspan(at, crypto::kHashBeginning)))
                uses.each(hash, [&](const server::FileUse& use) {
                    files[hash] = use.size;
                    return false;
                });
        }
        receipt.held = crypto::filesMark(files);
    }
    if (draw(3) != 0) {
        out["checkpoint"] = note;
        out["consistency"] = json::array();
    }
}

Result<HttpResponse> Liar::falseUpload(const HttpRequest& request) {
    static const std::string kOffsets[] = {"0", "1", "4000000000", "-5", "x", ""};
    static const std::string kPlaces[] = {"foo",
                                          "/",
                                          "/v1/server",
                                          "https://elsewhere.invalid",
                                          "/v1/uploads/nothing",
                                          "/v1/uploads/a b",
                                          "/v1/uploads/../records",
                                          ""};
    if (request.method != "POST" || request.path != "/v1/uploads") {
        // Acknowledged, and thrown away.
        return HttpResponse{request.method == "HEAD" ? 200 : 204, {{"upload-offset", kOffsets[draw(6)]}}, ""};
    }
    if (draw(2) == 0)
        return HttpResponse{201, {{"location", kPlaces[draw(std::size(kPlaces))]}, {"upload-offset", "0"}}, ""};
    auto answer = honest(request);
    if (answer) answer->headers["upload-offset"] = kOffsets[draw(6)];
    return answer;
}

Result<HttpResponse> Liar::falseSmallFiles(const HttpRequest& request) {
    const auto files = record::readSmallFiles(unfolded(request));
    const auto count = files ? files->size() : 0;
    json::array refused;
    switch (draw(4)) {
        case 0:  // acknowledged, and thrown away
            return json200({{"taken", count}, {"refused", json::array()}});
        case 1:
            return json200({{"taken", count + 1}, {"refused", json::array()}});
        case 2:
            return json200({{"taken", draw(2)}, {"refused", json::array{json::object{{"sha256", "none"}}}}});
        default:
            for (const auto& file : files.value())
                refused.push_back({{"sha256", file.sha256.hex()}, {"code", "wrong_hash"}, {"detail", "a lie"}});
            return json200({{"taken", 0}, {"refused", std::move(refused)}});
    }
}

Result<HttpResponse> Liar::falseToken(const HttpRequest& request) {
    auto answer = honest(request);
    if (!answer || answer->status != 200) return answer;
    auto value = parseJson(answer->body).value();
    auto& object = value.get_object();
    if (request.path == "/v1/token") {
        if (draw(2) == 0) return problem(403, "key_revoked");
        object["access_token"] = "no-token";
    } else {
        switch (draw(3)) {
            case 0:
                object["origin"] = "another.log";
                break;
            case 1:
                object["time"] = "2036-01-01T00:00:00.000Z";
                break;
            default:
                object["recovering"] = true;
        }
    }
    answer->body = toText(value);
    return answer;
}

}  // namespace plumb::sync::kit
