#include "shared/base/characters.h"

namespace plumb {

Character characterAt(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const unsigned char first = byte(0);
    if (first < 0x80) return {first, 1};
    const std::size_t size = first >= 0xF8 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1;
    if (size == 1 || at + size > text.size()) return {0, 1};
    char32_t code = first & (0xFFu >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) {
        if ((byte(i) & 0xC0) != 0x80) return {0, 1};
        code = (code << 6) | (byte(i) & 0x3Fu);
    }
    return {code, size};
}

char32_t halfWidth(char32_t code) {
    if (code >= 0xFF01 && code <= 0xFF5E) return code - 0xFEE0;
    return code == 0x3000 ? U' ' : code;
}

bool isAsciiSpace(char32_t code) {
    return code == ' ' || code == '\t' || code == '\r' || code == '\n';
}

bool isOtherSpace(char32_t code) {
    return code == 0x85 || code == 0xA0 || code == 0x1680 || (code >= 0x2000 && code <= 0x200A) || code == 0x2028 ||
           code == 0x2029 || code == 0x202F || code == 0x205F || code == 0x3000;
}

bool isDirection(char32_t code) {
    return code == 0x061C || code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069);
}

bool isInvisible(char32_t code) {
    return (code >= 1 && code < ' ' && !isAsciiSpace(code)) || (code >= 0x7F && code < 0xA0 && code != 0x85) ||
           code == 0xAD || code == 0x034F || code == 0x115F || code == 0x1160 || code == 0x180E || code == 0x200B ||
           code == 0x2060 || (code >= 0x2061 && code <= 0x2064) || (code >= 0x206A && code <= 0x206F) ||
           code == 0x3164 || code == 0xFEFF || code == 0xFFA0 || (code >= 0xFFF9 && code <= 0xFFFB) ||
           isDirection(code);
}

}  // namespace plumb
