// The bodies of the trust family (RECORDS.md): what an invitation, an enrolment, a revocation and a change of rights
// say. Read and composed here alone; who may say it is for the book of trust. Pure; any thread. Malformed: bad_payload
// with the member.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/base/clock.h"
#include "shared/crypto/suite.h"
#include "shared/domain/grant.h"

namespace plumb::domain {

// What shows that a person may inspect, as her invitation states it: for readers; nobody judges by it.
struct PersonCertificate {
    std::string number;
    std::string until = {};  // YYYY-MM or YYYY-MM-DD; "" where it is not said

    friend bool operator==(const PersonCertificate&, const PersonCertificate&) = default;
};

struct InviteBody {
    crypto::PublicKey key;  // public half of the one-time invite key
    std::string personId, personName;
    bool namesake = false;  // another person of this name is known
    std::vector<Grant> grants;
    Instant expires;
    std::optional<crypto::PublicKey> root = {};  // in the root's own lines: its key, and the log's
    std::string log = {};
    std::optional<PersonCertificate> certificate = {};
};
Result<InviteBody> readInviteBody(const json::object& body);
json::object toBody(const InviteBody& invite);

struct EnrolmentBody {
    crypto::PublicKey key;  // the device's
    std::string device;     // its name
    std::string proof;      // detached JWS by it
};
Result<EnrolmentBody> readEnrolmentBody(const json::object& body);
json::object toBody(const EnrolmentBody& enrolment);

struct RevocationBody {
    std::string key;  // kid
    std::string reason;
};
Result<RevocationBody> readRevocationBody(const json::object& body);
json::object toBody(const RevocationBody& revocation);

// Granted or withdrawn, as the line's type says.
struct RoleChangeBody {
    std::string key;  // kid
    std::vector<Grant> grants;
    std::string reason;
};
Result<RoleChangeBody> readRoleChangeBody(const json::object& body);
json::object toBody(const RoleChangeBody& change);

// documents.certified: the certificate of the authority that certifies this deployment's document keys. The root's key
// stands beside it, so that the line alone can be judged by whoever knows the root's thumbprint.
struct AuthorityBody {
    crypto::PublicKey root;
    Bytes certificate;  // DER; what it says is for shared/crypto/certificate.h
};
Result<AuthorityBody> readAuthorityBody(const json::object& body);
json::object toBody(const AuthorityBody& authority);

// The root's own key, as its first line introduces it.
Result<crypto::PublicKey> readRootKey(const json::object& body);

}  // namespace plumb::domain
