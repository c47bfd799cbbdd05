// Splits an expression into tokens. Positions are counted in characters from 1, as an editor shows them.
#pragma once

#include <string>
#include <string_view>

namespace plumb::checklist {

struct Token {
    enum class Kind { end, number, text, name, question, symbol, bad };
    Kind kind = Kind::end;
    std::string_view text;  // a name; what stands between quotation marks or in ${}; a symbol; the offending part
    std::size_t column = 1;
    const char* complaint = "";  // of bad ones
};

class Lexer {
  public:
    // `source` must outlive the lexer and its tokens.
    explicit Lexer(std::string_view source) : m_source(source) { advance(); }

    [[nodiscard]] const Token& peek() const { return m_token; }
    Token take() {
        const Token out = m_token;
        advance();
        return out;
    }

  private:
    void advance();
    void emit(Token::Kind kind, std::size_t length, std::string_view text, const char* complaint = "");

    std::string_view m_source;
    std::size_t m_at = 0, m_column = 1;
    Token m_token;
};

}  // namespace plumb::checklist
