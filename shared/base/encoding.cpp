#include "shared/base/encoding.h"

#include <algorithm>
#include <cstring>

namespace plumb {
namespace {

constexpr std::string_view kHex = "0123456789abcdef";
constexpr std::string_view kUrl = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::string_view kStandard = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

constexpr std::array<std::int8_t, 256> inverse(std::string_view alphabet) {
    std::array<std::int8_t, 256> table{};
    for (auto& entry : table) entry = -1;
    for (std::size_t i = 0; i < alphabet.size(); ++i) {
        table[static_cast<unsigned char>(alphabet[i])] = static_cast<std::int8_t>(i);
    }
    return table;
}
constexpr auto kHexInverse = inverse(kHex);
constexpr auto kUrlInverse = inverse(kUrl);
constexpr auto kStandardInverse = inverse(kStandard);

// Written in place: each line that is signed or verified passes here whole.
std::string encode64(ByteView in, std::string_view alphabet, bool pad) {
    const std::size_t rest = in.size() % 3;
    std::string out((in.size() / 3) * 4 + (rest == 0 ? 0 : pad ? 4 : rest + 1), '=');
    auto* to = out.data();
    const auto* letter = alphabet.data();
    std::size_t i = 0;
    for (; i + 3 <= in.size(); i += 3, to += 4) {
        const std::uint32_t v = (in[i] << 16) | (in[i + 1] << 8) | in[i + 2];
        to[0] = letter[v >> 18];
        to[1] = letter[(v >> 12) & 63];
        to[2] = letter[(v >> 6) & 63];
        to[3] = letter[v & 63];
    }
    if (rest == 0) return out;
    const std::uint32_t v = (in[i] << 16) | (rest == 2 ? in[i + 1] << 8 : 0);
    to[0] = letter[v >> 18];
    to[1] = letter[(v >> 12) & 63];
    if (rest == 2) to[2] = letter[(v >> 6) & 63];
    return out;
}

Result<Bytes> decode64(std::string_view text, const std::array<std::int8_t, 256>& table, const char* what) {
    const auto bad = [&](std::size_t at) {
        return fail(ErrorKind::malformed, "bad_base64",
                    std::string(what) + " is malformed at character " + std::to_string(at + 1));
    };
    if (text.size() % 4 == 1) return bad(text.size() - 1);
    Bytes out;
    out.reserve(text.size() / 4 * 3 + 2);
    std::uint32_t buffer = 0;
    int bits = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::int8_t v = table[static_cast<unsigned char>(text[i])];
        if (v < 0) return bad(i);
        buffer = ((buffer << 6) | static_cast<std::uint32_t>(v)) & 0xFFFFFF;
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            out.push_back(static_cast<std::uint8_t>(buffer >> bits));
        }
    }
    // Left-over bits must be zero, or two texts would mean the same bytes.
    if (bits > 0 && (buffer & ((1u << bits) - 1)) != 0) return bad(text.size() - 1);
    return out;
}

bool isUnreserved(unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
           c == '_' || c == '~';
}

}  // namespace

std::string toHex(ByteView bytes) {
    std::string out;
    out.reserve(bytes.size() * 2);
    for (const auto b : bytes) {
        out += kHex[b >> 4];
        out += kHex[b & 15];
    }
    return out;
}

Result<Bytes> fromHex(std::string_view text) {
    if (text.size() % 2 != 0) return fail(ErrorKind::malformed, "bad_hex", "hex has an odd number of digits");
    Bytes out;
    out.reserve(text.size() / 2);
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const std::int8_t high = kHexInverse[static_cast<unsigned char>(text[i])];
        const std::int8_t low = kHexInverse[static_cast<unsigned char>(text[i + 1])];
        if (high < 0 || low < 0) {
            return fail(ErrorKind::malformed, "bad_hex", "not lower-case hex at character " + std::to_string(i + 1));
        }
        out.push_back(static_cast<std::uint8_t>(high << 4 | low));
    }
    return out;
}

std::string toBase64Url(ByteView bytes) {
    return encode64(bytes, kUrl, false);
}
Result<Bytes> fromBase64Url(std::string_view text) {
    return decode64(text, kUrlInverse, "base64url");
}

std::string toBase64(ByteView bytes) {
    return encode64(bytes, kStandard, true);
}
Result<Bytes> fromBase64(std::string_view text) {
    if (text.size() % 4 != 0) return fail(ErrorKind::malformed, "bad_base64", "base64 lacks its padding");
    std::size_t pad = 0;
    while (pad < 2 && pad < text.size() && text[text.size() - 1 - pad] == '=') ++pad;
    return decode64(text.substr(0, text.size() - pad), kStandardInverse, "base64");
}

std::string percentEncode(std::string_view text) {
    std::string out;
    for (const unsigned char c : text) {
        if (isUnreserved(c)) {
            out += static_cast<char>(c);
        } else {
            out += '%';
            out += "0123456789ABCDEF"[c >> 4];
            out += "0123456789ABCDEF"[c & 15];
        }
    }
    return out;
}

Result<std::string> percentDecode(std::string_view text) {
    const auto digit = [](char c) -> int {
        if (c >= '0' && c <= '9') return c - '0';
        if (c >= 'A' && c <= 'F') return c - 'A' + 10;
        if (c >= 'a' && c <= 'f') return c - 'a' + 10;
        return -1;
    };
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += text[i];
            continue;
        }
        if (i + 2 >= text.size() || digit(text[i + 1]) < 0 || digit(text[i + 2]) < 0) {
            return fail(ErrorKind::malformed, "bad_percent",
                        "a % at character " + std::to_string(i + 1) + " is not followed by two hex digits");
        }
        out += static_cast<char>(digit(text[i + 1]) << 4 | digit(text[i + 2]));
        i += 2;
    }
    return out;
}

bool isUtf8(std::string_view text) {
    const auto* p = reinterpret_cast<const unsigned char*>(text.data());
    const auto* const end = p + text.size();
    while (p < end) {
        if (*p < 0x80) {
            // Eight at a time, as long as all are ASCII.
            std::uint64_t eight = 0;
            while (end - p >= 8 && (std::memcpy(&eight, p, 8), (eight & 0x8080808080808080u) == 0)) p += 8;
            while (p < end && *p < 0x80) ++p;
            continue;
        }
        const int extra = *p >= 0xF0 ? 3 : *p >= 0xE0 ? 2 : 1;
        if (*p < 0xC2 || *p > 0xF4 || end - p <= extra) return false;
        std::uint32_t code = *p & (0x3F >> extra);
        for (int i = 1; i <= extra; ++i) {
            if ((p[i] & 0xC0) != 0x80) return false;
            code = code << 6 | (p[i] & 0x3F);
        }
        constexpr std::uint32_t kLeast[] = {0, 0x80, 0x800, 0x10000};
        if (code < kLeast[extra] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return false;
        p += extra + 1;
    }
    return true;
}

}  // namespace plumb
