#include "shared/checklist/expression/lexer.h"

namespace plumb::checklist {
namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
bool startsName(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool continuesName(char c) {
    return startsName(c) || isDigit(c) || c == '-' || c == '.' || c == ':';
}
bool continuesCharacter(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

}  // namespace

void Lexer::emit(Token::Kind kind, std::size_t length, std::string_view text, const char* complaint) {
    m_token = {kind, text, m_column, complaint};
    for (const char c : m_source.substr(m_at, length)) m_column += continuesCharacter(c) ? 0 : 1;
    m_at += length;
}

void Lexer::advance() {
    while (m_at < m_source.size() && std::string_view(" \t\r\n").find(m_source[m_at]) != std::string_view::npos) {
        ++m_at;
        ++m_column;
    }
    const std::string_view rest = m_source.substr(m_at);
    if (rest.empty()) return emit(Token::Kind::end, 0, "the end");

    const char c = rest[0];
    if (isDigit(c) || (c == '.' && rest.size() > 1 && isDigit(rest[1]))) {
        std::size_t length = 0;
        bool point = false;
        while (length < rest.size() && (isDigit(rest[length]) || (rest[length] == '.' && !point)))
            point |= rest[length++] == '.';
        return emit(Token::Kind::number, length, rest.substr(0, length));
    }
    if (c == '"' || c == '\'') {
        const auto close = rest.find(c, 1);
        if (close == std::string_view::npos)
            return emit(Token::Kind::bad, rest.size(), rest.substr(0, 1), "this quotation mark is never closed");
        return emit(Token::Kind::text, close + 1, rest.substr(1, close - 1));
    }
    if (c == '$') {
        const auto close = rest.find('}');
        if (rest.size() < 2 || rest[1] != '{' || close == std::string_view::npos) {
            return emit(Token::Kind::bad, 1, rest.substr(0, 1), "a question is written ${name}");
        }
        return emit(Token::Kind::question, close + 1, rest.substr(2, close - 2));
    }
    if (startsName(c)) {
        std::size_t length = 1;
        while (length < rest.size() && continuesName(rest[length])) ++length;
        return emit(Token::Kind::name, length, rest.substr(0, length));
    }
    const auto two = rest.substr(0, 2);
    if (two == "!=" || two == "<=" || two == ">=") return emit(Token::Kind::symbol, 2, two);
    if (two == ".." || two == "//" || c == '/' || c == '[' || c == ']' || c == '@' || c == '|') {
        return emit(Token::Kind::bad, 1, rest.substr(0, 1),
                    "paths are not supported here: a question is written ${name}");
    }
    if (two == "==" || two == "&&" || two == "||") {
        return emit(Token::Kind::bad, 2, two, "the operators are =, != , and, or, not()");
    }
    if (std::string_view("+-*=<>(),.").find(c) != std::string_view::npos)
        return emit(Token::Kind::symbol, 1, rest.substr(0, 1));

    std::size_t length = 1;
    while (length < rest.size() && continuesCharacter(rest[length])) ++length;
    emit(Token::Kind::bad, length, rest.substr(0, length), "this character has no meaning here");
}

}  // namespace plumb::checklist
