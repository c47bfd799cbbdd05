#include "shared/domain/trust_body.h"

#include "shared/base/encoding.h"

namespace plumb::domain {
namespace {

tl::unexpected<Error> bad(std::string why) {
    return fail(ErrorKind::malformed, "bad_payload", std::move(why));
}

Result<crypto::PublicKey> keyAt(const json::object& body, std::string_view name) {
    const auto jwk = objectAt(body, name, "body");
    if (!jwk) return bad(jwk.error().detail);
    auto key = crypto::PublicKey::fromJwk(**jwk);
    if (!key) return bad("\"body." + std::string(name) + "\": " + key.error().detail);
    return key;
}

Result<std::vector<Grant>> grantsAt(const json::object& body) {
    const auto grants = arrayAt(body, "grants", "body");
    if (!grants) return bad(grants.error().detail);
    auto parsed = parseGrants(**grants);
    if (!parsed) return bad(parsed.error().detail);
    return parsed;
}

Result<std::string> kidAt(const json::object& body) {
    auto kid = textAt(body, "key", "body");
    if (!kid) return bad(kid.error().detail);
    return kid;
}

}  // namespace

Result<crypto::PublicKey> readRootKey(const json::object& body) {
    return keyAt(body, "root");
}

Result<InviteBody> readInviteBody(const json::object& body) {
    auto key = keyAt(body, "key");
    if (!key) return fail(key.error());
    const auto person = objectAt(body, "person", "body");
    const auto expires = textAt(body, "expires", "body");
    if (!person || !expires || !body.contains("grants"))
        return bad("an invite.issued needs person, grants and expires");
    auto id = textAt(**person, "id", "body.person"), name = textAt(**person, "name", "body.person");
    if (!id || !name) return bad("\"body.person\" must have id and name");
    auto grants = grantsAt(body);
    if (!grants) return fail(grants.error());
    const auto until = parseInstant(*expires);
    if (!until) return bad("\"body.expires\": " + until.error().detail);
    const auto* namesake = (*person)->if_contains("namesake");
    InviteBody out{std::move(*key),
                   std::move(*id),
                   std::move(*name),
                   namesake && namesake->is_bool() && namesake->get_bool(),
                   std::move(*grants),
                   *until,
                   {},
                   textOr(body, "log")};
    if (const auto said = objectAt(**person, "certificate"); said && !textOr(**said, "number").empty())
        out.certificate = PersonCertificate{textOr(**said, "number"), textOr(**said, "until")};
    if (body.contains("root")) {
        if (auto root = readRootKey(body)) out.root = std::move(*root);
    }
    return out;
}

json::object toBody(const InviteBody& invite) {
    json::object person{{"id", invite.personId}, {"name", invite.personName}};
    if (invite.namesake) person["namesake"] = true;
    if (invite.certificate) {
        json::object certificate{{"number", invite.certificate->number}};
        if (!invite.certificate->until.empty()) certificate["until"] = invite.certificate->until;
        person["certificate"] = std::move(certificate);
    }
    json::object body{{"key", invite.key.jwk()},
                      {"person", std::move(person)},
                      {"grants", grantsToJson(invite.grants)},
                      {"expires", formatInstant(invite.expires)}};
    if (invite.root) body["root"] = invite.root->jwk();
    if (!invite.log.empty()) body["log"] = invite.log;
    return body;
}

Result<EnrolmentBody> readEnrolmentBody(const json::object& body) {
    auto key = keyAt(body, "key");
    if (!key) return fail(key.error());
    auto proof = textAt(body, "proof", "body");
    if (!proof) return bad(proof.error().detail);
    return EnrolmentBody{std::move(*key), textOr(body, "device"), std::move(*proof)};
}

json::object toBody(const EnrolmentBody& enrolment) {
    return {{"key", enrolment.key.jwk()}, {"device", enrolment.device}, {"proof", enrolment.proof}};
}

Result<RevocationBody> readRevocationBody(const json::object& body) {
    auto kid = kidAt(body);
    if (!kid) return fail(kid.error());
    return RevocationBody{std::move(*kid), textOr(body, "reason")};
}

json::object toBody(const RevocationBody& revocation) {
    return {{"key", revocation.key}, {"reason", revocation.reason}};
}

Result<RoleChangeBody> readRoleChangeBody(const json::object& body) {
    auto kid = kidAt(body);
    if (!kid) return fail(kid.error());
    auto grants = grantsAt(body);
    if (!grants) return fail(grants.error());
    return RoleChangeBody{std::move(*kid), std::move(*grants), textOr(body, "reason")};
}

json::object toBody(const RoleChangeBody& change) {
    return {{"key", change.key}, {"grants", grantsToJson(change.grants)}, {"reason", change.reason}};
}

Result<AuthorityBody> readAuthorityBody(const json::object& body) {
    auto root = readRootKey(body);
    if (!root) return fail(root.error());
    const auto text = textAt(body, "certificate", "body");
    if (!text) return bad(text.error().detail);
    auto certificate = fromBase64(*text);
    if (!certificate || certificate->empty()) return bad("\"body.certificate\" must be a certificate in base64");
    return AuthorityBody{std::move(*root), std::move(*certificate)};
}

json::object toBody(const AuthorityBody& authority) {
    return {{"root", authority.root.jwk()}, {"certificate", toBase64(authority.certificate)}};
}

}  // namespace plumb::domain
