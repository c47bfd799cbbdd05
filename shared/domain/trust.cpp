#include "shared/domain/trust.h"

#include <algorithm>

#include "shared/base/uuid.h"
#include "shared/domain/complaint_rights.h"
#include "shared/domain/trust_body.h"

namespace plumb::domain {
namespace {

std::string proofText(const std::string& inviteKid, const std::string& deviceKid) {
    return "plumb-enrol-v1\n" + inviteKid + "\n" + deviceKid;
}

// Every region that `grants` name lies within what `own` administers.
Result<void> checkWithin(const std::vector<Grant>& own, const std::vector<Grant>& grants, std::string_view what) {
    for (const auto& grant : grants) {
        for (const auto& region : grant.regions) {
            const bool covered =
                std::any_of(own.begin(), own.end(), [&](const Grant& mine) { return mine.covers(region); });
            if (!covered)
                return fail(ErrorKind::forbidden, "wrong_region",
                            "an administrator cannot " + std::string(what) + " for region " +
                                (region.empty() ? "(all)" : region) + ", outside her own");
        }
    }
    return {};
}

// An enterprise that is given no region gets its inviter's: its right to a site ends where hers did.
void completeRegions(std::vector<Grant>& grants, const std::vector<Grant>& own) {
    for (auto& grant : grants) {
        if (grant.role != Role::enterprise || !grant.regions.empty()) continue;
        for (const auto& mine : own)
            grant.regions.insert(grant.regions.end(), mine.regions.begin(), mine.regions.end());
    }
}

}  // namespace

bool isTrustType(std::string_view type) {
    return familyOf(type) == Family::trust;
}

std::vector<Grant> Member::grantsAt(LogPlace place) const {
    std::vector<Grant> out;
    for (const auto& [grant, since, until] : held) {
        const bool begun = !place || since < *place, ended = until && (!place || *until < *place);
        if (begun && !ended) out.push_back(grant);
    }
    return out;
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

bool TrustBook::invitedByRoot(const std::string& kid) const {
    const auto* found = member(kid);
    return found && m_invites.at(found->inviteKid).issuer == m_rootKid;
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
        const auto root = readRootKey(payload.body);
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
    if (payload.type == "key.enrolled") return checkEnrolment(line, payload, now);
    if (payload.type == kDocumentsCertified) return checkAuthority(line, payload);
    const auto own = administers(line.kid(), place);
    if (!own) return fail(own.error());
    if (payload.type == "invite.issued") return checkInvite(payload, *own);
    if (payload.type == "key.revoked") return checkRevocation(payload, *own);
    return checkChange(payload, *own, place);
}

Result<std::vector<Grant>> TrustBook::administers(const std::string& kid, LogPlace place) const {
    if (kid == m_rootKid) return std::vector<Grant>{{Role::administrator, {""}, {}}};
    const auto author = standing(kid, place);
    if (!author) return fail(author.error());
    auto own = (*author)->grantsAt(place);
    std::erase_if(own, [](const Grant& grant) { return grant.role != Role::administrator; });
    if (own.empty()) return fail(ErrorKind::forbidden, "wrong_role", "only administrators give and take rights");
    return own;
}

Result<void> TrustBook::checkEnrolment(const record::Line& line, const record::Payload& payload,
                                       std::optional<TimePoint> now) const {
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
    const auto said = readEnrolmentBody(payload.body);
    if (!said) return fail(said.error());
    const auto kid = said->key.kid();
    if (!crypto::verifyDetached(said->key, crypto::kEnrolTyp, said->proof, proofText(line.kid(), kid))) {
        return fail(ErrorKind::badSignature, "bad_proof",
                    "the inner signature is not by the key that is to be enrolled");
    }
    if (m_members.contains(kid) || m_invites.contains(kid) || kid == m_rootKid) {
        return fail(ErrorKind::conflict, "key_known",
                    "this device's key is enrolled already; a device needs a new key for a new invitation");
    }
    return {};
}

Result<void> TrustBook::checkInvite(const record::Payload& payload, const std::vector<Grant>& own) const {
    const auto read = readInviteBody(payload.body);
    if (!read) return fail(read.error());
    if (m_invites.contains(read->key.kid()))
        return fail(ErrorKind::conflict, "invite_used", "an invitation with this key stands already");
    // One person with two ids could review herself.
    const auto named = m_personOfName.find(read->personName);
    if (named != m_personOfName.end() && named->second != read->personId && !read->namesake) {
        return fail(ErrorKind::conflict, "namesake",
                    "a person named " + read->personName + " is known already, with id " + named->second +
                        "; invite the same person under that id, or say that this is a namesake");
    }
    return checkWithin(own, read->grants, "invite");
}

Result<void> TrustBook::checkRevocation(const record::Payload& payload, const std::vector<Grant>& own) const {
    const auto said = readRevocationBody(payload.body);
    if (!said) return fail(said.error());
    const auto* whose = member(said->key);
    if (!whose) return fail(ErrorKind::notFound, "key_unknown", "the key is not enrolled: " + said->key);
    std::vector<Grant> all;
    for (const auto& held : whose->held) all.push_back(held.grant);
    return checkWithin(own, all, "revoke a key");
}

Result<void> TrustBook::checkChange(const record::Payload& payload, const std::vector<Grant>& own,
                                    LogPlace place) const {
    const auto said = readRoleChangeBody(payload.body);
    if (!said) return fail(said.error());
    const auto* whose = member(said->key);
    if (!whose) return fail(ErrorKind::notFound, "key_unknown", "the key is not enrolled: " + said->key);
    if (whose->revokedBefore(place)) return fail(ErrorKind::forbidden, "key_revoked", "the key was revoked");
    if (auto within = checkWithin(own, said->grants, "give or take rights"); !within) return within;
    if (payload.type == "role.granted") return {};
    const auto now = whose->grantsAt(place);
    for (const auto& grant : said->grants) {
        if (std::none_of(now.begin(), now.end(), [&](const Grant& has) { return has.isSameAs(grant); }))
            return fail(
                ErrorKind::notFound, "bad_payload",
                "the key does not have the right that is to be withdrawn: " + std::string(roleName(grant.role)));
    }
    return {};
}

Result<void> TrustBook::checkAuthority(const record::Line& line, const record::Payload& payload) const {
    if (line.kid() != m_rootKid)
        return fail(ErrorKind::forbidden, "wrong_role", "only the root names who certifies document keys");
    const auto said = readAuthorityBody(payload.body);
    if (!said) return fail(said.error());
    if (said->root.kid() == m_rootKid) return {};
    return fail(ErrorKind::malformed, "bad_payload", "\"body.root\" must be the root's own key");
}

Result<void> TrustBook::add(const record::Line& line, const record::Payload& payload, std::uint64_t index,
                            std::optional<TimePoint> now) {
    if (auto good = check(line, payload, index, now); !good) return good;
    m_taken.insert(index);
    if (line.kid() == m_rootKid && !m_root) {
        m_root = *readRootKey(payload.body);
        m_logKey = textOr(payload.body, "log");
    }
    if (payload.type == "invite.issued") {
        auto said = *readInviteBody(payload.body);
        completeRegions(said.grants, *administers(line.kid(), index));
        m_personOfName.emplace(said.personName, said.personId);
        auto kid = said.key.kid();
        m_invites.emplace(std::move(kid), Invite{std::move(said.key),
                                                 std::move(said.personId),
                                                 std::move(said.personName),
                                                 std::move(said.grants),
                                                 said.expires,
                                                 line.kid(),
                                                 line.text(),
                                                 index,
                                                 {},
                                                 std::move(said.certificate)});
    } else if (payload.type == "key.enrolled") {
        auto said = *readEnrolmentBody(payload.body);
        auto& from = m_invites.at(line.kid());
        auto kid = said.key.kid();
        from.enrolledKid = kid;
        std::vector<HeldGrant> held;
        for (const auto& grant : from.grants) held.push_back({grant, index, {}});
        m_members.emplace(std::move(kid), Member{std::move(said.key),
                                                 from.personId,
                                                 from.personName,
                                                 std::move(said.device),
                                                 std::move(held),
                                                 line.kid(),
                                                 line.text(),
                                                 index,
                                                 {},
                                                 {},
                                                 {},
                                                 {},
                                                 from.certificate});
    } else if (payload.type == kDocumentsCertified) {
        m_authorities.push_back({index, line.text()});
    } else {
        change(line, payload, index);
    }
    return {};
}

void TrustBook::change(const record::Line& line, const record::Payload& payload, std::uint64_t index) {
    auto& member = m_members.at(readRevocationBody(payload.body)->key);
    if (payload.type == "key.revoked") {
        // The first revocation counts: a later one takes nothing back of what it took.
        if (member.revoked()) return;
        member.revokedAt = index;
        member.revokedBy = line.kid();
        member.revokeLine = line.text();
        return;
    }
    auto grants = readRoleChangeBody(payload.body)->grants;
    if (payload.type == "role.granted") {
        completeRegions(grants, *administers(line.kid(), index));
        for (auto& grant : grants) member.held.push_back({std::move(grant), index, {}});
    } else {
        for (auto& held : member.held) {
            const bool named = std::any_of(grants.begin(), grants.end(),
                                           [&](const Grant& grant) { return grant.isSameAs(held.grant); });
            if (named && !held.until) held.until = index;
        }
    }
    member.changes.push_back({{index, line.text()}, line.kid()});
}

Result<const Member*> TrustBook::standing(const std::string& kid, LogPlace place) const {
    const auto* author = member(kid);
    if (!author || (place && *place <= author->enrolledAt))
        return fail(ErrorKind::notFound, "key_unknown", "the author's key is not enrolled here: " + kid);
    if (author->revokedBefore(place)) return fail(ErrorKind::forbidden, "key_revoked", "the author's key was revoked");
    return author;
}

Result<const Member*> TrustBook::checkRights(const std::string& kid, const record::Payload& payload, LogPlace place,
                                             const Facts& facts) const {
    const auto found = standing(kid, place);
    if (!found) return fail(found.error());
    const auto* author = *found;
    const auto grantsOf = [this](const std::string& other, LogPlace then) {
        const auto* whose = member(other);
        return whose ? whose->grantsAt(then) : std::vector<Grant>();
    };
    if (auto allowed = mayAuthor({kid, author->grantsAt(place), invitedByRoot(kid)}, payload, place, facts, grantsOf);
        !allowed)
        return fail(allowed.error());
    if (auto good = checkComplaintPlace(*this, *author, invitedByRoot(kid), payload, place); !good)
        return fail(good.error());
    if (recordType(payload.type).by != ByRule::another) return author;
    const auto about = facts.record(textOr(payload.body, "of"));
    const auto* other = about ? member(about->kid) : nullptr;
    if (other && other->personId == author->personId)
        return fail(ErrorKind::forbidden, "wrong_role",
                    "nobody reviews or co-signs a record of her own, whatever her keys");
    return author;
}

Result<void> TrustBook::checkSignature(const record::Line& line) const {
    const auto* author = member(line.kid());
    if (!author)
        return fail(ErrorKind::notFound, "key_unknown", "the author's key is not enrolled here: " + line.kid());
    return line.verify(author->key);
}

Result<const Member*> TrustBook::checkAuthor(const record::Line& line, const record::Payload& payload, LogPlace place,
                                             const Facts& facts) const {
    if (auto good = checkSignature(line); !good) return fail(good.error());
    return checkRights(line.kid(), payload, place, facts);
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
        for (const auto& [line, author] : at->changes) {
            found.emplace(line.index, line.text);
            open.push_back(author);
        }
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
                        const std::string& logKey, bool namesake, const std::optional<PersonCertificate>& certificate) {
    return toBody(InviteBody{inviteKey, personId, personName, namesake, grants, expires,
                             root ? std::optional(*root) : std::nullopt, logKey, certificate});
}

record::Line enrolLine(const crypto::PrivateKey& inviteKey, const crypto::PrivateKey& deviceKey,
                       const std::string& deviceName, const Instant& at) {
    record::Payload payload;
    payload.id = makeUuid7(at.utc);
    payload.type = "key.enrolled";
    payload.seq = 1;
    payload.at = at;
    payload.body = toBody(
        EnrolmentBody{deviceKey.publicKey(), deviceName,
                      crypto::signDetached(deviceKey, crypto::kEnrolTyp, proofText(inviteKey.kid(), deviceKey.kid()))});
    return record::Line::sign(inviteKey, record::formatPayload(payload));
}

}  // namespace plumb::domain
