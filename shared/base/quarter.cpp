#include "shared/base/quarter.h"

namespace plumb {
namespace {

constexpr int kMonths = 3;
constexpr std::size_t kYearDigits = 4, kLength = 6;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

}  // namespace

Quarter quarterOf(Day day) {
    const std::chrono::year_month_day date(day);
    return {static_cast<int>(date.year()), (static_cast<int>(static_cast<unsigned>(date.month())) - 1) / kMonths + 1};
}

std::string quarterText(Quarter quarter) {
    auto year = std::to_string(quarter.year);
    if (year.size() < kYearDigits) year.insert(0, kYearDigits - year.size(), '0');
    return year + "Q" + std::to_string(quarter.number);
}

std::optional<Quarter> parseQuarter(std::string_view text) {
    if (text.size() != kLength || text[kYearDigits] != 'Q' || text.back() < '1' || text.back() > '4')
        return std::nullopt;
    Quarter out{0, text.back() - '0'};
    for (const char c : text.substr(0, kYearDigits)) {
        if (!isDigit(c)) return std::nullopt;
        out.year = out.year * 10 + (c - '0');
    }
    return out;
}

}  // namespace plumb
