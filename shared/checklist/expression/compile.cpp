#include "shared/checklist/expression/compile.h"

#include <algorithm>

#include "shared/checklist/expression/functions.h"
#include "shared/checklist/expression/lexer.h"

namespace plumb::checklist {
namespace {

struct Refusal {
    std::string sentence;
};

// Grammar, loosest first: or · and · = != · < <= > >= · + - · * div mod · unary minus · primary.
class Compiler {
  public:
    Compiler(std::string_view source, const QuestionLookup& lookup, const QuestionHint& hint)
        : m_lexer(source), m_lookup(lookup), m_hint(hint) {
        m_out.source = source;
    }

    Expression run() {
        parseLevel(0);
        if (m_lexer.peek().kind != Token::Kind::end) unexpected("an operator or the end");
        return std::move(m_out);
    }

  private:
    struct Operator {
        std::string_view text;
        Op op;
        int level;
    };
    static constexpr int kUnary = 6;
    static constexpr Operator kOperators[] = {
        {"or", Op::jumpIfTrueKeep, 0},
        {"and", Op::jumpIfFalseKeep, 1},
        {"=", Op::equal, 2},
        {"!=", Op::notEqual, 2},
        {"<", Op::less, 3},
        {"<=", Op::lessEqual, 3},
        {">", Op::greater, 3},
        {">=", Op::greaterEqual, 3},
        {"+", Op::add, 4},
        {"-", Op::subtract, 4},
        {"*", Op::multiply, 5},
        {"div", Op::divide, 5},
        {"mod", Op::modulo, 5},
    };

    [[noreturn]] void refuse(const Token& token, const std::string& sentence) {
        throw Refusal{"column " + std::to_string(token.column) + ": " + sentence};
    }
    [[noreturn]] void unexpected(const char* wanted) {
        const Token& token = m_lexer.peek();
        if (token.kind == Token::Kind::bad)
            refuse(token, std::string(token.complaint) + " (\"" + std::string(token.text) + "\")");
        refuse(token,
               std::string("here must be ") + wanted + ", not " +
                   (token.kind == Token::Kind::end ? "the end" : "\"" + std::string(token.text.substr(0, 40)) + "\""));
    }
    bool isSymbol(std::string_view text) const {
        return m_lexer.peek().kind == Token::Kind::symbol && m_lexer.peek().text == text;
    }
    void expectSymbol(std::string_view text, const char* wanted) {
        if (!isSymbol(text)) unexpected(wanted);
        m_lexer.take();
    }

    std::size_t emit(Op op, std::size_t a = 0, Function function = Function::none) {
        m_out.code.push_back({op, static_cast<std::uint32_t>(a), function});
        return m_out.code.size() - 1;
    }
    void pushed() { m_out.stack = std::max(m_out.stack, ++m_depth); }
    void land(std::size_t jump) { m_out.code[jump].a = static_cast<std::uint32_t>(m_out.code.size()); }

    const Operator* peekOperator(int level) const {
        const Token& token = m_lexer.peek();
        if (token.kind != Token::Kind::symbol && token.kind != Token::Kind::name) return nullptr;
        for (const auto& one : kOperators) {
            if (one.level == level && one.text == token.text) return &one;
        }
        return nullptr;
    }

    void parseLevel(int level) {
        if (level == kUnary) return parseUnary();
        parseLevel(level + 1);
        while (const Operator* op = peekOperator(level)) {
            m_lexer.take();
            if (level <= 1) {
                emit(Op::toBoolean);
                const auto jump = emit(op->op);
                --m_depth;
                parseLevel(level + 1);
                emit(Op::toBoolean);
                land(jump);
            } else {
                parseLevel(level + 1);
                emit(op->op);
                --m_depth;
            }
        }
    }

    void parseUnary() {
        std::size_t minuses = 0;
        for (; isSymbol("-"); m_lexer.take()) ++minuses;
        parsePrimary();
        // "--x" is number(x), not x.
        for (std::size_t i = 0; i < std::min<std::size_t>(minuses, 2 - minuses % 2); ++i) emit(Op::negate);
    }

    void parsePrimary() {
        const Token token = m_lexer.peek();
        switch (token.kind) {
            case Token::Kind::number:
                m_lexer.take();
                m_out.numbers.push_back(numberOf(token.text));
                emit(Op::number, m_out.numbers.size() - 1);
                return pushed();
            case Token::Kind::text:
                m_lexer.take();
                m_out.texts.emplace_back(token.text);
                emit(Op::text, m_out.texts.size() - 1);
                return pushed();
            case Token::Kind::question:
                return parseQuestion();
            case Token::Kind::name:
                return parseCall();
            case Token::Kind::symbol:
                if (token.text == "(") {
                    enter(token);
                    m_lexer.take();
                    parseLevel(0);
                    expectSymbol(")", "\")\"");
                    --m_nesting;
                    return;
                }
                if (token.text == ".") {
                    m_lexer.take();
                    m_out.readsSelf = true;
                    emit(Op::self);
                    return pushed();
                }
                break;
            case Token::Kind::end:
            case Token::Kind::bad:
                break;
        }
        unexpected("a value");
    }

