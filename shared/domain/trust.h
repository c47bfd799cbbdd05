// The chain of trust from the root key: root → invite.issued → (invite key) key.enrolled → device key, and what changes
// it: role.granted, role.withdrawn, key.revoked. An administrator gives and takes only within her own regions.
// The root also names the authority of the deployment's document keys: documents.certified.
// A TrustBook takes trust lines in log order and answers whose key a kid was and what it might do at a place in the
// log. It believes nothing that the root's thumbprint does not lead to. Not thread-safe; copy it or guard it.
//
// A key counts from the index of its enrolment on, and no more from the index of its revocation on; what it said
// between the two stands for ever. That the indexes are the log's own is for the caller to have proved.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "shared/domain/rights.h"
#include "shared/domain/trust_body.h"
#include "shared/record/line.h"

namespace plumb::domain {

struct Invite {
    crypto::PublicKey key;
    std::string personId;
    std::string personName;
    std::vector<Grant> grants;
    Instant expires;
    std::string issuer;          // kid
    std::string inviteLine;      // the invite.issued line's text
    std::uint64_t issuedAt = 0;  // its log index
    std::string enrolledKid;     // empty until claimed
    std::optional<PersonCertificate> certificate = {};
};

// A grant, and from which index of the log to which it counts.
struct HeldGrant {
    Grant grant;
    std::uint64_t since = 0;
    LogPlace until;
};

// A trust line and where in the log it stands.
struct TrustLine {
    std::uint64_t index = 0;
    std::string text;
};

struct Member {
    crypto::PublicKey key;
    std::string personId;
    std::string personName;
    std::string device;
    std::vector<HeldGrant> held;  // all that the key was ever given
    std::string inviteKid;
    std::string enrolLine;
    std::uint64_t enrolledAt = 0;  // its log index
    LogPlace revokedAt;            // log index of the first line that revoked the key
    std::string revokedBy;         // kid
    std::string revokeLine;
    std::vector<std::pair<TrustLine, std::string>> changes = {};  // of its grants, and the kid that made each
    std::optional<PersonCertificate> certificate = {};            // as the invitation states it

    // What the key may do at a place; none: now.
    [[nodiscard]] std::vector<Grant> grantsAt(LogPlace place = {}) const;
    [[nodiscard]] bool revoked() const { return revokedAt.has_value(); }
    // Whether a line at `place` is later than the revocation.
    [[nodiscard]] bool revokedBefore(LogPlace place) const { return revokedAt && (!place || *revokedAt < *place); }
};

class TrustBook {
  public:
    // `rootKid` is what a verifier is told. The root's public key itself arrives in the first line signed by it:
    // its invite.issued bodies carry "root": {jwk}, whose thumbprint must be `rootKid`.
    explicit TrustBook(std::string rootKid);

    // Judges the trust line that stands at `index` and takes it in when it is good. `now` decides expiry; none when
    // replaying a log that already accepted it. Codes: bad_signature, key_unknown, key_revoked, wrong_role,
    // wrong_region, invite_unknown, invite_used, invite_expired, namesake, bad_proof, bad_payload.
    // REQUIRES: `index` is larger than that of every line taken in before.
    Result<void> add(const record::Line& line, const record::Payload& payload, std::uint64_t index,
                     std::optional<TimePoint> now = std::nullopt);
    // The same judgement without taking it in.
    Result<void> check(const record::Line& line, const record::Payload& payload, LogPlace place,
                       std::optional<TimePoint> now = std::nullopt) const;

