#include "shared/base/spoken_code.h"

namespace plumb {
namespace {

constexpr std::string_view kLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kGroup = 4;

std::string grouped(std::string_view plain) {
    std::string out;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        if (i > 0 && i % kGroup == 0) out.push_back('-');
        out.push_back(plain[i]);
    }
    return out;
}

char meant(char typed) {
    if (typed >= 'a' && typed <= 'z') typed = static_cast<char>(typed - 'a' + 'A');
    if (typed == 'O') return '0';
    if (typed == 'I' || typed == 'L') return '1';
    return typed;
}

}  // namespace

std::string spokenCode(ByteView bytes) {
    std::string plain;
    for (const auto byte : bytes.first(kSpokenCodeLength)) plain.push_back(kLetters[byte % kLetters.size()]);
    return grouped(plain);
}

std::optional<std::string> readSpokenCode(std::string_view typed) {
    std::string plain;
    for (const char c : typed) {
        if (c == ' ' || c == '-') continue;
        const char letter = meant(c);
        if (kLetters.find(letter) == std::string_view::npos || plain.size() == kSpokenCodeLength) return std::nullopt;
        plain.push_back(letter);
    }
    if (plain.size() != kSpokenCodeLength) return std::nullopt;
    return grouped(plain);
}

}  // namespace plumb
