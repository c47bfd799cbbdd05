// The chain of trust from the root key: root → invite.issued → (invite key) key.enrolled → device key, and key.revoked.
// A TrustBook takes trust lines in log order and answers whose key a kid is and what it may do. It believes nothing
// that the root's thumbprint does not lead to. Not thread-safe; copy it or guard it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "shared/domain/roles.h"
#include "shared/record/line.h"
#include "shared/record/payload.h"

namespace plumb::domain {

struct Invite {
    crypto::PublicKey key;
    std::string personId;
    std::string personName;
    std::vector<Grant> grants;
    Instant expires;
    std::string issuer;       // kid
    std::string inviteLine;   // the invite.issued line's text
    std::string enrolledKid;  // empty until claimed
};

struct Member {
    crypto::PublicKey key;
    std::string personId;
    std::string personName;
    std::string device;
    std::vector<Grant> grants;
    std::string inviteKid;
    std::string enrolLine;
    bool revoked = false;
    std::string revokeLine;
};

class TrustBook {
  public:
    // `rootKid` is what a verifier is told. The root's public key itself arrives in the first line signed by it:
    // its invite.issued bodies carry "root": {jwk}, whose thumbprint must be `rootKid`.
    explicit TrustBook(std::string rootKid);

    // Judges a trust line in log order and takes it in when it is good. `now` decides expiry; none when replaying a log
    // that already accepted it. Codes: bad_signature, key_unknown, key_revoked, wrong_role, wrong_region,
    // invite_unknown, invite_used, invite_expired, bad_proof, bad_payload.
    Result<void> add(const record::Line& line, const record::Payload& payload,
                     std::optional<TimePoint> now = std::nullopt);
    // The same judgement without taking it in.
    Result<void> check(const record::Line& line, const record::Payload& payload,
                       std::optional<TimePoint> now = std::nullopt) const;

    [[nodiscard]] const std::string& rootKid() const { return m_rootKid; }
    // The log's verifier key as the root stated it; empty before the root's first line.
    [[nodiscard]] const std::string& logKey() const { return m_logKey; }
    [[nodiscard]] const Member* member(const std::string& kid) const;  // device keys, revoked ones too
    [[nodiscard]] const Invite* invite(const std::string& kid) const;
    [[nodiscard]] const std::map<std::string, Member>& members() const { return m_members; }

    // Every trust line needed to believe `kid` from the root, in an order that add() accepts.
    [[nodiscard]] std::vector<std::string> proofFor(const std::string& kid) const;

    // For any non-trust line (and trust lines of administrators): is the author enrolled, not revoked, the signature
    // good, the role and region right?
    Result<const Member*> checkAuthor(const record::Line& line, const record::Payload& payload) const;
    // The same without the signature (already verified, e.g. by a pool).
    Result<const Member*> checkRights(const record::Line& line, const record::Payload& payload) const;

    // The public key that must have signed this line (root, invite key, or member), or key_unknown.
    Result<const crypto::PublicKey*> authorKey(const record::Line& line, const record::Payload& payload) const;

  private:
    std::string m_rootKid;
    std::optional<crypto::PublicKey> m_root;
    std::string m_logKey;
    std::map<std::string, Invite> m_invites;
    std::map<std::string, Member> m_members;
};

// True for the types that TrustBook::add takes.
bool isTrustType(std::string_view type);

// Bodies and lines of the trust family. The root's own lines carry its public key and the log's verifier key, so that
// whoever was told the root's thumbprint can tell the true log from another.
json::object inviteBody(const crypto::PublicKey& inviteKey, const std::string& personId, const std::string& personName,
                        const std::vector<Grant>& grants, const Instant& expires,
                        const crypto::PublicKey* root = nullptr, const std::string& logKey = "");
// The complete key.enrolled line: authored by the invite key, carrying the device's proof.
record::Line enrolLine(const crypto::PrivateKey& inviteKey, const crypto::PrivateKey& deviceKey,
                       const std::string& deviceName, const Instant& at);

}  // namespace plumb::domain
