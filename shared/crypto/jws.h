// JSON Web Signatures in the two forms that we use: detached compact (RFC 7515 appendix F), for records and enrolment
// proofs, and plain compact, for the token assertion (RFC 7523).
#pragma once

#include <string>
#include <string_view>

#include "shared/crypto/suite.h"

namespace plumb::crypto {

constexpr std::string_view kRecordTyp = "plumb+json";
constexpr std::string_view kEnrolTyp = "plumb+enrol";
constexpr std::string_view kPackTyp = "plumb+pack";

// The protected header that a key's signatures of one typ all carry, base64url-encoded; it never changes.
std::string protectedHeader(const PublicKey& key, std::string_view typ);

struct JwsHeader {
    std::string alg;
    std::string kid;
    std::string typ;
};
// Reads a protected header strictly: exactly alg, kid and typ, all text; anything more (crit, jwk, jku …) is refused.
Result<JwsHeader> parseProtectedHeader(std::string_view base64url);

// "<protected>..<signature>" over `payload`.
std::string signDetached(const PrivateKey& key, std::string_view typ, std::string_view payload);
// Checks "<protected>..<signature>": header is this key's own for `typ`, signature is over `payload` and the one form
// that the suite gives it (ES256: low s, see low_s.h).
Result<void> verifyDetached(const PublicKey& key, std::string_view typ, std::string_view detached,
                            std::string_view payload);

// "<protected>.<payload>.<signature>" (typ "JWT").
std::string signCompact(const PrivateKey& key, std::string_view typ, std::string_view payload);
struct CompactJws {
    JwsHeader header;
    std::string payload;
    std::string signingInput;
    Bytes signature;
};
Result<CompactJws> parseCompact(std::string_view text);

}  // namespace plumb::crypto
