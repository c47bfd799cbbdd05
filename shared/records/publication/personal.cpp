#include "shared/records/publication/personal.h"

namespace plumb::records {
namespace {

// GB 11643: 17 digits and a check digit, which may be X; a mobile number has 11 and begins with 1.
constexpr std::size_t kIdentityDigits = 17, kMobileDigits = 11;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

// One that is written in groups ("138 0000-1234") is one number: the length of what stands between two of its digits.
std::size_t gapAt(std::string_view text, std::size_t at) {
    const bool between = at + 1 < text.size() && (text[at] == ' ' || text[at] == '-') && isDigit(text[at + 1]);
    return between ? 1 : 0;
}

std::string numberIn(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (!isDigit(text[at])) {
            ++at;
            continue;
        }
        const auto from = at;
        std::string digits;
        while (at < text.size()) {
            if (isDigit(text[at]))
                digits += text[at++];
            else if (const auto gap = gapAt(text, at))
                at += gap;
            else
                break;
        }
        const bool check = at < text.size() && (text[at] == 'X' || text[at] == 'x');
        const bool identity = digits.size() == kIdentityDigits + 1 || (digits.size() == kIdentityDigits && check);
        const bool mobile = digits.size() == kMobileDigits && digits[0] == '1' && digits[1] >= '3';
        if (identity || mobile) return std::string(text.substr(from, at - from));
    }
    return {};
}

}  // namespace

std::string personalIn(std::string_view text, const std::vector<std::string>& names) {
    for (const auto& name : names) {
        if (!name.empty() && text.find(name) != std::string_view::npos) return name;
    }
    return numberIn(text);
}

}  // namespace plumb::records
