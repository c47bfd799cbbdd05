// Sealing at rest. A random data key seals everything (AES-256-GCM, the row's identity as associated data); the data
// key itself lies wrapped under a key made from the PIN by scrypt (RFC 7914). Changing the PIN rewraps one key.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "shared/base/bytes.h"
#include "shared/base/result.h"
#include "shared/base/sha256.h"

namespace plumb::crypto {

// 32 bytes that are wiped when the object goes.
class DataKey {
  public:
    static DataKey generate();
    explicit DataKey(ByteView raw);
    ~DataKey();
    DataKey(const DataKey&) = default;
    DataKey& operator=(const DataKey&) = default;

    // nonce(12) ‖ ciphertext ‖ tag(16). `identity` says which row or file this is, so that sealed values cannot be
    // swapped.
    [[nodiscard]] Bytes seal(ByteView plain, std::string_view identity) const;
    [[nodiscard]] Result<Bytes> open(ByteView sealed, std::string_view identity) const;
    // What stands for `value` where it may be seen: the same for the same value and purpose, told by nothing but this
    // key (HMAC-SHA-256, under a key of its own that comes from this one).
    [[nodiscard]] Sha256 pseudonym(ByteView value, std::string_view purpose) const;
    [[nodiscard]] ByteView raw() const { return m_key; }

  private:
    std::array<std::uint8_t, 32> m_key{};
};

// Cost of the PIN: N = 2^logN, r = 8, p = 1. 2^15 takes about 100 ms and 32 MiB on a tablet.
struct PinCost {
    int logN = 15;
};

// The wrapped data key as stored: version(1) ‖ logN(1) ‖ salt(16) ‖ sealed key.
Bytes wrapKey(const DataKey& key, std::string_view pin, PinCost cost = {});
// badSignature where the PIN is wrong.
Result<DataKey> unwrapKey(ByteView wrapped, std::string_view pin);

}  // namespace plumb::crypto
