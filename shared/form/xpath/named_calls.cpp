#include "shared/form/xpath/named_calls.h"

#include <algorithm>

namespace plumb::form {
namespace {

constexpr std::string_view kSpace = " \t\r\n";

bool isOfName(char c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return letter || c == '_' || c == '-' || c == '.' || c == ':' || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

std::vector<NamedCall> namedCalls(std::string_view expression, std::string_view function) {
    std::vector<NamedCall> all;
    std::size_t at = 0;
    while (at < expression.size()) {
        const char c = expression[at];
        if (c == '\'' || c == '"') {
            at = std::min(expression.find(c, at + 1), expression.size() - 1) + 1;
            continue;
        }
        if (!isOfName(c)) {
            ++at;
            continue;
        }
        const std::size_t word = at;
        while (at < expression.size() && isOfName(expression[at])) ++at;
        if (expression.substr(word, at - word) != function) continue;
        const auto open = expression.find_first_not_of(kSpace, at);
        if (open == std::string_view::npos || expression[open] != '(') continue;
        const auto quote = expression.find_first_not_of(kSpace, open + 1);
        NamedCall& call = all.emplace_back();
        call.begin = call.end = open + 1;
        if (quote == std::string_view::npos || (expression[quote] != '\'' && expression[quote] != '"')) continue;
        const auto close = expression.find(expression[quote], quote + 1);
        if (close == std::string_view::npos) continue;
        call.begin = quote + 1;
        call.end = close;
        call.name = std::string(expression.substr(call.begin, close - call.begin));
    }
    return all;
}

}  // namespace plumb::form
