#include "sync-server/intake/receipt_code.h"

#include "shared/crypto/hash.h"

namespace plumb::server {

std::string makeReceiptCode() {
    return spokenCode(crypto::randomBytes(kSpokenCodeLength));
}

Sha256 receiptHash(std::string_view code) {
    return crypto::sha256("plumb-receipt-v1." + std::string(code));
}

}  // namespace plumb::server
