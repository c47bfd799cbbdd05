// Standard Webhooks 1.0 (https://www.standardwebhooks.com): how a receiver knows that a message is this server's, is
// whole, and was not sent again by somebody else. HMAC-SHA-256 with the receiver's own secret over
// "<webhook-id>.<webhook-timestamp>.<body>", as "v1,<base64>"; several, parted by blanks, while a secret is replaced.
// The standard's other form (v1a, Ed25519) is not used: that a line stands in the log is proved by the log itself, to
// whoever fetches it by the hash that the message tells. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/clock.h"

namespace plumb::server {

// "whsec_" and base64, as the standard writes secrets.
std::string hookSecretText(ByteView secret);
// Seconds since 1970.
std::string hookTimestamp(TimePoint at);
// The value of webhook-signature.
std::string hookSignature(const std::vector<ByteView>& secrets, std::string_view id, std::string_view timestamp,
                          std::string_view body);

}  // namespace plumb::server
