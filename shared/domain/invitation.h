// plumb://enrol?… (PROTOCOL.md, "Invitation"): what an administrator hands to a person, as text or QR.
#pragma once

#include <string>
#include <string_view>

#include "shared/crypto/suite.h"

namespace plumb::domain {

struct Invitation {
    std::string server;  // "https://host:port", or "http://" on loopback
    std::string pin;     // base64url SHA-256 of the certificate's SubjectPublicKeyInfo; empty where none
    std::string logKey;  // note verifier key
    std::string rootKid;
    crypto::Suite suite = crypto::Suite::es256;
    Bytes secret;  // the invite key's 32 bytes
};

std::string formatInvitation(const Invitation& invitation);
// bad_invitation with the reason: not ours, cut short, doubled or unknown parameters, a key of the wrong size.
Result<Invitation> parseInvitation(std::string_view uri);

}  // namespace plumb::domain
