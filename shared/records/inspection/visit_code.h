// The code by which an enterprise rates the visit (voice/rating.h): made by the inspector's device when it signs the
// record, shown and printed for the enterprise, used once. The record holds its hash and what it was made of, a salt,
// so that the device can show it again and nobody else can make it:
//   code = the first twenty bytes of HMAC-SHA-256(the device key's secret, "plumb-visit-code-v1." salt), as spoken code
// The device that visited knows it, and so does whoever took a picture of its screen: that the visited one and nobody
// else used it is her word. Who finds hers used is told so, and where to complain (SECURITY.md). Pure but for the
// randomness; any thread.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/sha256.h"
#include "shared/crypto/suite.h"

namespace plumb::records {

struct VisitCode {
    std::string salt;  // 32 lower-case hex digits
    Sha256 hash;       // visitCodeHash() of the code

    friend bool operator==(const VisitCode&, const VisitCode&) = default;
};

inline constexpr std::size_t kVisitSaltDigits = 32;

VisitCode newVisitCode(const crypto::PrivateKey& device);
// As people read it. Of another device's salt it gives a code of nothing: compare visitCodeHash().
std::string visitCode(const crypto::PrivateKey& device, std::string_view salt);
// Of a code as visitCode() or readSpokenCode() gave it: SHA-256("plumb-visit-v1." code).
Sha256 visitCodeHash(std::string_view code);

}  // namespace plumb::records
