#include "shared/records/plain_text.h"

namespace plumb::records {
namespace {

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

}  // namespace

void checkPlainText(BodyReader& read, std::string_view name, const std::string& text, std::size_t most) {
    if (text.size() > most) read.fault(name, "must have at most " + std::to_string(most) + " bytes");
    if (!isPlainText(text)) read.fault(name, "must hold no control characters but line ends");
}

}  // namespace plumb::records
