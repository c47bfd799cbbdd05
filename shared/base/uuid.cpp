#include "shared/base/uuid.h"

#include <sys/random.h>

#include <stdexcept>

#include "shared/base/encoding.h"

namespace plumb {

std::string makeUuid7(TimePoint at) {
    std::array<std::uint8_t, 16> raw{};
    if (getrandom(raw.data() + 6, 10, 0) != 10) throw std::runtime_error("the operating system gave no random bytes");
    const auto millis = static_cast<std::uint64_t>(at.time_since_epoch().count());
    for (int i = 0; i < 6; ++i) raw[i] = static_cast<std::uint8_t>(millis >> (40 - 8 * i));
    raw[6] = static_cast<std::uint8_t>((raw[6] & 0x0F) | 0x70);
    raw[8] = static_cast<std::uint8_t>((raw[8] & 0x3F) | 0x80);
    std::string text = toHex(raw);
    for (const std::size_t dash : {20, 16, 12, 8}) text.insert(dash, 1, '-');
    return text;
}

bool isUuid(std::string_view text) {
    if (text.size() != 36) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        const char c = text[i];
        if (dash ? c != '-' : !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) return false;
    }
    return true;
}

}  // namespace plumb
