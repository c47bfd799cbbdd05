#include "sync-server/export/xlsx_text.h"

#include <algorithm>

namespace plumb::server {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::size_t kSheetName = 31;

// REQUIRES: text is not empty. Of broken UTF-8: one byte.
std::size_t lengthOf(std::string_view text) {
    const auto first = static_cast<unsigned char>(text.front());
    const std::size_t length = first < 0x80 ? 1 : first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    return std::min(length, text.size());
}
std::size_t unitsOf(std::size_t bytes) {
    return bytes == 4 ? 2 : 1;
}
std::size_t countUnits(std::string_view text) {
    std::size_t units = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto length = lengthOf(text.substr(at));
        units += unitsOf(length);
        at += length;
    }
    return units;
}
// The longest beginning of whole characters with at most so many units.
std::string_view beginning(std::string_view text, std::size_t most) {
    std::size_t units = 0, at = 0;
    while (at < text.size()) {
        const auto length = lengthOf(text.substr(at));
        units += unitsOf(length);
        if (units > most) break;
        at += length;
    }
    return text.substr(0, at);
}

bool isHex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
bool isEscape(std::string_view text) {
    return text.size() >= 7 && text.starts_with("_x") && text[6] == '_' && isHex(text[2]) && isHex(text[3]) &&
           isHex(text[4]) && isHex(text[5]);
}

bool isPlain(std::string_view text) {
    return std::none_of(text.begin(), text.end(),
                        [](char c) { return c == '\r' || c == '\0' || c == '_' || c == '\xEF'; });
}

void replace(std::string_view text, std::string& out) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto rest = text.substr(at);
        if (rest.starts_with('\r')) {
            if (!rest.starts_with("\r\n")) out += '\n';
        } else if (rest.front() == '\0') {
            out += kReplacement;
        } else if (rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF")) {
            out += kReplacement;
            at += 2;
        } else if (isEscape(rest)) {
            out += "_x005F_";
        } else {
            out += rest.front();
        }
    }
}

}  // namespace

bool toCellText(std::string_view text, std::size_t most, std::string_view mark, std::string& out) {
    out.clear();
    // A unit has at least one byte: what is short in bytes is short in units.
    const bool cut = text.size() > most && countUnits(text) > most;
    if (cut) text = beginning(text, most - countUnits(mark));
    if (isPlain(text))
        out = text;
    else
        replace(text, out);
    if (cut) out += mark;
    return cut;
}

std::string toSheetName(std::string_view wanted, std::string_view suffix) {
    std::string name(wanted);
    std::replace_if(
        name.begin(), name.end(),
        [](char c) {
            return std::string_view("[]:*?/\\'").find(c) != std::string_view::npos ||
                   static_cast<unsigned char>(c) < ' ';
        },
        ' ');
    name = beginning(name, kSheetName - std::min(countUnits(suffix), kSheetName));
    name.erase(name.find_last_not_of(' ') + 1);
    if (name.empty()) name = "Sheet";
    return name.append(suffix);
}

}  // namespace plumb::server
