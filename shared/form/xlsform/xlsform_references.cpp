#include "shared/form/xlsform/xlsform_references.h"

#include <algorithm>

#include "shared/base/nearest.h"
#include "shared/form/xlsform/sheet_cleaning.h"

namespace plumb::form {
namespace {

// Follows the calls and brackets around a place in an expression.
class Around {
  public:
    void take(std::string_view text, std::size_t at) {
        const char c = text[at];
        if (m_quote != '\0') {
            if (c == m_quote) m_quote = '\0';
        } else if (c == '\'' || c == '"') {
            m_quote = c;
        } else if (c == '(') {
            std::size_t begin = at;
            while (begin > 0 && (text[begin - 1] == ' ' || text[begin - 1] == '\t')) --begin;
            const std::size_t end = begin;
            while (begin > 0 && (std::isalnum(static_cast<unsigned char>(text[begin - 1])) || text[begin - 1] == '-' ||
                                 text[begin - 1] == '_' || text[begin - 1] == ':'))
                --begin;
            m_open.push_back({'(', text.substr(begin, end - begin) == "indexed-repeat", 0});
        } else if (c == '[') {
            m_open.push_back({'[', false, 0});
        } else if ((c == ')' || c == ']') && !m_open.empty()) {
            m_open.pop_back();
        } else if (c == ',' && !m_open.empty()) {
            ++m_open.back().argument;
        }
    }
    [[nodiscard]] bool quoted() const { return m_quote != '\0'; }
    [[nodiscard]] bool inPredicate() const {
        return std::ranges::any_of(m_open, [](const Open& one) { return one.kind == '['; });
    }
    // indexed-repeat(what, repeat, index, repeat, index …) wants all but the indexes from the top.
    [[nodiscard]] bool wantsWhole() const {
        return !m_open.empty() && m_open.back().indexedRepeat &&
               (m_open.back().argument == 0 || m_open.back().argument % 2 == 1);
    }

  private:
    struct Open {
        char kind;
        bool indexedRepeat;
        std::size_t argument;
    };
    std::vector<Open> m_open;
    char m_quote = '\0';
};

}  // namespace

XlsformReferences::Found XlsformReferences::next(std::string_view text, std::size_t from) {
    Found found;
    const std::size_t begin = text.find("${", from);
    const std::size_t end = begin == std::string_view::npos ? begin : text.find('}', begin);
    if (end == std::string_view::npos) return found;
    found.begin = begin;
    found.end = end + 1;
    found.name = withoutSpace(text.substr(begin + 2, end - begin - 2));
    return found;
}

std::uint32_t XlsformReferences::node(const std::string& name, const Complain& complain) const {
    const auto known = m_named.find(name);
    if (known == m_named.end()) {
        std::vector<std::string> names;
        for (const auto& [one, defs] : m_named) names.push_back(one);
        std::ranges::sort(names);
        complain("there is no question named '" + name + "'", didYouMean(name, names));
        return kNone;
    }
    if (known->second.size() > 1) {
        // Names need be unique within their group only; a reference by name then says too little.
        const auto where = [&](std::uint32_t def) {
            const Origin& origin = m_form.nodes[def].origin;
            const auto row = origin.find("row ");
            return m_form.path(def) + (row == std::string::npos ? "" : " (" + origin.substr(row) + ")");
        };
        complain("'" + name + "' could mean " + where(known->second[0]) + " or " + where(known->second[1]),
                 "give one of them another name");
    }
    return known->second.front();
}

std::string XlsformReferences::path(const std::string& name, std::uint32_t context, bool relative, bool fromCurrent,
                                    const Complain& complain) const {
    const std::uint32_t target = node(name, complain);
    if (target == kNone) return "/" + name;
    const std::string full = m_form.path(target);
    if (!relative || context == kNone) return full;
    // The nearest repeat that has both of them below it.
    std::vector<std::uint32_t> above;
    for (std::uint32_t at = context; at != kNone; at = m_form.nodes[at].parent) above.push_back(at);
    std::uint32_t shared = m_form.nodes[target].parent;
    while (shared != kNone &&
           (m_form.nodes[shared].kind != NodeKind::repeat || std::ranges::find(above, shared) == above.end()))
        shared = m_form.nodes[shared].parent;
    if (shared == kNone || context == shared) return full;
    std::string up;
    for (const std::uint32_t at : above) {
        if (at == shared) break;
        up += up.empty() ? ".." : "/..";
    }
    return (fromCurrent ? "current()/" : "") + up + full.substr(m_form.path(shared).size());
}

std::string XlsformReferences::resolve(std::string_view expression, std::uint32_t context, bool inPredicate,
                                       const Complain& complain) const {
    std::string out;
    Around around;
    for (std::size_t at = 0; at < expression.size();) {
        const Found found = expression.substr(at).starts_with("${") ? next(expression, at) : Found();
        if (found.begin != at) {
            around.take(expression, at);
            out += expression[at++];
            continue;
        }
        at = found.end;
        if (found.name.starts_with("last-saved#")) {
            complain("", "");
            out += "''";
            continue;
        }
        const std::string way =
            path(found.name, context, !around.wantsWhole(), inPredicate || around.inPredicate(), complain);
        out += around.quoted() ? way : " " + way + " ";
    }
    return std::string(withoutSpace(out));
}

std::uint32_t XlsformReferences::only(std::string_view reference, const Complain& complain) const {
    const std::string text(withoutSpace(reference));
    const Found found = next(text, 0);
    if (found.begin != 0 || found.end != text.size()) {
        complain("'" + text + "' does not name a question", "write ${name}");
        return kNone;
    }
    return node(found.name, complain);
}

}  // namespace plumb::form
