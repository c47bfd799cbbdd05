#include "shared/form/xpath/lexer.h"

namespace plumb::form::xpath {
namespace {

bool isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
// Letters beyond ASCII are taken as they come: names in Chinese are names.
bool beginsName(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}
bool continuesName(char c) {
    return beginsName(c) || isDigit(c) || c == '-' || c == '.';
}

}  // namespace

// Whether the present token ends an operand, so that an operator may follow.
bool Lexer::isOperand() const {
    switch (m_token.kind) {
        case Token::Kind::number:
        case Token::Kind::text:
        case Token::Kind::name:
        case Token::Kind::question:
            return true;
        case Token::Kind::symbol:
            return m_token.text == ")" || m_token.text == "]" || m_token.text == "." || m_token.text == ".." ||
                   m_token.text == "*name";
        case Token::Kind::end:
        case Token::Kind::bad:
        case Token::Kind::operatorName:
        case Token::Kind::function:
        case Token::Kind::axis:
        case Token::Kind::nodeType:
            return false;
    }
    return false;
}

void Lexer::bad(std::size_t length, const char* complaint) {
    m_token = {Token::Kind::bad, m_source.substr(m_at, length), m_at + 1, complaint};
    m_at = m_source.size();
}

void Lexer::advance() {
    const bool operandBefore = isOperand();
    while (m_at < m_source.size() && isSpace(m_source[m_at])) ++m_at;
    const std::size_t begin = m_at;
    const auto make = [&](Token::Kind kind, std::size_t length) {
        m_token = {kind, m_source.substr(begin, length), begin + 1, ""};
        m_at = begin + length;
    };
    if (m_at >= m_source.size()) {
        m_token = {Token::Kind::end, {}, m_source.size() + 1, ""};
        return;
    }
    const char c = m_source[m_at];
    const char next = m_at + 1 < m_source.size() ? m_source[m_at + 1] : '\0';

    if (c == '\'' || c == '"') {
        const auto close = m_source.find(c, m_at + 1);
        if (close == std::string_view::npos) return bad(1, "this quotation mark is never closed");
        m_token = {Token::Kind::text, m_source.substr(m_at + 1, close - m_at - 1), begin + 1, ""};
        m_at = close + 1;
        return;
    }
    if (isDigit(c) || (c == '.' && isDigit(next))) {
        std::size_t end = m_at;
        while (end < m_source.size() && isDigit(m_source[end])) ++end;
        if (end < m_source.size() && m_source[end] == '.') {
            ++end;
            while (end < m_source.size() && isDigit(m_source[end])) ++end;
        }
        return make(Token::Kind::number, end - begin);
    }
    if (beginsName(c)) return word(operandBefore);
    const bool pair =
        (next == c && (c == '.' || c == '/' || c == ':')) || (next == '=' && (c == '!' || c == '<' || c == '>'));
    if (pair) return make(Token::Kind::symbol, 2);
    if (c == '*') {
        // After an operand it multiplies; else it stands for any name.
        if (operandBefore) return make(Token::Kind::symbol, 1);
        m_token = {Token::Kind::symbol, "*name", begin + 1, ""};
        m_at = begin + 1;
        return;
    }
    const auto two = m_source.substr(m_at, 2);
    if (two == "==" || two == "||") return bad(2, "the operators are =, !=, and, or, not()");
    if (std::string_view("()[]@,/|+-=<>.").find(c) != std::string_view::npos) return make(Token::Kind::symbol, 1);
    if (c == '$') {
        const auto close = m_source.find('}', m_at);
        if (next != '{' || close == std::string_view::npos) return bad(1, "a question is written ${name}");
        auto name = m_source.substr(m_at + 2, close - m_at - 2);
        while (!name.empty() && isSpace(name.front())) name.remove_prefix(1);
        while (!name.empty() && isSpace(name.back())) name.remove_suffix(1);
        m_token = {Token::Kind::question, name, begin + 1, ""};
        m_at = close + 1;
        return;
    }
    if (two == "&&") return bad(2, "the operators are =, !=, and, or, not()");
    bad(1, "this character has no meaning here");
}

void Lexer::word(bool operandBefore) {
    const std::size_t begin = m_at;
    const auto make = [&](Token::Kind kind, std::size_t length) {
        m_token = {kind, m_source.substr(begin, length), begin + 1, ""};
        m_at = begin + length;
    };
    std::size_t end = m_at;
    while (end < m_source.size() && continuesName(m_source[end])) ++end;
    const auto first = m_source.substr(begin, end - begin);
    if (operandBefore && (first == "and" || first == "or" || first == "div" || first == "mod"))
        return make(Token::Kind::operatorName, first.size());
    // prefix:name, but not axis::
    if (end + 1 < m_source.size() && m_source[end] == ':' && m_source[end + 1] != ':') {
        if (m_source[end + 1] == '*') return make(Token::Kind::name, end + 2 - begin);
        if (beginsName(m_source[end + 1])) {
            ++end;
            while (end < m_source.size() && continuesName(m_source[end])) ++end;
        }
    }
    std::size_t after = end;
    while (after < m_source.size() && isSpace(m_source[after])) ++after;
    const auto name = m_source.substr(begin, end - begin);
    if (m_source.substr(after, 2) == "::") return make(Token::Kind::axis, name.size());
    if (after < m_source.size() && m_source[after] == '(') {
        const bool test = name == "node" || name == "text" || name == "comment" || name == "processing-instruction";
        return make(test ? Token::Kind::nodeType : Token::Kind::function, name.size());
    }
    return make(Token::Kind::name, name.size());
}

}  // namespace plumb::form::xpath
