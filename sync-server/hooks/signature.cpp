#include "sync-server/hooks/signature.h"

#include "shared/base/encoding.h"
#include "shared/crypto/keyed_hash.h"

namespace plumb::server {

std::string hookSecretText(ByteView secret) {
    return "whsec_" + toBase64(secret);
}

std::string hookTimestamp(TimePoint at) {
    return std::to_string(std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count());
}

std::string hookSignature(const std::vector<ByteView>& secrets, std::string_view id, std::string_view timestamp,
                          std::string_view body) {
    const std::string text = std::string(id) + "." + std::string(timestamp) + "." + std::string(body);
    std::string out;
    for (const auto secret : secrets)
        out += (out.empty() ? "v1," : " v1,") + toBase64(crypto::keyedHash(secret, asBytes(text)).view());
    return out;
}

}  // namespace plumb::server
