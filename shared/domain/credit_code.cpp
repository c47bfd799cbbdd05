#include "shared/domain/credit_code.h"

#include <array>

#include "shared/domain/code_text.h"

namespace plumb::domain {
namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
constexpr std::array<int, 17> kWeights{1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};  // 3^i mod 31
constexpr std::array<int, 8> kBodyWeights{3, 7, 9, 10, 5, 8, 4, 2};

// Which kinds of body each registering authority registers.
struct Authority {
    char authority;
    std::string_view kinds;
};
constexpr Authority kAuthorities[] = {{'1', "1239"}, {'2', "19"},  {'3', "123459"}, {'4', "19"},
                                      {'5', "1239"}, {'6', "129"}, {'7', "129"},    {'8', "19"},
                                      {'9', "123"},  {'A', "19"},  {'N', "1239"},   {'Y', "1"}};

bool knownPrefix(char authority, char kind) {
    for (const auto& row : kAuthorities) {
        if (row.authority == authority) return row.kinds.find(kind) != std::string_view::npos;
    }
    return false;
}

tl::unexpected<Error> bad(std::string_view text, const std::string& why) {
    return fail(ErrorKind::malformed, "bad_credit_code",
                "\"" + shortened(text) + "\" is no unified social credit code: " + why);
}

}  // namespace

char creditCheck(std::string_view first17) {
    if (first17.size() != kWeights.size()) return '\0';
    int sum = 0;
    for (std::size_t i = 0; i < kWeights.size(); ++i) {
        const auto value = kAlphabet.find(first17[i]);
        if (value == std::string_view::npos) return '\0';
        sum += static_cast<int>(value) * kWeights[i];
    }
    return kAlphabet[static_cast<std::size_t>((31 - sum % 31) % 31)];
}

char bodyCheck(std::string_view first8) {
    if (first8.size() != kBodyWeights.size()) return '\0';
    int sum = 0;
    for (std::size_t i = 0; i < kBodyWeights.size(); ++i) {
        const char c = first8[i];
        if (!isDigit(c) && !isUpper(c)) return '\0';
        sum += (isDigit(c) ? c - '0' : c - 'A' + 10) * kBodyWeights[i];
    }
    const int check = 11 - sum % 11;
    if (check == 10) return 'X';
    return check == 11 ? '0' : static_cast<char>('0' + check);
}

Result<CreditCode> parseCreditCode(std::string_view text) {
    CreditCode out;
    out.text = upperCase(trimmed(text));
    if (out.text.size() != 18) return bad(text, "it has 18 characters");
    for (std::size_t i = 0; i < out.text.size(); ++i) {
        if (kAlphabet.find(out.text[i]) == std::string_view::npos)
            return bad(text, "character " + std::to_string(i + 1) + " is none of " + std::string(kAlphabet));
    }
    if (!knownPrefix(out.text[0], out.text[1]))
        return bad(text, "no registering authority and kind of body begin with \"" + out.text.substr(0, 2) + "\"");
    for (const char c : out.region()) {
        if (!isDigit(c)) return bad(text, "characters 3 to 8 are the six digits of a region");
    }
    if (creditCheck(std::string_view(out.text).substr(0, 17)) != out.text.back())
        return bad(text, "its last character does not fit the others; compare it with the licence");
    out.bodyCheckHolds = bodyCheck(out.body().substr(0, 8)) == out.body().back();
    return out;
}

}  // namespace plumb::domain
