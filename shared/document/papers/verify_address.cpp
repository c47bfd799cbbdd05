#include "shared/document/papers/verify_address.h"

#include "shared/base/encoding.h"
#include "shared/crypto/hash.h"

namespace plumb::document {

std::string verifyAddress(std::string_view address, const Sha256& line, const Sha256& leaf, std::string_view logKey) {
    const auto half = [](const Sha256& hash) { return toBase64Url(hash.view().first(kFingerprintBytes)); };
    return std::string(address) + line.hex().substr(0, 2 * kFingerprintBytes) + "#" + half(leaf) + "." +
           half(crypto::sha256(asBytes(logKey)));
}

}  // namespace plumb::document
