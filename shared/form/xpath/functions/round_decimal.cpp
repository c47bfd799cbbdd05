#include "shared/form/xpath/functions/round_decimal.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

namespace plumb::form::xpath {

double roundDecimal(double value, int places) {
    if (!std::isfinite(value) || value == 0) return value;
    if (places == 0) {
        const double below = std::floor(value);
        return std::copysign(value - below >= 0.5 ? below + 1 : below, value);
    }
    // The shortest digits that read back to the number: d[.ddd]e±xx
    char buffer[64];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, std::fabs(value), std::chars_format::scientific).ptr;
    const std::string_view written(buffer, static_cast<std::size_t>(end - buffer));
    const auto at = written.find('e');
    std::string digits;
    for (const char c : written.substr(0, at)) {
        if (c != '.') digits += c;
    }
    int exponent = 0;
    const std::size_t sign = written[at + 1] == '+' ? 2 : 1;
    std::from_chars(buffer + at + sign, end, exponent);

    places = std::clamp(places, -400, 400);
    const int kept = exponent + 1 + places;
    if (kept >= static_cast<int>(digits.size())) return value;
    if (kept < 0) return std::copysign(0.0, value);
    const auto rest = std::string_view(digits).substr(static_cast<std::size_t>(kept));
    const bool half = rest[0] == '5' && rest.find_first_not_of('0', 1) == std::string_view::npos;
    const bool up = half ? value > 0 : rest[0] >= '5';
    std::string head = "0" + digits.substr(0, static_cast<std::size_t>(kept));
    for (std::size_t i = head.size(); up && i-- > 0;) {
        if (head[i] != '9') {
            ++head[i];
            break;
        }
        head[i] = '0';
    }
    head += "e" + std::to_string(-places);
    double result = 0;
    std::from_chars(head.data(), head.data() + head.size(), result);
    return std::copysign(result, value);
}

}  // namespace plumb::form::xpath
