// Splits an expression into tokens as XPath 1.0 §3.7 says: a name is a name or an operator by what stands before it.
// Borrows the source.
#pragma once

#include <cstdint>
#include <string_view>

namespace plumb::form::xpath {

struct Token {
    enum class Kind : std::uint8_t {
        end,
        bad,
        number,
        text,
        name,
        symbol,
        operatorName,
        function,
        axis,
        nodeType,
        question
    };
    Kind kind = Kind::end;
    std::string_view text;  // without quotation marks; of a question what stands between ${ and }
    std::size_t column = 1;
    const char* complaint = "";  // Kind::bad
};

class Lexer {
  public:
    explicit Lexer(std::string_view source) : m_source(source) { advance(); }
    [[nodiscard]] const Token& peek() const { return m_token; }
    Token take() {
        const Token taken = m_token;
        advance();
        return taken;
    }
    void skip() { advance(); }

  private:
    void advance();
    void word(bool operandBefore);
    void bad(std::size_t length, const char* complaint);
    [[nodiscard]] bool isOperand() const;

    std::string_view m_source;
    std::size_t m_at = 0;
    Token m_token;
};

}  // namespace plumb::form::xpath
