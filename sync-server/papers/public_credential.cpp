#include "sync-server/papers/public_credential.h"

#include <optional>

#include "shared/domain/trust_body.h"
#include "shared/record/line.h"
#include "shared/record/payload.h"
#include "sync-server/log/proofs.h"

namespace plumb::server {
namespace {

struct Read {
    domain::TrustLine line;
    std::string kid;  // of its author
    record::Payload payload;
};

std::optional<Read> readLine(domain::TrustLine given) {
    const auto line = record::Line::parse(given.text);
    auto payload = line ? record::parsePayload(line->payload()) : Result<record::Payload>(fail(Error{}));
    if (!payload) return std::nullopt;
    return Read{std::move(given), line->kid(), std::move(*payload)};
}

std::string keyOf(const json::object& body) {
    const auto jwk = objectAt(body, "key");
    const auto key = jwk ? crypto::PublicKey::fromJwk(**jwk) : Result<crypto::PublicKey>(fail(Error{}));
    return key ? key->kid() : std::string();
}

}  // namespace

Result<json::object> describeCredential(const std::string& kid, const CredentialSources& sources) {
    const auto unknown = [] {
        return fail(ErrorKind::notFound, "credential_unknown", "the log holds no enrolment of this key");
    };
    const auto principal = sources.trust.principal(kid);
    const bool revoked = !principal && principal.error().code == "key_revoked";
    if (!principal && !revoked) return unknown();
    std::optional<Read> enrolled, invited;
    std::vector<Read> lines;
    for (auto& line : sources.trust.proofFor({kid}))
        if (auto read = readLine(std::move(line))) lines.push_back(std::move(*read));
    for (const auto& one : lines)
        if (one.payload.type == "key.enrolled" && keyOf(one.payload.body) == kid) enrolled = one;
    for (const auto& one : lines)
        if (enrolled && one.payload.type == "invite.issued" && keyOf(one.payload.body) == enrolled->kid) invited = one;
    const auto& head = *sources.head;
    if (!enrolled || !invited) return unknown();
    // Taken in a moment ago, and in no signed head yet.
    if (enrolled->line.index >= head.size || invited->line.index >= head.size) return unknown();

    const auto nodes = nodesOf(sources.reader);
    const auto proved = [&](const Read& read) {
        return json::object{{"index", read.line.index},
                            {"line", read.line.text},
                            {"inclusion", inclusionOf(read.line.index, head.size, nodes).value_or(json::array{})}};
    };
    json::array roles, regions;
    if (principal) {
        for (const auto& grant : principal->grants) {
            roles.emplace_back(domain::roleName(grant.role));
            for (const auto& region : grant.regions) regions.emplace_back(region);
        }
    }
    return json::object{{"kid", kid},
                        {"log_key", sources.signer.verifierKey()},
                        {"checkpoint", head.note},
                        {"enrolled", proved(*enrolled)},
                        {"invited", proved(*invited)},
                        {"revoked", revoked},
                        {"roles", std::move(roles)},
                        {"regions", std::move(regions)}};
}

}  // namespace plumb::server
