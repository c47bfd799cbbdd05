#include "shared/base/encoding.h"
#include "shared/crypto/multi_proof.h"
#include "sync-server/auth/tuning.h"
#include "sync-server/http/calls.h"
#include "sync-server/http/problem.h"
#include "sync-server/http/push.h"
#include "sync-server/log/proofs.h"

namespace plumb::server {
namespace {

constexpr std::uint64_t kAnySize = std::uint64_t{1} << 62;
// More trust lines than any log has; the answer holds the text of those up to the revocation alone.
constexpr std::size_t kAllTrust = 1'000'000;
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

Result<std::string> assertionIn(const Request& request) {
    const auto form = parseForm(request.body);
    const auto grant = form.find("grant_type"), assertion = form.find("assertion");
    if (grant == form.end() || grant->second != kJwtBearer || assertion == form.end()) {
        return fail(ErrorKind::malformed, "bad_request",
                    "this call takes grant_type=" + std::string(kJwtBearer) + " and an assertion");
    }
    return assertion->second;
}

Response refusedAssertion(const Error& error, const Services& services) {
    if (error.code == "bad_signature") return problem(error, 401);
    auto response = problem(error);
    if (error.code != "assertion_expired") return response;
    auto body = parseJson(response.body).value();
    body.get_object()["time"] = formatInstant(services.clock());
    response.body = toText(body);
    return response;
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
    const auto assertion = assertionIn(request);
    if (!assertion) return problem(assertion.error());
    const auto caller = services.assertions.check(*assertion, services.trust);
    if (!caller) return refusedAssertion(caller.error(), services);
    services.lastCalls.note(caller->kid, services.clock().utc);
    return jsonResponse(json::object{{"access_token", services.tokens.issue(caller->kid)},
                                     {"token_type", "Bearer"},
                                     {"expires_in", kTokenLife.count()}});
}

// Up to the revocation the caller might read every trust line before it; of what came later it learns hashes alone, so
// that it can see that nothing before was kept from it and reads nothing that was said after its key ended.
Response proveRevocation(const Request& request, Services& services) {
    const auto after = request.number("after", 0, kAnySize), have = request.number("have", 0, kAnySize);
    if (!after) return problem(after.error());
    if (!have) return problem(have.error());
    const auto assertion = assertionIn(request);
    if (!assertion) return problem(assertion.error());
    const auto kid = services.assertions.keyOf(*assertion, services.trust);
    if (!kid) return refusedAssertion(kid.error(), services);
    const auto head = services.head.get();
    const auto place = services.trust.revokedAt(*kid);
    if (!place || *place >= head->size)
        return problem({ErrorKind::conflict, "key_stands", "this key was not revoked; ask for a token at /v1/token"});
    const auto reader = services.readers.borrow();
    auto consistency = consistencyOf(*have, head->size, nodesOf(*reader));
    if (!consistency) return problem(consistency.error());
    json::array lines, later;
    std::vector<std::uint64_t> placed;
    for (const auto index : reader->trustIndexes(*after, kAllTrust)) {
        if (index >= head->size) break;
        if (index > *place) {
            later.emplace_back(toBase64(reader->entry(index).value().hash.view()));
            continue;
        }
        placed.push_back(index);
        lines.emplace_back(json::array{index, reader->line(index).value()});
    }
    const auto proof =
        placed.empty() ? std::vector<Sha256>() : crypto::multiProof(placed, head->size, nodesOf(*reader));
    auto response = jsonResponse(json::object{{"index", *place},
                                              {"checkpoint", head->note},
                                              {"consistency", std::move(*consistency)},
                                              {"trust", std::move(lines)},
                                              {"proof", hashesToJson(proof)},
                                              {"later", std::move(later)}});
    return response.with("Cache-Control", "no-store");
}

}  // namespace plumb::server
