#include "shared/domain/trust.h"

#include <algorithm>

#include "shared/base/uuid.h"

namespace plumb::domain {
namespace {

Result<crypto::PublicKey> keyMember(const json::object& body, std::string_view name) {
    const auto jwk = objectAt(body, name, "body");
    if (!jwk) return fail(ErrorKind::malformed, "bad_payload", jwk.error().detail);
    return crypto::PublicKey::fromJwk(**jwk);
}

std::string proofText(const std::string& inviteKid, const std::string& deviceKid) {
    return "plumb-enrol-v1\n" + inviteKid + "\n" + deviceKid;
}

Result<Invite> readInvite(const record::Line& line, const record::Payload& payload, std::uint64_t index) {
    auto key = keyMember(payload.body, "key");
    if (!key) return fail(key.error());
    const auto person = objectAt(payload.body, "person", "body");
    const auto grants = arrayAt(payload.body, "grants", "body");
    const auto expires = textAt(payload.body, "expires", "body");
    if (!person || !grants || !expires)
        return fail(ErrorKind::malformed, "bad_payload", "an invite.issued needs person, grants and expires");
    const auto name = textAt(**person, "name", "body.person");
    const auto id = textAt(**person, "id", "body.person");
    if (!name || !id) return fail(ErrorKind::malformed, "bad_payload", "\"body.person\" must have id and name");
    auto parsed = parseGrants(**grants);
    if (!parsed) return fail(parsed.error());
    const auto until = parseInstant(*expires);
    if (!until) return fail(ErrorKind::malformed, "bad_payload", "\"body.expires\": " + until.error().detail);
    return Invite{std::move(*key), *id, *name, std::move(*parsed), *until, line.kid(), line.text(), index, {}};
}

}  // namespace

bool isTrustType(std::string_view type) {
    return type == "invite.issued" || type == "key.enrolled" || type == "key.revoked";
}

TrustBook::TrustBook(std::string rootKid) : m_rootKid(std::move(rootKid)) {}

const Member* TrustBook::member(const std::string& kid) const {
    const auto found = m_members.find(kid);
    return found == m_members.end() ? nullptr : &found->second;
}
const Invite* TrustBook::invite(const std::string& kid) const {
    const auto found = m_invites.find(kid);
    return found == m_invites.end() ? nullptr : &found->second;
}

Result<const crypto::PublicKey*> TrustBook::authorKey(const record::Line& line, const record::Payload& payload) const {
    if (line.kid() == m_rootKid && m_root) return &*m_root;
    if (payload.type == "key.enrolled") {
        const auto* found = invite(line.kid());
        if (!found)
            return fail(ErrorKind::notFound, "invite_unknown",
                        "no administrator's invitation is known for this key; ask for a new one");
        return &found->key;
    }
    const auto* found = member(line.kid());
    if (!found) return fail(ErrorKind::notFound, "key_unknown", "the author's key is not enrolled here: " + line.kid());
    return &found->key;
}

Result<void> TrustBook::check(const record::Line& line, const record::Payload& payload, LogPlace place,
                              std::optional<TimePoint> now) const {
    // The root introduces itself: its key stands in its own line and is believed for its thumbprint only.
    if (line.kid() == m_rootKid && !m_root) {
        const auto root = keyMember(payload.body, "root");
        if (!root) return fail(root.error());
        if (root->kid() != m_rootKid)
            return fail(ErrorKind::badSignature, "bad_signature",
                        "the root key in this line is not the one whose thumbprint is trusted");
        if (auto good = line.verify(*root); !good) return good;
    } else {
        const auto key = authorKey(line, payload);
        if (!key) return fail(key.error());
        if (auto good = line.verify(**key); !good) return good;
    }
    if (payload.type == "key.enrolled") {
        const auto* found = invite(line.kid());
        if (!found)
            return fail(ErrorKind::notFound, "invite_unknown",
                        "no administrator's invitation is known for this key; ask for a new one");
        if (!found->enrolledKid.empty()) {
            return fail(ErrorKind::conflict, "invite_used",
                        "this invitation was used already, by another device; ask the administrator for a new one");
        }
        if (now && *now > found->expires.utc) {
            return fail(
                ErrorKind::expired, "invite_expired",
                "this invitation ended at " + formatInstant(found->expires) + "; ask the administrator for a new one");
        }
        const auto device = keyMember(payload.body, "key");
        if (!device) return fail(device.error());
        const auto proof = textAt(payload.body, "proof", "body");
        if (!proof ||
            !crypto::verifyDetached(*device, crypto::kEnrolTyp, *proof, proofText(line.kid(), device->kid()))) {
            return fail(ErrorKind::badSignature, "bad_proof",
                        "the inner signature is not by the key that is to be enrolled");
        }
        if (m_members.contains(device->kid()) || m_invites.contains(device->kid()) || device->kid() == m_rootKid) {
            return fail(ErrorKind::conflict, "key_known",
                        "this device's key is enrolled already; a device needs a new key for a new invitation");
        }
        return {};
    }
    if (line.kid() != m_rootKid) {
        if (const auto rights = checkRights(line, payload, place); !rights) return fail(rights.error());
    }
    if (payload.type == "invite.issued") {
        const auto read = readInvite(line, payload, 0);
        if (!read) return fail(read.error());
        if (m_invites.contains(read->key.kid()))
            return fail(ErrorKind::conflict, "invite_used", "an invitation with this key stands already");
        if (line.kid() == m_rootKid) return {};
        // No administrator can give what lies outside her own regions.
        for (const auto& grant : read->grants) {
            for (const auto& region : grant.regions) {
                const auto& own = member(line.kid())->grants;
                const bool covered = std::any_of(own.begin(), own.end(), [&](const Grant& g) {
                    return g.role == Role::administrator && g.covers(region);
                });
                if (!covered)
                    return fail(ErrorKind::forbidden, "wrong_region",
                                "an administrator cannot invite for region " + region + ", outside her own");
            }
        }
        return {};
    }
    const auto kid = textAt(payload.body, "key", "body");
    if (!kid) return fail(ErrorKind::malformed, "bad_payload", kid.error().detail);
    if (!member(*kid)) return fail(ErrorKind::notFound, "key_unknown", "the key to revoke is not enrolled: " + *kid);
    return {};
}

Result<void> TrustBook::add(const record::Line& line, const record::Payload& payload, std::uint64_t index,
                            std::optional<TimePoint> now) {
    if (auto good = check(line, payload, index, now); !good) return good;
    m_taken.insert(index);
    if (line.kid() == m_rootKid && !m_root) {
        m_root = *keyMember(payload.body, "root");
        m_logKey = textOr(payload.body, "log");
    }
    if (payload.type == "invite.issued") {
        auto read = *readInvite(line, payload, index);
        auto kid = read.key.kid();
        m_invites.emplace(std::move(kid), std::move(read));
    } else if (payload.type == "key.enrolled") {
        auto& from = m_invites.at(line.kid());
        auto key = *keyMember(payload.body, "key");
        from.enrolledKid = key.kid();
        auto kid = key.kid();
        m_members.emplace(std::move(kid), Member{std::move(key),
                                                 from.personId,
                                                 from.personName,
                                                 textOr(payload.body, "device"),
                                                 from.grants,
                                                 line.kid(),
                                                 line.text(),
                                                 index,
                                                 {},
                                                 {},
                                                 {}});
    } else {
        // The first revocation counts: a later one takes nothing back of what it took.
        auto& member = m_members.at(textOr(payload.body, "key"));
        if (member.revoked()) return {};
        member.revokedAt = index;
        member.revokedBy = line.kid();
        member.revokeLine = line.text();
    }
    return {};
}

Result<const Member*> TrustBook::checkRights(const record::Line& line, const record::Payload& payload,
                                             LogPlace place) const {
    const auto* author = member(line.kid());
    if (!author || (place && *place <= author->enrolledAt))
        return fail(ErrorKind::notFound, "key_unknown", "the author's key is not enrolled here: " + line.kid());
    if (author->revokedBefore(place)) return fail(ErrorKind::forbidden, "key_revoked", "the author's key was revoked");
    if (auto allowed = mayAuthor(author->grants, payload); !allowed) return fail(allowed.error());
    return author;
}

Result<const Member*> TrustBook::checkAuthor(const record::Line& line, const record::Payload& payload,
                                             LogPlace place) const {
    const auto* author = member(line.kid());
    if (!author)
        return fail(ErrorKind::notFound, "key_unknown", "the author's key is not enrolled here: " + line.kid());
    if (auto good = line.verify(author->key); !good) return fail(good.error());
    return checkRights(line, payload, place);
}

std::vector<TrustLine> TrustBook::proofFor(const std::vector<std::string>& kids) const {
    std::map<std::uint64_t, std::string> found;
    for (std::vector<std::string> open = kids; !open.empty();) {
        const auto* at = member(open.back());
        open.pop_back();
        if (!at || !found.emplace(at->enrolledAt, at->enrolLine).second) continue;
        const auto& from = m_invites.at(at->inviteKid);
        found.emplace(from.issuedAt, from.inviteLine);
        open.push_back(from.issuer);  // the root is no member, and ends it
        if (!at->revokedAt) continue;
        found.emplace(*at->revokedAt, at->revokeLine);
        open.push_back(at->revokedBy);
    }
    std::vector<TrustLine> out;
    for (auto& [index, text] : found) out.push_back({index, std::move(text)});
    return out;
}

json::object inviteBody(const crypto::PublicKey& inviteKey, const std::string& personId, const std::string& personName,
                        const std::vector<Grant>& grants, const Instant& expires, const crypto::PublicKey* root,
                        const std::string& logKey) {
    json::object body{{"key", inviteKey.jwk()},
                      {"person", {{"id", personId}, {"name", personName}}},
                      {"grants", grantsToJson(grants)},
                      {"expires", formatInstant(expires)}};
    if (root) body["root"] = root->jwk();
    if (!logKey.empty()) body["log"] = logKey;
    return body;
}

record::Line enrolLine(const crypto::PrivateKey& inviteKey, const crypto::PrivateKey& deviceKey,
                       const std::string& deviceName, const Instant& at) {
    record::Payload payload;
    payload.id = makeUuid7(at.utc);
    payload.type = "key.enrolled";
    payload.seq = 1;
    payload.at = at;
    payload.body = {
        {"key", deviceKey.publicKey().jwk()},
        {"device", deviceName},
        {"proof", crypto::signDetached(deviceKey, crypto::kEnrolTyp, proofText(inviteKey.kid(), deviceKey.kid()))}};
    return record::Line::sign(inviteKey, record::formatPayload(payload));
}

}  // namespace plumb::domain
