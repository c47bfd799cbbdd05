// A self-signed TLS certificate for a start without any authority: ECDSA P-256, for localhost, 127.0.0.1, ::1, this
// machine's name and any further name. Clients pin its public key (the `p` of an invitation), so its names matter to
// browsers only. The one place of the server that makes X.509.
#pragma once

#include <string>
#include <vector>

#include "shared/base/clock.h"

namespace plumb::server {

struct Certificate {
    std::string certificatePem;
    std::string keyPem;
};

// `names`: DNS names or IP addresses beside the local ones.
Certificate makeCertificate(const std::vector<std::string>& names, TimePoint now);

// base64url(SHA-256 of the SubjectPublicKeyInfo) of the first certificate in a PEM text.
Result<std::string> pinOf(const std::string& certificatePem);

}  // namespace plumb::server
