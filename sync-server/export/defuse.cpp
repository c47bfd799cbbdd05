#include "sync-server/export/defuse.h"

#include <algorithm>

namespace plumb::server {
namespace {

constexpr std::string_view kStarts[] = {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"};

bool startsFormula(std::string_view text) {
    return std::any_of(std::begin(kStarts), std::end(kStarts),
                       [&](std::string_view start) { return text.starts_with(start); });
}

// [+-] digits [. digits], and no more than a spreadsheet keeps of a number.
bool isPlainNumber(std::string_view text) {
    if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto point = std::min(text.find('.'), text.size());
    const auto whole = text.substr(0, point), rest = text.substr(std::min(point + 1, text.size()));
    if (whole.empty() || (point < text.size() && rest.empty()) || whole.size() + rest.size() > 15) return false;
    return std::all_of(whole.begin(), whole.end(), digit) && std::all_of(rest.begin(), rest.end(), digit);
}

}  // namespace

bool looksLikeFormula(std::string_view text) {
    const auto behind = text.substr(std::min(text.find_first_not_of('\''), text.size()));
    return startsFormula(behind) && !(behind.size() == text.size() && isPlainNumber(text));
}

std::string defused(std::string_view text) {
    return (looksLikeFormula(text) ? "'" : "") + std::string(text);
}

std::string_view undefused(std::string_view cell) {
    return cell.starts_with('\'') && looksLikeFormula(cell.substr(1)) ? cell.substr(1) : cell;
}

}  // namespace plumb::server
