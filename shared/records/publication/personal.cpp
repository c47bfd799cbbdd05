#include "shared/records/publication/personal.h"

#include <algorithm>

#include "shared/base/characters.h"

namespace plumb::records {
namespace {

struct Seen {
    char32_t code;         // half width, small
    std::size_t from, to;  // bytes of the text
};

std::vector<Seen> seenIn(std::string_view text) {
    std::vector<Seen> out;
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, size] = characterAt(text, at);
        const bool joiner = code == 0x200C || code == 0x200D;
        if (!isInvisible(code) && !joiner) {
            const char32_t plain = isOtherSpace(code) || isAsciiSpace(code) ? U' ' : halfWidth(code);
            out.push_back({plain >= U'A' && plain <= U'Z' ? plain + 32 : plain, at, at + size});
        }
        at += size;
    }
    return out;
}

// What people put between the groups of a number, and the parts of a name.
bool parts(char32_t code) {
    constexpr std::u32string_view kParting = U" -.·•_/()–—―‐‑‒−";
    return kParting.find(code) != std::u32string_view::npos;
}

// '\0' for what is no digit.
char digitOf(char32_t code) {
    if (code >= U'0' && code <= U'9') return static_cast<char>(code);
    constexpr std::u32string_view kChinese = U"零一二三四五六七八九", kOthers = U"〇○幺";
    if (const auto found = kChinese.find(code); found != std::u32string_view::npos)
        return static_cast<char>('0' + found);
    if (const auto found = kOthers.find(code); found != std::u32string_view::npos) return found == 2 ? '1' : '0';
    return '\0';
}

// A number as it is written: digits, with at most three characters between two groups of them.
struct Group {
    std::string digits;
    std::size_t from, to;
};
struct Chain {
    std::vector<Group> groups;
    bool check = false;  // an X ends it
};
constexpr std::size_t kWidestGap = 3;

Chain chainAt(const std::vector<Seen>& seen, std::size_t& at) {
    Chain out;
    while (at < seen.size()) {
        Group group{{}, seen[at].from, seen[at].from};
        for (; at < seen.size() && digitOf(seen[at].code) != '\0'; ++at) {
            group.digits += digitOf(seen[at].code);
            group.to = seen[at].to;
        }
        out.groups.push_back(std::move(group));
        std::size_t next = at;
        while (next < seen.size() && next - at < kWidestGap && parts(seen[next].code)) ++next;
        if (next == at || next == seen.size() || digitOf(seen[next].code) == '\0') break;
        at = next;
    }
    out.check = at < seen.size() && seen[at].code == U'x';
    return out;
}

constexpr std::size_t kIdentityDigits = 17, kMobileDigits = 11;

int number(std::string_view digits) {
    int out = 0;
    for (const char c : digits) out = out * 10 + (c - '0');
    return out;
}

// GB 11643: a region's six digits, the day of birth, three digits and a check digit, which may be X.
bool isIdentity(std::string_view digits, bool check) {
    if (digits.size() != kIdentityDigits + (check ? 0 : 1) || digits[0] == '0') return false;
    const int year = number(digits.substr(6, 4)), month = number(digits.substr(10, 2)),
              day = number(digits.substr(12, 2));
    return year >= 1900 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

// Eleven digits that begin with 13 to 19, with or without what is dialled before them.
bool isMobile(std::string_view digits) {
    for (const std::string_view before : {"", "0", "86", "086", "0086"}) {
        if (digits.size() == before.size() + kMobileDigits && digits.starts_with(before) &&
            digits[before.size()] == '1' && digits[before.size() + 1] >= '3')
            return true;
    }
    return false;
}

std::string numberIn(std::string_view text) {
    const auto seen = seenIn(text);
    for (std::size_t at = 0; at < seen.size();) {
        if (digitOf(seen[at].code) == '\0') {
            ++at;
            continue;
        }
        const auto chain = chainAt(seen, at);
        // A date that stands before a number is a group of its own: every run of groups is looked at.
        for (std::size_t first = 0; first < chain.groups.size(); ++first) {
            std::string digits;
            for (std::size_t last = first; last < chain.groups.size() && digits.size() <= kIdentityDigits; ++last) {
                digits += chain.groups[last].digits;
                const bool check = chain.check && last + 1 == chain.groups.size();
                if (!isIdentity(digits, false) && !(check && isIdentity(digits, true)) && !isMobile(digits)) continue;
                const auto from = chain.groups[first].from;
                return std::string(text.substr(from, chain.groups[last].to - from));
            }
        }
    }
    return {};
}

bool isWord(char32_t code) {
    return (code >= U'0' && code <= U'9') || (code >= U'a' && code <= U'z');
}

bool isAsciiText(const std::u32string& text) {
    return std::all_of(text.begin(), text.end(), [](char32_t c) { return c < 0x80; });
}

// `squeezed`: without what parts a name's parts.
std::u32string folded(std::string_view text, bool squeezed) {
    std::u32string out;
    for (const auto& one : seenIn(text)) {
        if (squeezed ? !parts(one.code) : one.code != U' ' || out.empty() || out.back() != U' ') out += one.code;
    }
    return out;
}

// In Latin letters a name is words; in others it is found wherever its characters follow each other.
bool names(std::string_view text, std::string_view name) {
    const auto words = folded(name, false);
    if (!isAsciiText(words)) {
        const auto sought = folded(name, true);
        return !sought.empty() && folded(text, true).find(sought) != std::u32string::npos;
    }
    if (words.empty() || words == U" ") return false;
    const auto in = folded(text, false);
    for (auto at = in.find(words); at != std::u32string::npos; at = in.find(words, at + 1)) {
        const auto end = at + words.size();
        if ((at == 0 || !isWord(in[at - 1])) && (end == in.size() || !isWord(in[end]))) return true;
    }
    return false;
}

}  // namespace

std::string personalIn(std::string_view text, const std::vector<std::string>& people) {
    for (const auto& name : people) {
        if (names(text, name)) return name;
    }
    return numberIn(text);
}

}  // namespace plumb::records
