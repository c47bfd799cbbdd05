// iconv(3) for the module, as much of it as readers of CSV ask for: UTF-16 and GB18030 to UTF-8, decoded by the page
// (WHATWG Encoding Standard). It takes the place of musl's, whose tables of all the world's character sets are a sixth
// of the module.
#include <iconv.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <string_view>

// UTF-8 of `size` bytes of whole characters, written to `out`; its length, -1 where they are none of that encoding's.
extern "C" int plumb_host_decode(const char* label, const char* data, int size, char* out, int room);

namespace {

constexpr const char* kLabels[] = {"utf-16le", "utf-16be", "gb18030"};
constexpr const char* kNames[] = {"UTF-16LE", "UTF-16BE", "GB18030"};

// How many bytes the character takes that begins `text`; more than there are where it is cut.
std::size_t lengthOf(std::size_t encoding, std::string_view text) {
    const auto at = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    if (encoding < 2) {
        if (text.size() < 2) return 2;
        const std::uint8_t high = at(encoding == 0 ? 1 : 0);
        return high >= 0xD8 && high < 0xDC ? 4 : 2;
    }
    if (at(0) < 0x81) return 1;
    if (text.size() < 2) return 2;
    return at(1) >= 0x30 && at(1) <= 0x39 ? 4 : 2;
}

}  // namespace

extern "C" {

iconv_t iconv_open(const char*, const char* from) {
    const auto* found = std::find(std::begin(kNames), std::end(kNames), std::string_view(from));
    if (found != std::end(kNames)) return reinterpret_cast<iconv_t>(found - kNames + 1);
    errno = EINVAL;
    return reinterpret_cast<iconv_t>(-1);
}

int iconv_close(iconv_t) {
    return 0;
}

std::size_t iconv(iconv_t id, char** from, std::size_t* left, char** to, std::size_t* room) {
    const auto encoding = reinterpret_cast<std::size_t>(id) - 1;
    const std::string_view text(*from, *left);
    // No character grows beyond half as much again.
    std::size_t whole = 0;
    int why = 0;
    while (whole < text.size() && why == 0) {
        const auto length = lengthOf(encoding, text.substr(whole));
        if (length > text.size() - whole)
            why = EINVAL;
        else if ((whole + length) * 2 > *room)
            why = E2BIG;
        else
            whole += length;
    }
    const int written =
        plumb_host_decode(kLabels[encoding], *from, static_cast<int>(whole), *to, static_cast<int>(*room));
    if (written < 0) {
        errno = EILSEQ;
        return static_cast<std::size_t>(-1);
    }
    *from += whole;
    *left -= whole;
    *to += written;
    *room -= static_cast<std::size_t>(written);
    if (why == 0) return 0;
    errno = why;
    return static_cast<std::size_t>(-1);
}
}
