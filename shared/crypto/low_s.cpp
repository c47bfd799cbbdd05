#include "shared/crypto/low_s.h"

#include <algorithm>
#include <array>

#include "shared/crypto/suite.h"

namespace plumb::crypto {
namespace {

using Number = std::array<std::uint8_t, 32>;  // big-endian

// The order of P-256 (FIPS 186-4, D.1.2.3), and its half, rounded down.
constexpr Number kOrder{0xFF, 0xFF, 0xFF, 0xFF, 0x00, 0x00, 0x00, 0x00, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
                        0xBC, 0xE6, 0xFA, 0xAD, 0xA7, 0x17, 0x9E, 0x84, 0xF3, 0xB9, 0xCA, 0xC2, 0xFC, 0x63, 0x25, 0x51};
constexpr Number kHalf{0x7F, 0xFF, 0xFF, 0xFF, 0x80, 0x00, 0x00, 0x00, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
                       0xDE, 0x73, 0x7D, 0x56, 0xD3, 0x8B, 0xCF, 0x42, 0x79, 0xDC, 0xE5, 0x61, 0x7E, 0x31, 0x92, 0xA8};

}  // namespace

bool isLowS(ByteView signature) {
    if (signature.size() != kSignatureSize) return false;
    const auto s = signature.subspan(32);
    return !std::lexicographical_compare(kHalf.begin(), kHalf.end(), s.begin(), s.end());
}

void makeLowS(Bytes& signature) {
    if (signature.size() != kSignatureSize || isLowS(signature)) return;
    int borrow = 0;
    for (int i = 31; i >= 0; --i) {
        auto& digit = signature[static_cast<std::size_t>(32 + i)];
        const int left = kOrder[static_cast<std::size_t>(i)] - digit - borrow;
        borrow = left < 0 ? 1 : 0;
        digit = static_cast<std::uint8_t>(left + borrow * 256);
    }
}

}  // namespace plumb::crypto
