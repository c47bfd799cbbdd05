// The address in a paper's QR code, which opens the public page: its path is the fingerprint that stands beside it; its
// fragment, which browsers send nowhere, carries what the page holds the server's answer against (VERIFY.md).
#pragma once

#include <string>
#include <string_view>

#include "shared/base/sha256.h"

namespace plumb::document {

inline constexpr std::size_t kFingerprintBytes = 16;  // as printed: 32 digits

// "<address><fingerprint>#<leaf>.<log key>": `address` ends before the fingerprint ("https://host/verify/"); the leaf
// hash and the SHA-256 of the log's verifier key are in base64url, of each the first 16 bytes.
std::string verifyAddress(std::string_view address, const Sha256& line, const Sha256& leaf, std::string_view logKey);

}  // namespace plumb::document
