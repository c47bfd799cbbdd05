#include "shared/form/xform/search_call.h"

#include <vector>

namespace plumb::form {
namespace {

std::string trim(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") + 1 - first));
}

// Of a call whose '(' stands at `open`; nothing when it does not end.
std::optional<std::vector<std::string>> arguments(std::string_view text, std::size_t open) {
    std::vector<std::string> all;
    std::size_t begin = open + 1;
    int depth = 0;
    char quote = '\0';
    for (std::size_t i = begin; i < text.size(); ++i) {
        const char c = text[i];
        if (quote != '\0') {
            if (c == quote) quote = '\0';
        } else if (c == '\'' || c == '"') {
            quote = c;
        } else if (c == '(' || c == '[') {
            ++depth;
        } else if (depth == 0 && (c == ',' || c == ')')) {
            all.push_back(trim(text.substr(begin, i - begin)));
            begin = i + 1;
            if (c == ')') return all;
        } else if (c == ')' || c == ']') {
            --depth;
        }
    }
    return {};
}

// The text of a quoted literal; "" for anything else.
std::string literal(const std::string& text) {
    if (text.size() < 2 || (text.front() != '\'' && text.front() != '"') || text.back() != text.front()) return {};
    return text.substr(1, text.size() - 2);
}

std::string condition(const std::string& kind, const std::string& column, const std::string& text) {
    if (kind == "matches") return column + " = " + text;
    if (kind == "contains") return "contains(" + column + ", " + text + ")";
    if (kind == "startswith") return "starts-with(" + column + ", " + text + ")";
    if (kind == "endswith") return "ends-with(" + column + ", " + text + ")";
    return {};
}

}  // namespace

std::optional<SearchCall> searchCall(std::string_view appearance) {
    const auto at = appearance.find("search(");
    if (at == std::string_view::npos || (at > 0 && appearance[at - 1] != ' ')) return {};
    SearchCall call;
    const auto given = arguments(appearance, at + 6);
    if (!given || given->empty()) return call;
    call.file = literal((*given)[0]);
    if (call.file.ends_with(".csv")) call.file.resize(call.file.size() - 4);
    if (call.file.empty()) return call;
    std::string nodes = "instance('" + call.file + "')/root/item";
    if (given->size() >= 4) {
        const std::string kind = literal((*given)[1]);
        std::string any;
        const std::string columns = literal((*given)[2]) + ",";
        for (std::size_t begin = 0, end; (end = columns.find(',', begin)) != std::string::npos; begin = end + 1) {
            const std::string column = trim(std::string_view(columns).substr(begin, end - begin));
            const std::string one = condition(kind, column, (*given)[3]);
            if (column.empty() || one.empty()) return call;
            any += (any.empty() ? "" : " or ") + one;
        }
        nodes += "[" + any + "]";
    }
    if (given->size() == 6) {
        const std::string column = literal((*given)[4]);
        if (column.empty()) return call;
        nodes += "[" + column + " = " + (*given)[5] + "]";
    }
    if (given->size() == 1 || given->size() == 4 || given->size() == 6) call.nodes = nodes;
    return call;
}

bool isChoiceBesideSearch(std::string_view value) {
    if (value.starts_with('-')) value.remove_prefix(1);
    return !value.empty() && value.find_first_not_of("0123456789") == std::string_view::npos;
}

std::optional<std::pair<std::string, std::string>> splitRandomize(std::string_view nodeset) {
    const std::string text = trim(nodeset);
    if (!text.starts_with("randomize")) return {};
    const auto open = text.find_first_not_of(" \t\r\n", 9);
    if (open == std::string::npos || text[open] != '(') return {};
    const auto given = arguments(text, open);
    if (!given || given->empty() || given->size() > 2) return {};
    return std::pair{(*given)[0], given->size() == 2 ? (*given)[1] : std::string()};
}

}  // namespace plumb::form
