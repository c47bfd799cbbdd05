#include "sync-server/auth/trust.h"

#include <spdlog/spdlog.h>

#include "shared/domain/complaint_rights.h"
#include "shared/domain/recovery.h"
#include "shared/domain/site_people.h"
#include "shared/records/planning/persons.h"
#include "shared/records/review/reviewers.h"

namespace plumb::server {
namespace {

Principal principalOf(const std::string& kid, const domain::Member& member) {
    return {kid, member.personId, member.personName, member.grantsAt()};
}

KnownKey knownKeyOf(const std::string& kid, const domain::Member& member) {
    KnownKey out{kid, {}};
    for (const auto& held : member.held)
        out.regions.insert(out.regions.end(), held.grant.regions.begin(), held.grant.regions.end());
    return out;
}

tl::unexpected<Error> unknownKey(const std::string& kid) {
    return fail(ErrorKind::notFound, "key_unknown",
                "this key is not enrolled here: " + kid.substr(0, 64) + "; claim an invitation first");
}

}  // namespace

void Trust::load(StoreReader& reader) {
    const std::unique_lock lock(m_mutex);
    m_book = domain::TrustBook(m_rootKid);
    m_enrolled.clear();
    m_digest = {};
    reader.eachTrustLine([&](std::uint64_t index, TimePoint received, std::string text) {
        takeStored(index, received, std::move(text));
    });
}

void Trust::follow(StoreReader& reader, std::uint64_t from) {
    // More trust lines than any log has.
    constexpr std::size_t kAll = 1'000'000'000;
    const std::unique_lock lock(m_mutex);
    for (const auto index : reader.trustIndexes(from, kAll))
        takeStored(index, reader.receivedAt(index).value(), reader.line(index).value());
}

void Trust::takeStored(std::uint64_t index, TimePoint received, std::string text) {
    auto line = record::Line::parse(std::move(text));
    if (!line) throw std::runtime_error("a stored trust line is damaged: " + line.error().detail);
    auto payload = record::parsePayload(line->payload());
    if (!payload) throw std::runtime_error("a stored trust line is damaged: " + payload.error().detail);
    m_digest.add(line->hash());
    if (auto good = m_book.add(*line, *payload, index); !good) {
        spdlog::warn("line {} of the log, {}, is not believed: {}", index, payload->type, good.error().detail);
        return;
    }
    note(*line, *payload, received);
}

void Trust::note(const record::Line& line, const record::Payload& payload, TimePoint received) {
    if (payload.type != "key.enrolled") return;
    if (const auto* invite = m_book.invite(line.kid())) m_enrolled.emplace(invite->enrolledKid, received);
}

Result<void> Trust::add(const record::Line& line, const record::Payload& payload, std::uint64_t index, TimePoint now) {
    const std::unique_lock lock(m_mutex);
    auto good = m_book.add(line, payload, index, now);
    if (!good) return good;
    m_digest.add(line.hash());
    note(line, payload, now);
    return good;
}

Result<crypto::PublicKey> Trust::authorKey(const record::Line& line, const record::Payload& payload) const {
    const std::shared_lock lock(m_mutex);
    const auto key = m_book.authorKey(line, payload);
    if (!key) return fail(key.error());
    return **key;
}

Result<Principal> Trust::checkRights(const record::Line& line, const record::Payload& payload, std::uint64_t index,
                                     const domain::Facts& facts) const {
    const std::shared_lock lock(m_mutex);
    const auto author = m_book.checkRights(line.kid(), payload, index, facts);
    if (!author) return fail(author.error());
    if (auto good = records::checkPersons(m_book, **author, payload, index); !good) return fail(good.error());
    return principalOf(line.kid(), **author);
}

Result<Principal> Trust::principal(const std::string& kid) const {
    const std::shared_lock lock(m_mutex);
    const auto* member = m_book.member(kid);
    if (!member) return unknownKey(kid);
    if (member->revoked())
        return fail(ErrorKind::forbidden, "key_revoked",
                    "this key was revoked; ask an administrator for a new invitation");
    return principalOf(kid, *member);
}

domain::LogPlace Trust::revokedAt(const std::string& kid) const {
    const std::shared_lock lock(m_mutex);
    const auto* member = m_book.member(kid);
    return member ? member->revokedAt : domain::LogPlace();
}

std::vector<domain::TrustLine> Trust::documentAuthorities() const {
    const std::shared_lock lock(m_mutex);
    return m_book.documentAuthorities();
}

bool Trust::invitedByRoot(const std::string& kid) const {
    const std::shared_lock lock(m_mutex);
    return m_book.invitedByRoot(kid);
}

bool Trust::rootIssued(const std::string& inviteKid) const {
    const std::shared_lock lock(m_mutex);
    const auto* invite = m_book.invite(inviteKid);
    return invite && invite->issuer == m_rootKid;
}

Result<crypto::PublicKey> Trust::memberKey(const std::string& kid) const {
    const std::shared_lock lock(m_mutex);
    const auto* member = m_book.member(kid);
    if (!member) return unknownKey(kid);
    return member->key;
}

std::string Trust::personName(const std::string& kid) const {
    const std::shared_lock lock(m_mutex);
    const auto* member = m_book.member(kid);
    return member ? member->personName : std::string();
}

std::string Trust::certificate(const std::string& kid) const {
    const std::shared_lock lock(m_mutex);
    const auto* member = m_book.member(kid);
    return member && member->certificate ? member->certificate->number : std::string();
}

domain::LogPlace Trust::enrolledIndex(const std::string& kid) const {
    const std::shared_lock lock(m_mutex);
    const auto* member = m_book.member(kid);
    return member ? domain::LogPlace(member->enrolledAt) : std::nullopt;
}

std::string Trust::personId(const std::string& kid) const {
    const std::shared_lock lock(m_mutex);
    const auto* member = m_book.member(kid);
    return member ? member->personId : std::string();
}

std::string Trust::nameOfPerson(std::string_view person) const {
    const std::shared_lock lock(m_mutex);
    const auto* member = records::memberOf(m_book, person);
    return member ? member->personName : std::string();
}

std::string Trust::certificateOfPerson(std::string_view person) const {
    const std::shared_lock lock(m_mutex);
    const auto* member = records::memberOf(m_book, person);
    return member && member->certificate ? member->certificate->number : std::string();
}

Result<void> Trust::checkCertified(const std::string& kid, Day day, std::uint64_t index) const {
    const std::shared_lock lock(m_mutex);
    const auto* member = m_book.member(kid);
    return member ? records::checkCertified(m_book, member->personId, day, index) : Result<void>();
}

std::vector<domain::SitePerson> Trust::inspectorsOf(std::string_view region) const {
    const std::shared_lock lock(m_mutex);
    return records::inspectorsOf(m_book, region);
}

std::vector<domain::SitePerson> Trust::reviewersOf(std::string_view region) const {
    const std::shared_lock lock(m_mutex);
    return records::reviewersOf(m_book, region);
}

bool Trust::isOfSite(std::string_view person, std::string_view site, std::string_view region,
                     std::uint64_t index) const {
    const std::shared_lock lock(m_mutex);
    return domain::isOfSite(m_book, person, site, region, index);
}

std::vector<std::string> Trust::regionsOfPerson(std::string_view person) const {
    const std::shared_lock lock(m_mutex);
    return domain::regionsOfPerson(m_book, person);
}

std::vector<domain::TrustLine> Trust::proofFor(const std::vector<std::string>& kids) const {
    const std::shared_lock lock(m_mutex);
    return m_book.proofFor(kids);
}

std::vector<KnownKey> Trust::keysAfter(const std::string& kid) const {
    const std::shared_lock lock(m_mutex);
    std::vector<KnownKey> out;
    const auto& members = m_book.members();
    for (auto at = members.upper_bound(kid); at != members.end(); ++at)
        out.push_back(knownKeyOf(at->first, at->second));
    return out;
}

std::optional<KnownKey> Trust::knownKey(const std::string& kid) const {
    const std::shared_lock lock(m_mutex);
    const auto* member = m_book.member(kid);
    if (!member) return std::nullopt;
    return knownKeyOf(kid, *member);
}

crypto::TrustDigest Trust::digest() const {
    const std::shared_lock lock(m_mutex);
    return m_digest;
}

std::optional<TimePoint> Trust::enrolledAt(const std::string& kid) const {
    const std::shared_lock lock(m_mutex);
    const auto found = m_enrolled.find(kid);
    if (found == m_enrolled.end()) return std::nullopt;
    return found->second;
}

}  // namespace plumb::server
