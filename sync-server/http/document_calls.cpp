// Document keys: certified for whoever asks with her own key, and the authority that certifies them.
#include <algorithm>

#include "shared/base/encoding.h"
#include "shared/crypto/jws.h"
#include "sync-server/auth/document_authority.h"
#include "sync-server/http/calls.h"
#include "sync-server/http/problem.h"

namespace plumb::server {
namespace {

Error noAuthority() {
    return {
        ErrorKind::notFound, "documents_uncertified",
        "no authority certifies document keys here yet; its operator makes one with: plumbserver certify-documents"};
}

bool mayIssue(const Principal& caller) {
    return std::any_of(caller.grants.begin(), caller.grants.end(), [](const auto& grant) {
        return grant.role == domain::Role::inspector || grant.role == domain::Role::supervisor;
    });
}

tl::unexpected<Error> bad(std::string why) {
    return fail(ErrorKind::malformed, "bad_request", std::move(why));
}

// The key that is asked for, whose owner showed that she holds it.
Result<crypto::PublicKey> askedKey(const std::string& body, const std::string& callerKid) {
    const auto value = parseJson(body, 4);
    if (!value || !value->is_object()) return bad("this call takes {\"key\": a JWK, \"proof\": a detached signature}");
    const auto* jwk = value->get_object().if_contains("key");
    auto key = jwk && jwk->is_object() ? crypto::PublicKey::fromJwk(jwk->get_object())
                                       : Result<crypto::PublicKey>(bad("\"key\" must be a JWK"));
    if (!key) return fail(key.error());
    if (key->suite() != crypto::Suite::es256) return bad("a document key is one of ES256 (P-256)");
    const auto proof = textOr(value->get_object(), "proof");
    if (!crypto::verifyDetached(*key, domain::kDocumentKeyTyp, proof, domain::documentKeyText(callerKid, key->kid())))
        return fail(ErrorKind::badSignature, "bad_proof", "\"proof\" is not by the key that is to be certified");
    return key;
}

}  // namespace

Response certifyDocumentKey(const Request& request, Services& services) {
    if (!services.documents) return problem(noAuthority());
    const auto line = authorityLine(*services.documents, services.trust);
    if (!line) return problem(noAuthority());
    const auto& caller = *request.caller;
    if (!mayIssue(caller))
        return problem({ErrorKind::forbidden, "wrong_role", "inspectors and supervisors issue papers, nobody else"});
    const auto key = askedKey(request.body, caller.kid);
    if (!key) return problem(key.error());
    const auto& authority = *services.documents;
    const auto certificate = crypto::certify(
        authority.key, authority.certificate, *key,
        crypto::DocumentHolder{authority.certificate.office(), caller.personName, caller.kid}, services.clock().utc);
    if (!certificate) return problem(certificate.error());
    return jsonResponse(json::object{{"certificate", toBase64(certificate->der())},
                                     {"authority", toBase64(authority.certificate.der())},
                                     {"line", *line}});
}

}  // namespace plumb::server
