#include "sync-server/papers/public_credential.h"

#include "sync-server/log/proofs.h"

namespace plumb::server {
Result<json::object> describeCredential(const std::string& kid, const CredentialSources& sources) {
    const auto unknown = [] {
        return fail(ErrorKind::notFound, "credential_unknown", "the log holds no enrolment of this key");
    };
    const auto principal = sources.trust.principal(kid);
    if (!principal && principal.error().code != "key_revoked") return unknown();
    const auto& head = *sources.head;
    const auto nodes = nodesOf(sources.reader);
    json::array trust;
    bool enrolled = false;
    for (const auto& line : sources.trust.proofFor({kid})) {
        // Taken in a moment ago, and in no signed head yet: the next one tells of it.
        if (line.index >= head.size) continue;
        enrolled = enrolled || line.index == sources.trust.enrolledIndex(kid);
        trust.push_back(json::object{{"index", line.index},
                                     {"line", line.text},
                                     {"inclusion", inclusionOf(line.index, head.size, nodes).value_or(json::array{})}});
    }
    if (!enrolled) return unknown();
    return json::object{{"kid", kid},
                        {"log_key", sources.signer.verifierKey()},
                        {"checkpoint", head.note},
                        {"trust", std::move(trust)},
                        {"revoked", !principal}};
}

}  // namespace plumb::server
