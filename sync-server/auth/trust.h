// The trust book of this log behind a lock: the writer adds to it, everyone else asks. It is a projection: made again
// from the log's trust lines at start, and after a transaction that failed.
#pragma once

#include <mutex>
#include <shared_mutex>
#include <unordered_map>

#include "shared/base/civil_date.h"
#include "shared/crypto/checkpoint.h"
#include "shared/domain/site_people.h"
#include "shared/domain/trust.h"
#include "sync-server/store/store.h"

namespace plumb::server {

// Who is calling, as a copy that outlives any change.
struct Principal {
    std::string kid;
    std::string personId;
    std::string personName;
    std::vector<domain::Grant> grants;
};

// A device's key, as those who watch over devices know it.
struct KnownKey {
    std::string kid;
    std::vector<std::string> regions;  // of all that it was ever given
};

class Trust {
  public:
    explicit Trust(std::string rootKid) : m_rootKid(rootKid), m_book(std::move(rootKid)) {}

    // Throws where a trust line of the log is damaged. One that the root does not vouch for is kept and passed on like
    // all others, and counts for nothing.
    void load(StoreReader& reader);
    // The same of the lines that stand at `from` and after it, where all before it were taken in.
    void follow(StoreReader& reader, std::uint64_t from);

    // Takes in a trust line that arrived at `now` and is to stand at `index`. Codes as TrustBook::add.
    Result<void> add(const record::Line& line, const record::Payload& payload, std::uint64_t index, TimePoint now);
    // Over all trust lines taken in so far, for the checkpoint.
    [[nodiscard]] crypto::TrustDigest digest() const;

    Result<crypto::PublicKey> authorKey(const record::Line& line, const record::Payload& payload) const;
    // Role, place and person of an author whose signature was checked, for a line that is to stand at `index`, and the
    // persons whom it names (records/planning/persons.h).
    Result<Principal> checkRights(const record::Line& line, const record::Payload& payload, std::uint64_t index,
                                  const domain::Facts& facts) const;

    // key_unknown or key_revoked.
    Result<Principal> principal(const std::string& kid) const;
    Result<crypto::PublicKey> memberKey(const std::string& kid) const;
    [[nodiscard]] const std::string& rootKid() const { return m_rootKid; }
    // Whether the root itself invited whoever holds this key; whether this is the key of such an invitation.
    [[nodiscard]] bool invitedByRoot(const std::string& kid) const;
    [[nodiscard]] bool rootIssued(const std::string& inviteKid) const;
    // Where in the log the key was revoked; none where it stands or is unknown.
    [[nodiscard]] domain::LogPlace revokedAt(const std::string& kid) const;
    // "" for a key that is not enrolled.
    [[nodiscard]] std::string personName(const std::string& kid) const;
    // The number by which she may inspect, as her invitation states it; "" where it states none.
    [[nodiscard]] std::string certificate(const std::string& kid) const;
    [[nodiscard]] std::string personId(const std::string& kid) const;
    // Where in the log the key was enrolled; none where it is unknown.
    [[nodiscard]] domain::LogPlace enrolledIndex(const std::string& kid) const;
    // The name under which a person's key was enrolled; "" where nobody's was.
    [[nodiscard]] std::string nameOfPerson(std::string_view person) const;
    // Of who signs a check that was made on that day (records/planning/persons.h): forbidden certificate_over.
    [[nodiscard]] Result<void> checkCertified(const std::string& kid, Day day, std::uint64_t index) const;
    // The number of her certificate, as the invitation of that key states it; "" where it states none.
    [[nodiscard]] std::string certificateOfPerson(std::string_view person) const;
    // Persons whom a task in this region may be assigned to now.
    [[nodiscard]] std::vector<domain::SitePerson> inspectorsOf(std::string_view region) const;
    // Persons to whom a record of this region may be given for its review now.
    [[nodiscard]] std::vector<domain::SitePerson> reviewersOf(std::string_view region) const;
    // Whether the person is of the enterprise of this site, for a line that is to stand at `index` (site_people.h).
    [[nodiscard]] bool isOfSite(std::string_view person, std::string_view site, std::string_view region,
                                std::uint64_t index) const;
    // Every region in which the person holds or held a right (domain/complaint_rights.h).
    [[nodiscard]] std::vector<std::string> regionsOfPerson(std::string_view person) const;
    // Trust lines that prove these keys, each once, in log order.
    [[nodiscard]] std::vector<domain::TrustLine> proofFor(const std::vector<std::string>& kids) const;
    // The root's lines that name who certifies document keys, in log order.
    [[nodiscard]] std::vector<domain::TrustLine> documentAuthorities() const;
    // Every device's key behind `kid`, revoked ones too, in the order of their names.
    [[nodiscard]] std::vector<KnownKey> keysAfter(const std::string& kid) const;
    [[nodiscard]] std::optional<KnownKey> knownKey(const std::string& kid) const;
    // When the key's enrolment reached this log.
    [[nodiscard]] std::optional<TimePoint> enrolledAt(const std::string& kid) const;

  private:
    void takeStored(std::uint64_t index, TimePoint received, std::string text);
    void note(const record::Line& line, const record::Payload& payload, TimePoint received);

    std::string m_rootKid;
    mutable std::shared_mutex m_mutex;
    domain::TrustBook m_book;
    crypto::TrustDigest m_digest;
    std::unordered_map<std::string, TimePoint> m_enrolled;
};

}  // namespace plumb::server
