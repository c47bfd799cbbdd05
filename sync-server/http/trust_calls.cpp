#include "shared/base/encoding.h"
#include "sync-server/auth/tuning.h"
#include "sync-server/http/calls.h"
#include "sync-server/http/problem.h"
#include "sync-server/http/push.h"
#include "sync-server/log/proofs.h"

namespace plumb::server {
namespace {

constexpr std::string_view kJwtBearer = "urn:ietf:params:oauth:grant-type:jwt-bearer";

// One line, with or without its line end.
std::string_view soleLine(std::string_view body) {
    if (body.ends_with('\n')) body.remove_suffix(1);
    return body;
}

std::string enrolledKid(std::string_view line) {
    const auto parsed = record::Line::parse(std::string(line));
    const auto payload = parsed ? record::parsePayload(parsed->payload()) : Result<record::Payload>(fail(Error{}));
    const auto* jwk = payload ? payload->body.if_contains("key") : nullptr;
    const auto key = jwk && jwk->is_object() ? crypto::PublicKey::fromJwk(jwk->get_object())
                                             : Result<crypto::PublicKey>(fail(Error{}));
    return key ? key->kid() : std::string();
}

bool isEnrolment(std::string_view line) {
    const auto parsed = record::Line::parse(std::string(line));
    const auto payload = parsed ? record::parsePayload(parsed->payload()) : Result<record::Payload>(fail(Error{}));
    return !payload || payload->type == "key.enrolled";
}

}  // namespace

Response describeServer(const Request&, Services& services) {
    const auto& limits = services.limits;
    json::object out{
        {"name", "plumbserver"},
        {"version", PLUMB_VERSION},
        {"origin", services.signer.origin()},
        {"log", services.signer.verifierKey()},
        {"root", services.rootKid},
        {"suites", {"EdDSA", "ES256", "SM2"}},
        {"time", formatInstant(services.clock())},
        {"limits",
         {{"line", limits.line}, {"batch_lines", limits.batchLines}, {"body", limits.body}, {"file", limits.file}}}};
    if (services.recovery.waits()) out["recovering"] = true;
    return jsonResponse(out);
}

Response enrol(const Request& request, Services& services) {
    const auto line = soleLine(request.body);
    if (!isEnrolment(line))
        return problem({ErrorKind::malformed, "bad_line", "this call takes a key.enrolled line and nothing else"});
    const auto outcome = pushLines({line}, services);
    if (!outcome) return problem(outcome.error());
    const auto& decision = outcome->decisions.front();
    if (decision.outcome == Outcome::refused) return problem(decision.error);
    const auto reader = services.readers.borrow();
    auto proof = inclusionOf(decision.index, outcome->head->size, nodesOf(*reader));
    if (!proof) return problem(proof.error());
    json::array trust;
    for (auto& [index, text] : services.trust.proofFor({enrolledKid(line)})) trust.emplace_back(std::move(text));
    return jsonResponse(json::object{{"status", outcomeName(decision.outcome)},
                                     {"index", decision.index},
                                     {"checkpoint", outcome->head->note},
                                     {"inclusion", std::move(*proof)},
                                     {"trust", std::move(trust)}});
}

Response issueToken(const Request& request, Services& services) {
    const auto form = parseForm(request.body);
    const auto grant = form.find("grant_type"), assertion = form.find("assertion");
    if (grant == form.end() || grant->second != kJwtBearer || assertion == form.end()) {
        return problem({ErrorKind::malformed, "bad_request",
                        "this call takes grant_type=" + std::string(kJwtBearer) + " and an assertion"});
    }
    const auto caller = services.assertions.check(assertion->second, services.trust);
    if (!caller) {
        if (caller.error().code == "bad_signature") return problem(caller.error(), 401);
        auto response = problem(caller.error());
        if (caller.error().code != "assertion_expired") return response;
        auto body = parseJson(response.body).value();
        body.get_object()["time"] = formatInstant(services.clock());
        response.body = toText(body);
        return response;
    }
    services.lastCalls.note(caller->kid, services.clock().utc);
    return jsonResponse(json::object{{"access_token", services.tokens.issue(caller->kid)},
                                     {"token_type", "Bearer"},
                                     {"expires_in", kTokenLife.count()}});
}

}  // namespace plumb::server
