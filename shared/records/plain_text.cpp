#include "shared/records/plain_text.h"

namespace plumb::records {

// C0 and C1 controls but the line end, and what turns the direction of the text around it.
bool isPlainText(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte < 0x20 && byte != '\n') || byte == 0x7f) return false;
        if (byte == 0xc2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xa0) return false;
        const auto three = text.substr(i, 3);
        if (three >= "\u202a" && three <= "\u202e" && three.size() == 3) return false;
        if (three >= "\u2066" && three <= "\u2069" && three.size() == 3) return false;
    }
    return true;
}

bool isBlankText(std::string_view text) {
    constexpr std::string_view kBlanks[] = {" ", "\n", "\u00a0", "\u3000", "\u200b", "\ufeff"};
    while (!text.empty()) {
        const auto before = text.size();
        for (const auto blank : kBlanks) {
            if (text.starts_with(blank)) text.remove_prefix(blank.size());
        }
        if (text.size() == before) return false;
    }
    return true;
}

void checkPlainText(BodyReader& read, std::string_view name, const std::string& text, std::size_t most) {
    if (text.size() > most) read.fault(name, "must have at most " + std::to_string(most) + " bytes");
    if (!isPlainText(text)) read.fault(name, "must hold no control characters but line ends");
}

}  // namespace plumb::records
