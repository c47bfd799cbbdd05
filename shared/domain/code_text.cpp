#include "shared/domain/code_text.h"

namespace plumb::domain {
namespace {

constexpr std::string_view kNoBreak = "\u00a0", kIdeographic = "\u3000";

}  // namespace

std::string upperCase(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return out;
}

std::size_t blankAt(std::string_view text) {
    if (text.empty()) return 0;
    if (text[0] == ' ' || (text[0] >= '\t' && text[0] <= '\r')) return 1;
    if (text.starts_with(kNoBreak)) return kNoBreak.size();
    return text.starts_with(kIdeographic) ? kIdeographic.size() : 0;
}

std::string_view trimmed(std::string_view text) {
    while (const auto size = blankAt(text)) text.remove_prefix(size);
    for (bool again = true; again;) {
        again = false;
        for (const std::size_t size : {1, 2, 3}) {
            if (text.size() >= size && blankAt(text.substr(text.size() - size)) == size) {
                text.remove_suffix(size);
                again = true;
                break;
            }
        }
    }
    return text;
}

std::string shortened(std::string_view text) {
    constexpr std::size_t kMost = 40;
    if (text.size() <= kMost) return std::string(text);
    std::size_t end = kMost;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return std::string(text.substr(0, end)) + "…";
}

}  // namespace plumb::domain