    void enter(const Token& token) {
        if (++m_nesting > kMaxNesting) refuse(token, "nested more than " + std::to_string(kMaxNesting) + " deep");
    }

    void parseQuestion() {
        const Token token = m_lexer.take();
        const auto trimmed = token.text.substr(std::min(token.text.find_first_not_of(' '), token.text.size()));
        const auto name = trimmed.substr(0, trimmed.find_last_not_of(' ') + 1);
        const auto index = m_lookup(name);
        if (!index)
            refuse(token,
                   "there is no question ${" + std::string(name.substr(0, 80)) + "}" + (m_hint ? m_hint(name) : ""));
        if (std::find(m_out.questions.begin(), m_out.questions.end(), *index) == m_out.questions.end())
            m_out.questions.push_back(*index);
        emit(Op::question, *index);
        pushed();
    }

    void parseCall() {
        const Token token = m_lexer.take();
        const auto* signature = findFunction(token.text);
        if (!isSymbol("(")) {
            refuse(token, "\"" + std::string(token.text.substr(0, 40)) + "\" stands alone: a question is written ${" +
                              std::string(token.text.substr(0, 40)) +
                              "}, text in quotation marks, a function with parentheses");
        }
        if (!signature) {
            const auto near = nearestFunction(token.text);
            refuse(token, "there is no function " + std::string(token.text.substr(0, 40)) + "()" +
                              (near.empty() ? "" : "; did you mean " + std::string(near) + "()?"));
        }
        enter(token);
        m_lexer.take();
        const std::size_t count = signature->function == Function::ifThenElse ? parseIf()
                                  : signature->function == Function::coalesce ? parseCoalesce()
                                                                              : parseArguments();
        if (count < signature->least || count > signature->most) {
            const std::string wanted =
                signature->least == signature->most ? std::to_string(signature->least)
                : signature->most > 3               ? "at least " + std::to_string(signature->least)
                                      : std::to_string(signature->least) + " to " + std::to_string(signature->most);
            refuse(token,
                   std::string(token.text) + "() takes " + wanted + " argument(s), not " + std::to_string(count));
        }
        expectSymbol(")", "\",\" or \")\"");
        --m_nesting;
        if (signature->function == Function::ifThenElse || signature->function == Function::coalesce) return;
        emit(Op::call, count, signature->function);
        m_depth -= count;
        pushed();
        if (signature->function == Function::today) m_out.readsToday = true;
    }

    bool nextArgument(std::size_t count) {
        if (isSymbol(")")) return false;
        if (count > 0) expectSymbol(",", "\",\" or \")\"");
        return true;
    }

    std::size_t parseArguments() {
        std::size_t count = 0;
        for (; nextArgument(count); ++count) parseLevel(0);
        return count;
    }

    std::size_t parseIf() {
        std::size_t count = 0, toElse = 0, toEnd = 0;
        for (; nextArgument(count); ++count) {
            if (count > 0) --m_depth;  // the condition was popped; only one branch leaves a value
            parseLevel(0);
            if (count == 0) toElse = emit(Op::jumpIfFalse);
            if (count == 1) {
                toEnd = emit(Op::jump);
                land(toElse);
            }
            if (count == 2) land(toEnd);
        }
        return count;
    }

    std::size_t parseCoalesce() {
        std::vector<std::size_t> found;
        std::size_t count = 0;
        for (; nextArgument(count); ++count) {
            if (count > 0) {
                found.push_back(emit(Op::jumpIfTextKeep));
                --m_depth;
            }
            parseLevel(0);
        }
        for (const auto jump : found) land(jump);
        return count;
    }

    Lexer m_lexer;
    const QuestionLookup& m_lookup;
    const QuestionHint& m_hint;
    Expression m_out;
    std::size_t m_depth = 0;
    int m_nesting = 0;
};

}  // namespace

tl::expected<Expression, std::string> compileExpression(std::string_view source, const QuestionLookup& lookup,
                                                        const QuestionHint& hint) {
    if (source.size() > kMaxExpressionBytes) {
        return tl::unexpected("an expression has at most " + std::to_string(kMaxExpressionBytes) + " bytes, this one " +
                              std::to_string(source.size()));
    }
    try {
        return Compiler(source, lookup, hint).run();
    } catch (const Refusal& refusal) {
        return tl::unexpected(refusal.sentence);
    }
}

}  // namespace plumb::checklist
