#include "tools/province/random.h"

#include <bit>

#include "shared/base/encoding.h"
#include "shared/crypto/hash.h"

namespace plumb::province {

Bytes seedBytes(std::uint64_t seed, std::string_view name) {
    const auto hash = crypto::sha256("sample-province/" + std::to_string(seed) + "/" + std::string(name));
    const auto view = hash.view();
    return {view.begin(), view.end()};
}

Random::Random(std::uint64_t seed, std::string_view name) {
    const auto bytes = seedBytes(seed, name);
    for (std::size_t i = 0; i < 32; ++i) {
        m_state[i / 8] = m_state[i / 8] << 8 | bytes[i];
    }
}

std::uint64_t Random::next() {
    const auto out = std::rotl(m_state[1] * 5, 7) * 9;
    const auto shifted = m_state[1] << 17;
    m_state[2] ^= m_state[0];
    m_state[3] ^= m_state[1];
    m_state[1] ^= m_state[2];
    m_state[0] ^= m_state[3];
    m_state[2] ^= shifted;
    m_state[3] = std::rotl(m_state[3], 45);
    return out;
}

// The high half of a 96-bit product; its bias is beyond what anybody could see here.
std::size_t Random::below(std::size_t count) {
    return static_cast<std::size_t>(((next() >> 32) * static_cast<std::uint64_t>(count)) >> 32);
}

std::int64_t Random::whole(std::int64_t least, std::int64_t most) {
    return least + static_cast<std::int64_t>(below(static_cast<std::size_t>(most - least) + 1));
}

double Random::unit() {
    return static_cast<double>(next() >> 11) * 0x1.0p-53;
}

Bytes Random::bytes(std::size_t count) {
    Bytes out(count);
    for (auto& byte : out) byte = static_cast<std::uint8_t>(next() >> 56);
    return out;
}

std::string Random::uuid7(TimePoint at) {
    auto raw = bytes(16);
    const auto millis = static_cast<std::uint64_t>(at.time_since_epoch().count());
    for (std::size_t i = 0; i < 6; ++i) raw[i] = static_cast<std::uint8_t>(millis >> (40 - 8 * i));
    raw[6] = static_cast<std::uint8_t>((raw[6] & 0x0F) | 0x70);
    raw[8] = static_cast<std::uint8_t>((raw[8] & 0x3F) | 0x80);
    std::string text = toHex(raw);
    for (const std::size_t dash : {20, 16, 12, 8}) text.insert(dash, 1, '-');
    return text;
}

}  // namespace plumb::province
