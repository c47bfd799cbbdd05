#include "shared/domain/standard_number.h"

#include <optional>
#include <utility>
#include <vector>

#include "shared/base/characters.h"
#include "shared/domain/code_text.h"

namespace plumb::domain {
namespace {

constexpr std::size_t kMostBytes = 200;  // no number is longer; nothing beyond is looked at

constexpr std::pair<std::string_view, char> kLookAlikes[] = {{"\u2215", '/'}, {"\uff0f", '/'}, {"\u2014", '-'},
                                                             {"\u2013", '-'}, {"\uff0d", '-'}, {"\u2212", '-'}};

// Reads a number from left to right; every step says whether it was there and moves on only if so.
struct Scanner {
    std::string_view rest;

    bool take(std::string_view text) {
        if (!rest.starts_with(text)) return false;
        rest.remove_prefix(text.size());
        return true;
    }
    // As many digits as there are, but no more than `most`; none taken where they are fewer than `least`.
    std::string_view digits(std::size_t least, std::size_t most) {
        std::size_t size = 0;
        while (size < rest.size() && size < most && isDigit(rest[size])) ++size;
        if (size < least) return {};
        const auto out = rest.substr(0, size);
        rest.remove_prefix(size);
        return out;
    }
    void recommendation() {
        if (!take("/T")) take("/Z");
    }
};

// SEQ ("24421.2"), a letter where the family has one, and the year, to the very end of the text.
std::optional<StandardNumber> readTail(Scanner in, StandardFamily family, std::string_view prefix, bool letter) {
    in.take(" ");
    StandardNumber out{family, std::string(prefix), std::string(in.digits(1, 6)), ""};
    if (out.sequence.empty()) return std::nullopt;
    for (int part = 0; part < 2 && in.take("."); ++part) {
        const auto digits = in.digits(1, 3);
        if (digits.empty()) return std::nullopt;
        out.sequence += "." + std::string(digits);
    }
    if (letter && !in.rest.empty() && isUpper(in.rest[0])) {
        out.sequence += in.rest[0];
        in.rest.remove_prefix(1);
    }
    if (in.take("-")) {
        out.year = std::string(in.digits(2, 4));
        if (out.year.size() != 2 && out.year.size() != 4) return std::nullopt;
    }
    if (!in.rest.empty()) return std::nullopt;
    return out;
}

std::string_view consumed(std::string_view text, const Scanner& in) {
    return text.substr(0, text.size() - in.rest.size());
}

std::optional<StandardNumber> readNational(std::string_view text) {
    Scanner in{text};
    if (!in.take("GB")) return std::nullopt;
    in.recommendation();
    return readTail(in, StandardFamily::national, consumed(text, in), false);
}

std::optional<StandardNumber> readFoodLocal(std::string_view text) {
    Scanner in{text};
    if (!in.take("DBS") || in.digits(2, 2).empty()) return std::nullopt;
    const std::string prefix = std::string(consumed(text, in)) + "/";
    in.take("/");
    return readTail(in, StandardFamily::foodLocal, prefix, false);
}

// Four digits name a city, two a province: "DB6201 12" and "DB62 0112" differ by their blank, and without one the
// city is read.
std::optional<StandardNumber> readLocal(std::string_view text) {
    for (const std::size_t size : {4, 2}) {
        Scanner in{text};
        if (!in.take("DB") || in.digits(size, size).empty()) continue;
        in.recommendation();
        if (auto out = readTail(in, StandardFamily::local, consumed(text, in), false)) return out;
    }
    return std::nullopt;
}

// One character of an enterprise's code: its size in bytes, 0 where it is none.
std::size_t enterpriseCharacter(std::string_view text) {
    if (text.empty()) return 0;
    if (isDigit(text[0]) || isUpper(text[0])) return 1;
    const auto [code, size] = characterAt(text, 0);
    return code >= 0x4E00 && code <= 0x9FA5 ? size : 0;
}

// The code of an association or enterprise ends where the rest is a sequence: the shortest such code is taken, so that
// "T/CAS123" is number 123 of CAS, not number 3 of CAS12.
std::optional<StandardNumber> readOwned(std::string_view text, std::string_view start, std::size_t least,
                                        std::size_t most, StandardFamily family) {
    Scanner in{text};
    if (!in.take(start)) return std::nullopt;
    for (std::size_t count = 1; count <= most; ++count) {
        const bool association = family == StandardFamily::association;
        const auto size = enterpriseCharacter(in.rest);
        if (size == 0 || (association && (size > 1 || (count == 1 && !isUpper(in.rest[0]))))) return std::nullopt;
        in.rest.remove_prefix(size);
        if (count < least) continue;
        if (auto out = readTail(in, family, consumed(text, in), true)) return out;
    }
    return std::nullopt;
}

std::optional<StandardNumber> readTrade(std::string_view text) {
    Scanner in{text};
    if (text.size() < 2 || !isUpper(text[0]) || !isUpper(text[1]) || text.starts_with("GB")) return std::nullopt;
    in.rest.remove_prefix(2);
    in.recommendation();
    return readTail(in, StandardFamily::trade, consumed(text, in), false);
}

std::optional<StandardNumber> read(std::string_view normalised) {
    if (auto out = readNational(normalised)) return out;
    if (auto out = readFoodLocal(normalised)) return out;
    if (auto out = readLocal(normalised)) return out;
    if (auto out = readOwned(normalised, "T/", 2, 12, StandardFamily::association)) return out;
    if (auto out = readOwned(normalised, "Q/", 1, 20, StandardFamily::enterprise)) return out;
    return readTrade(normalised);
}

// Full-width letters, digits and points as ASCII, a colon as the dash before a year, runs of blanks as one.
std::string repaired(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        if (const auto blank = blankAt(text)) {
            if (!out.empty() && out.back() != ' ') out += ' ';
            text.remove_prefix(blank);
            continue;
        }
        const auto [code, size] = characterAt(text, 0);
        if (const auto plain = halfWidth(code); plain != code && plain != U' ') {
            out += static_cast<char>(plain);
            text.remove_prefix(size);
            continue;
        }
        out += text[0] == ':' || text[0] == '_' ? '-' : text[0];
        text.remove_prefix(1);
    }
    return normaliseStandardNumber(out);
}

// "GBT2763" → "GB/T2763", "DB62T1" → "DB62/T1", "GB-T 1" → "GB/T 1", "TCAS 1" → "T/CAS 1".
std::vector<std::string> withSlash(std::string_view text) {
    std::vector<std::string> out;
    std::size_t at = 0;
    while (at < text.size() && isUpper(text[at])) ++at;
    const std::size_t letters = at;
    while (at < text.size() && text.starts_with("DB") && isDigit(text[at])) ++at;
    const auto join = [&](std::size_t end, std::size_t from) {
        out.push_back(std::string(text.substr(0, end)) + "/" + std::string(text.substr(from)));
    };
    if (at < text.size() && text[at] == '-') join(at, at + 1);
    if (at > letters && at < text.size() && (text[at] == 'T' || text[at] == 'Z')) join(at, at);
    if (at < text.size() && text[at] == ' ' && at + 1 < text.size() && (text[at + 1] == 'T' || text[at + 1] == 'Z'))
        join(at, at + 1);
    if (letters == 3 && (text[2] == 'T' || text[2] == 'Z')) join(2, 2);
    if (letters > 2 && (text[0] == 'T' || text[0] == 'Q')) join(1, 1);
    return out;
}

}  // namespace

