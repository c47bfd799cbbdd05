#include "shared/records/inspection/visit_code.h"

#include "shared/base/encoding.h"
#include "shared/base/spoken_code.h"
#include "shared/crypto/hash.h"
#include "shared/crypto/keyed_hash.h"

namespace plumb::records {

VisitCode newVisitCode(const crypto::PrivateKey& device) {
    auto salt = toHex(crypto::randomBytes(kVisitSaltDigits / 2));
    const auto hash = visitCodeHash(visitCode(device, salt));
    return {std::move(salt), hash};
}

std::string visitCode(const crypto::PrivateKey& device, std::string_view salt) {
    const auto said = "plumb-visit-code-v1." + std::string(salt);
    return spokenCode(crypto::keyedHash(device.secret(), asBytes(said)).view());
}

Sha256 visitCodeHash(std::string_view code) {
    return crypto::sha256("plumb-visit-v1." + std::string(code));
}

}  // namespace plumb::records
