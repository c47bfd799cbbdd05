#include "sync-server/http/sequencer_link.h"

#include <algorithm>
#include <cstring>

#include "shared/base/encoding.h"
#include "shared/crypto/keyed_hash.h"
#include "sync-server/http/handed_lines.h"
#include "sync-server/http/problem.h"
#include "sync-server/http/tuning.h"

namespace plumb::server {
namespace {

constexpr std::string_view kScheme = "Front-End ";

Sha256 derived(const std::string& secret, const std::string& use) {
    return crypto::keyedHash(asBytes(secret), asBytes(use));
}

tl::unexpected<Error> noSequencer() {
    return fail(ErrorKind::offline, "busy", "the log's sequencer does not answer just now; try again in a moment");
}

// What it said of the push as a whole: its own words reach the caller.
Error refusalOf(const KeptAnswer& answer) {
    const auto value = parseJson(answer.body, 8);
    if (!value || !value->is_object()) return noSequencer().value();
    const auto code = textOr(value->get_object(), "code");
    // A 404 is that of a front end with another secret, or of something else at this address.
    if (code.empty() || answer.status == 404) return noSequencer().value();
    const auto kind = answer.status == 503   ? ErrorKind::offline
                      : answer.status == 507 ? ErrorKind::full
                                             : ErrorKind::broken;
    return {kind, code, textOr(value->get_object(), "detail")};
}

std::string_view nameOf(Method method) {
    return method == Method::post ? "POST" : "GET";
}

}  // namespace

SequencerLink::SequencerLink(const LinkOptions& options)
    : m_word(derived(options.secret, "plumb front end " + options.log)),
      m_tokenKey(derived(options.secret, "plumb bearer tokens " + options.log)),
      m_calls({options.plain ? "http" : "https", options.authorities}) {}

bool SequencerLink::isWord(std::string_view header) const {
    if (!header.starts_with(kScheme)) return false;
    const auto said = Sha256::fromHex(header.substr(kScheme.size()));
    return said && crypto::isSame(*said, m_word);
}

Result<KeptAnswer> SequencerLink::post(const std::string& url, const std::string& body, std::size_t mostBody) {
    KeptCall call;
    call.method = "POST";
    call.url = url;
    call.headers = {"Authorization: " + std::string(kScheme) + m_word.hex(), "Content-Type: application/octet-stream"};
    call.source = [&body](std::uint64_t offset, std::span<std::uint8_t> out) {
        const auto count = std::min<std::uint64_t>(out.size(), body.size() - offset);
        std::memcpy(out.data(), body.data() + offset, static_cast<std::size_t>(count));
        return static_cast<std::size_t>(count);
    };
    call.size = body.size();
    call.mostBody = mostBody;
    call.deadline = kHandedTime;
    return m_calls.call(call);
}

Result<PushOutcome> SequencerLink::push(const std::string& address, const std::vector<Candidate>& candidates) {
    const auto body = handedBody(candidates);
    const auto answer = post(address + "/internal/lines", body, kMostHandedAnswer);
    if (!answer) return noSequencer();
    if (answer->status != 200) return fail(refusalOf(*answer));
    auto handed = readHandedAnswer(answer->body);
    if (!handed) return fail(ErrorKind::broken, "internal", handed.error().detail);
    // In the order of the push, with what went no further than this front end.
    PushOutcome out;
    out.head = std::move(handed->head);
    auto next = handed->decisions.begin();
    for (const auto& candidate : candidates) {
        if (!candidate.line || !candidate.payload) {
            Decision refused;
            refused.hash = candidate.hash;
            refused.error = *candidate.refusal;
            out.decisions.push_back(std::move(refused));
            continue;
        }
        if (next == handed->decisions.end() || next->hash != candidate.hash)
            return fail(ErrorKind::broken, "internal", "the sequencer answers other lines than were handed over");
        out.decisions.push_back(std::move(*next++));
    }
    return out;
}

Response SequencerLink::call(const std::string& address, const Request& request) {
    if (address.empty()) return problem(noSequencer().value());
    const auto answer = post(address + "/internal/calls", handedCall(request), kMostHandedAnswer);
    if (!answer) return problem(noSequencer().value());
    if (answer->status != 200) return problem(refusalOf(*answer));
    auto response = readHandedResponse(answer->body);
    return response ? std::move(*response) : problem({ErrorKind::broken, "internal", response.error().detail});
}

std::string handedCall(const Request& request) {
    json::object query;
    for (const auto& [name, value] : request.query) query[name] = value;
    json::array headers;
    for (const auto& [name, value] : request.headers) {
        if (name != "authorization") headers.push_back(json::array{name, value});
    }
    return toText(json::object{{"method", nameOf(request.method)},
                               {"path", request.path},
                               {"query", std::move(query)},
                               {"headers", std::move(headers)},
                               {"peer", request.peer},
                               {"caller", request.caller ? request.caller->kid : std::string()}}) +
           "\n" + request.body;
}

namespace {

Result<json::object> headOf(std::string_view body, std::string_view& rest) {
    const auto end = body.find('\n');
    auto value = end == std::string_view::npos ? Result<json::value>(fail(Error{})) : parseJson(body.substr(0, end), 8);
    if (!value || !value->is_object())
        return fail(ErrorKind::malformed, "bad_request", "a handed call begins with a line of JSON");
    rest = body.substr(end + 1);
    return std::move(value->get_object());
}

Headers headersOf(const json::object& head) {
    Headers out;
    const auto* headers = head.if_contains("headers");
    if (!headers || !headers->is_array()) return out;
    for (const auto& one : headers->get_array()) {
        if (!one.is_array() || one.get_array().size() != 2) continue;
        const auto &name = one.get_array()[0], &value = one.get_array()[1];
        if (name.is_string() && value.is_string()) out.emplace_back(name.get_string(), value.get_string());
    }
    return out;
}

}  // namespace

Result<Request> readHandedCall(std::string_view body, std::string& caller) {
    std::string_view rest;
    const auto head = headOf(body, rest);
    if (!head) return fail(head.error());
    Request out;
    out.method = textOr(*head, "method") == "POST" ? Method::post : Method::get;
    out.path = textOr(*head, "path");
    if (const auto* query = head->if_contains("query"); query && query->is_object()) {
        for (const auto& [name, value] : query->get_object()) {
            if (value.is_string()) out.query.emplace(name, value.get_string());
        }
    }
    out.headers = headersOf(*head);
    out.peer = textOr(*head, "peer");
    out.body = rest;
    caller = textOr(*head, "caller");
    return out;
}

std::string handedResponse(const Response& response) {
    json::array headers;
    for (const auto& [name, value] : response.headers) headers.push_back(json::array{name, value});
    return toText(json::object{{"status", response.status}, {"headers", std::move(headers)}}) + "\n" + response.body;
}

Result<Response> readHandedResponse(std::string_view body) {
    std::string_view rest;
    const auto head = headOf(body, rest);
    if (!head) return fail(head.error());
    const auto status = integerAt(*head, "status");
    if (!status || *status < 200 || *status > 599)
        return fail(ErrorKind::malformed, "bad_request", "a handed answer has no status");
    Response out;
    out.status = static_cast<int>(*status);
    out.headers = headersOf(*head);
    out.body = rest;
    return out;
}

}  // namespace plumb::server