std::string_view familyName(StandardFamily family) {
    switch (family) {
        case StandardFamily::national:
            return "national";
        case StandardFamily::foodLocal:
            return "food_local";
        case StandardFamily::local:
            return "local";
        case StandardFamily::association:
            return "association";
        case StandardFamily::enterprise:
            return "enterprise";
        case StandardFamily::trade:
            return "trade";
    }
    return "";
}

std::string normaliseStandardNumber(std::string_view text) {
    std::string out;
    std::string blanks;  // seen, and kept only where no sign follows or stands before
    text = trimmed(text);
    while (!text.empty()) {
        if (const auto blank = blankAt(text)) {
            blanks += text.substr(0, blank);
            text.remove_prefix(blank);
            continue;
        }
        char sign = text[0] == '/' || text[0] == '-' ? text[0] : '\0';
        std::size_t size = 1;
        for (const auto& [look, means] : kLookAlikes) {
            if (text.starts_with(look)) sign = means, size = look.size();
        }
        if (sign == '\0') {
            const bool afterSign = !out.empty() && (out.back() == '/' || out.back() == '-');
            if (!afterSign) out += blanks;
            out += upperCase(text.substr(0, 1));
        } else {
            out += sign;
        }
        blanks.clear();
        text.remove_prefix(size);
    }
    return out;
}

std::string suggestStandardNumber(std::string_view text) {
    const std::string whole = repaired(text.substr(0, kMostBytes));
    std::vector<std::string> starts{whole};
    for (auto& other : withSlash(whole)) starts.push_back(std::move(other));
    for (const auto& start : starts) {
        if (const auto number = read(start)) return number->text();
    }
    // A number with its title behind it: the longest beginning that is one, provided that it has a year or a blank
    // follows, so that no digit of something else is cut off.
    for (const auto& start : starts) {
        for (std::size_t end = start.size(); end-- > 3;) {
            if (isDigit(start[end]) || isUpper(start[end]) || start[end] == '.' || start[end] == '-') continue;
            if (const auto number = read(trimmed(std::string_view(start).substr(0, end)))) return number->text();
        }
    }
    return "";
}

Result<StandardNumber> parseStandardNumber(std::string_view text) {
    if (text.size() <= kMostBytes) {
        if (auto out = read(normaliseStandardNumber(text))) return *std::move(out);
    }
    const auto meant = suggestStandardNumber(text);
    return fail(ErrorKind::malformed, "bad_standard_number",
                "\"" + shortened(text) + "\" is no number of a standard" +
                    (meant.empty() ? std::string(": expected such as GB 2763-2021 or GB/T 1.1")
                                   : "; did you mean \"" + meant + "\"?"));
}

}  // namespace plumb::domain