    [[nodiscard]] const std::string& rootKid() const { return m_rootKid; }
    // The log's verifier key as the root stated it; empty before the root's first line.
    [[nodiscard]] const std::string& logKey() const { return m_logKey; }
    [[nodiscard]] const Member* member(const std::string& kid) const;  // device keys, revoked ones too
    [[nodiscard]] const Invite* invite(const std::string& kid) const;
    // Whether the root itself invited whoever holds this device key: one whose own invitation may be lost with a part
    // of the log could not be believed about the whole of it.
    [[nodiscard]] bool invitedByRoot(const std::string& kid) const;
    // The root's lines that name an authority of document keys (documents.certified), in log order: what the older ones
    // certified stays good.
    [[nodiscard]] const std::vector<TrustLine>& documentAuthorities() const { return m_authorities; }
    // Whether the trust line at this place was taken in.
    [[nodiscard]] bool holds(std::uint64_t index) const { return m_taken.contains(index); }
    [[nodiscard]] const std::map<std::string, Member>& members() const { return m_members; }

    // Every trust line needed to judge what these keys signed: how each was invited and enrolled from the root on,
    // every revocation of a key on the way, and the same for whoever revoked it. In log order, each once.
    [[nodiscard]] std::vector<TrustLine> proofFor(const std::vector<std::string>& kids) const;

    // For any line that is not of the trust family, at `place`: is the author enrolled before it and not revoked before
    // it, the signature good, the role right, the place (rights.h) and the person?
    Result<const Member*> checkAuthor(const record::Line& line, const record::Payload& payload, LogPlace place,
                                      const Facts& facts) const;
    // The signature alone, of whichever place: key_unknown, bad_signature. Several threads may ask at once while nobody
    // adds.
    [[nodiscard]] Result<void> checkSignature(const record::Line& line) const;
    // The same without the signature: it was verified already, or is still to be made.
    Result<const Member*> checkRights(const std::string& kid, const record::Payload& payload, LogPlace place,
                                      const Facts& facts) const;
    // key_unknown or key_revoked where the key does not count at `place`.
    Result<const Member*> standing(const std::string& kid, LogPlace place) const;

    // The public key that must have signed this line (root, invite key, or member), or key_unknown.
    Result<const crypto::PublicKey*> authorKey(const record::Line& line, const record::Payload& payload) const;

  private:
    // What an administrator may give and take at `place`; the root may everything.
    Result<std::vector<Grant>> administers(const std::string& kid, LogPlace place) const;
    Result<void> checkInvite(const record::Payload& payload, const std::vector<Grant>& own) const;
    Result<void> checkEnrolment(const record::Line& line, const record::Payload& payload,
                                std::optional<TimePoint> now) const;
    Result<void> checkRevocation(const record::Payload& payload, const std::vector<Grant>& own) const;
    Result<void> checkChange(const record::Payload& payload, const std::vector<Grant>& own, LogPlace place) const;
    Result<void> checkAuthority(const record::Line& line, const record::Payload& payload) const;
    void change(const record::Line& line, const record::Payload& payload, std::uint64_t index);

    std::string m_rootKid;
    std::optional<crypto::PublicKey> m_root;
    std::string m_logKey;
    std::map<std::string, Invite> m_invites;
    std::map<std::string, Member> m_members;
    std::map<std::string, std::string> m_personOfName;  // the first person id under each name
    std::vector<TrustLine> m_authorities;
    std::set<std::uint64_t> m_taken;
};

inline constexpr std::string_view kDocumentsCertified = "documents.certified";

// True for the types that TrustBook::add takes.
bool isTrustType(std::string_view type);

// The body of an invitation, and the whole line of an enrolment. The root's own lines carry its public key and the
// log's verifier key, so that whoever was told the root's thumbprint can tell the true log from another.
json::object inviteBody(const crypto::PublicKey& inviteKey, const std::string& personId, const std::string& personName,
                        const std::vector<Grant>& grants, const Instant& expires,
                        const crypto::PublicKey* root = nullptr, const std::string& logKey = "", bool namesake = false,
                        const std::optional<PersonCertificate>& certificate = {});
// The complete key.enrolled line: authored by the invite key, carrying the device's proof.
record::Line enrolLine(const crypto::PrivateKey& inviteKey, const crypto::PrivateKey& deviceKey,
                       const std::string& deviceName, const Instant& at);

}  // namespace plumb::domain
