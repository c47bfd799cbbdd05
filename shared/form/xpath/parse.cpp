#include "shared/form/xpath/parse.h"

#include <array>
#include <optional>

#include "shared/form/xpath/functions.h"
#include "shared/form/xpath/lexer.h"
#include "shared/form/xpath/value.h"

namespace plumb::form::xpath {
namespace {

struct Refusal {
    std::string sentence;
};

struct OperatorName {
    std::string_view text;
    Operator op;
    int level;
};
constexpr int kUnary = 6;
constexpr std::array<OperatorName, 13> kOperators = {{
    {"or", Operator::orElse, 0},
    {"and", Operator::andAlso, 1},
    {"=", Operator::equal, 2},
    {"!=", Operator::notEqual, 2},
    {"<", Operator::less, 3},
    {"<=", Operator::lessEqual, 3},
    {">", Operator::greater, 3},
    {">=", Operator::greaterEqual, 3},
    {"+", Operator::add, 4},
    {"-", Operator::subtract, 4},
    {"*", Operator::multiply, 5},
    {"div", Operator::divide, 5},
    {"mod", Operator::modulo, 5},
}};

struct AxisName {
    std::string_view text;
    Axis axis;
};
constexpr std::array<AxisName, 12> kAxes = {{
    {"child", Axis::child},
    {"parent", Axis::parent},
    {"self", Axis::self},
    {"descendant", Axis::descendant},
    {"descendant-or-self", Axis::descendantOrSelf},
    {"ancestor", Axis::ancestor},
    {"ancestor-or-self", Axis::ancestorOrSelf},
    {"following-sibling", Axis::followingSibling},
    {"preceding-sibling", Axis::precedingSibling},
    {"following", Axis::following},
    {"preceding", Axis::preceding},
    {"attribute", Axis::attribute},
}};

std::string cut(std::string_view text) {
    return std::string(text.substr(0, 40));
}

// Recursive descent; each level of operators is one node however many operands it has.
class Parser {
  public:
    explicit Parser(std::string_view source) : m_lexer(source) { m_out.source = source; }

    Expression run() {
        m_out.root = level(0);
        if (m_lexer.peek().kind != Token::Kind::end) unexpected("an operator or the end");
        return std::move(m_out);
    }

  private:
    [[noreturn]] void refuse(const Token& token, const std::string& sentence) {
        // In characters, as people count.
        std::size_t column = 1;
        for (const char c : std::string_view(m_out.source).substr(0, token.column - 1))
            column += (static_cast<unsigned char>(c) & 0xC0) == 0x80 ? 0 : 1;
        throw Refusal{"column " + std::to_string(column) + ": " + sentence};
    }
    [[noreturn]] void unexpected(const char* wanted) {
        const Token& token = m_lexer.peek();
        if (token.kind == Token::Kind::bad)
            refuse(token, std::string(token.complaint) + " (\"" + cut(token.text) + "\")");
        const auto shown = token.text == "*name" ? std::string("*") : cut(token.text);
        refuse(token, std::string("here must be ") + wanted + ", not " +
                          (token.kind == Token::Kind::end ? "the end" : "\"" + shown + "\""));
    }
    [[nodiscard]] bool isSymbol(std::string_view text) const {
        return m_lexer.peek().kind == Token::Kind::symbol && m_lexer.peek().text == text;
    }
    bool takeSymbol(std::string_view text) {
        if (!isSymbol(text)) return false;
        m_lexer.take();
        return true;
    }
    void expectSymbol(std::string_view text, const char* wanted) {
        if (!takeSymbol(text)) unexpected(wanted);
    }
    void enter() {
        if (++m_nesting > kMaxNesting)
            refuse(m_lexer.peek(), "nested more than " + std::to_string(kMaxNesting) + " deep");
    }
    void leave() { --m_nesting; }

    Place add(Part part) {
        m_out.parts.push_back(std::move(part));
        return static_cast<Place>(m_out.parts.size() - 1);
    }

    // The operator that comes next; every level asks about the same token, so that it is looked up once.
    [[nodiscard]] const OperatorName* peekOperator(int wanted) {
        const Token& token = m_lexer.peek();
        if (m_askedColumn != token.column) {
            m_askedColumn = token.column;
            m_next = nullptr;
            if (token.kind == Token::Kind::symbol || token.kind == Token::Kind::operatorName) {
                for (const auto& one : kOperators) {
                    if (one.text == token.text) m_next = &one;
                }
            }
        }
        return m_next && m_next->level == wanted ? m_next : nullptr;
    }

    Place level(int depth) {
        if (depth == kUnary) return unary();
        const auto column = static_cast<std::uint32_t>(m_lexer.peek().column);
        const Place first = level(depth + 1);
        if (!peekOperator(depth)) return first;
        Part chain;
        chain.kind = Kind::chain;
        chain.column = column;
        chain.operands.push_back(first);
        while (const auto* op = peekOperator(depth)) {
            m_lexer.take();
            chain.operators.push_back(op->op);
            chain.operands.push_back(level(depth + 1));
        }
        return add(std::move(chain));
    }

    Place unary() {
        const auto column = static_cast<std::uint32_t>(m_lexer.peek().column);
        std::size_t minuses = 0;
        while (takeSymbol("-")) ++minuses;
        Place place = unionOf();
        // "--x" is number(x), not x.
        for (std::size_t i = 0; i < (minuses == 0 ? 0 : 2 - minuses % 2); ++i) {
            Part part;
            part.kind = Kind::negate;
            part.column = column;
            part.operands = {place};
            place = add(std::move(part));
        }
        return place;
    }

    Place unionOf() {
        const auto column = static_cast<std::uint32_t>(m_lexer.peek().column);
        const Place first = pathOrPrimary();
        if (!isSymbol("|")) return first;
        Part part;
        part.kind = Kind::unionOf;
        part.column = column;
        part.operands.push_back(first);
        while (takeSymbol("|")) part.operands.push_back(pathOrPrimary());
        return add(std::move(part));
    }

    [[nodiscard]] bool beginsStep() const {
        const Token& token = m_lexer.peek();
        if (token.kind == Token::Kind::name || token.kind == Token::Kind::axis || token.kind == Token::Kind::nodeType)
            return true;
        return token.kind == Token::Kind::symbol &&
               (token.text == "." || token.text == ".." || token.text == "@" || token.text == "*name");
    }

    Place addPath(Path path, std::uint32_t column) {
        Part part;
        part.kind = Kind::path;
        part.column = column;
        part.path = static_cast<std::uint32_t>(m_out.paths.size());
        path.column = column;
        m_out.paths.push_back(std::move(path));
        return add(std::move(part));
    }

    Place pathOrPrimary() {
        const auto column = static_cast<std::uint32_t>(m_lexer.peek().column);
        Path path;
        if (m_lexer.peek().kind == Token::Kind::question) {
            path.start = Path::Start::root;
            path.question = true;
            Step named;
            named.name = m_lexer.take().text;
            path.steps.push_back(std::move(named));
            return addPath(std::move(path), column);
        }
        if (isSymbol("/") || isSymbol("//")) {
            path.start = Path::Start::root;
            if (takeSymbol("//")) {
                path.steps.push_back({Axis::descendantOrSelf, Test::node, {}, kNone, {}});
                steps(path);
            } else {
                m_lexer.take();
                if (beginsStep()) steps(path);
            }
            return addPath(std::move(path), column);
        }
        if (beginsStep()) {
            path.start = Path::Start::context;
            steps(path);
            return addPath(std::move(path), column);
        }
        const Place from = primary();
        if (!isSymbol("[") && !isSymbol("/") && !isSymbol("//")) return from;
        path.start = Path::Start::expression;
        path.from = from;
        predicates(path.predicates);
        if (takeSymbol("//")) {
            path.steps.push_back({Axis::descendantOrSelf, Test::node, {}, kNone, {}});
            steps(path);
        } else if (takeSymbol("/")) {
            steps(path);
        }
        return addPath(std::move(path), column);
    }

    void predicates(std::vector<Place>& into) {
        while (takeSymbol("[")) {
            enter();
            into.push_back(level(0));
            leave();
            expectSymbol("]", "\"]\"");
        }
    }

    void steps(Path& path) {
        for (;;) {
            path.steps.push_back(step());
            if (takeSymbol("//")) {
                path.steps.push_back({Axis::descendantOrSelf, Test::node, {}, kNone, {}});
            } else if (!takeSymbol("/")) {
                return;
            }
        }
    }

    Step step() {
        Step step;
        if (takeSymbol(".")) {
            step.axis = Axis::self;
            step.test = Test::node;
            predicates(step.predicates);
            return step;
        }
        if (takeSymbol("..")) {
            step.axis = Axis::parent;
            step.test = Test::node;
            predicates(step.predicates);
            return step;
        }
        if (takeSymbol("@")) {
            step.axis = Axis::attribute;
        } else if (m_lexer.peek().kind == Token::Kind::axis) {
            const Token token = m_lexer.take();
            const AxisName* found = nullptr;
            for (const auto& one : kAxes) {
                if (one.text == token.text) found = &one;
            }
            if (!found) refuse(token, "there is no axis \"" + cut(token.text) + "\"");
            step.axis = found->axis;
            expectSymbol("::", "\"::\"");
        }
        const Token token = m_lexer.peek();
        if (token.kind == Token::Kind::nodeType) {
            m_lexer.take();
            if (token.text == "node") {
                step.test = Test::node;
            } else if (token.text == "text") {
                step.test = Test::text;
            } else {
                refuse(token, std::string(token.text) + "() finds nothing in a form: it keeps no comments");
            }
            expectSymbol("(", "\"(\"");
            expectSymbol(")", "\")\"");
        } else if (token.kind == Token::Kind::name || token.kind == Token::Kind::axis) {
            m_lexer.take();
            step.name = token.text;
        } else if (takeSymbol("*name")) {
            step.test = Test::any;
        } else {
            unexpected("a name, \"*\", \".\" or \"..\"");
        }
        predicates(step.predicates);
        return step;
    }

    Place primary() {
        const Token token = m_lexer.peek();
        Part part;
        part.column = static_cast<std::uint32_t>(token.column);
        switch (token.kind) {
            case Token::Kind::number:
                m_lexer.take();
                part.kind = Kind::number;
                part.number = numberOf(token.text);
                return add(std::move(part));
            case Token::Kind::text:
                m_lexer.take();
                part.kind = Kind::text;
                part.text = token.text;
                return add(std::move(part));
            case Token::Kind::function:
                return call();
            case Token::Kind::symbol:
                if (token.text == "(") {
                    m_lexer.take();
                    enter();
                    const Place inner = level(0);
                    leave();
                    expectSymbol(")", "\")\"");
                    return inner;
                }
                break;
            case Token::Kind::end:
            case Token::Kind::bad:
            case Token::Kind::name:
            case Token::Kind::operatorName:
            case Token::Kind::axis:
            case Token::Kind::nodeType:
            case Token::Kind::question:
                break;
        }
        unexpected("a value");
    }

    Place call() {
        const Token token = m_lexer.take();
        Part part;
        part.kind = Kind::call;
        part.text = token.text;
        part.column = static_cast<std::uint32_t>(token.column);
        part.function = findFunction(token.text);
        if (!part.function) {
            const auto near = nearestFunction(token.text);
            refuse(token, "there is no function " + cut(token.text) + "()" +
                              (near.empty() ? "" : "; did you mean " + std::string(near) + "()?"));
        }
        expectSymbol("(", "\"(\"");
        enter();
        if (!isSymbol(")")) {
            do part.operands.push_back(level(0));
            while (takeSymbol(","));
        }
        leave();
        expectSymbol(")", "\",\" or \")\"");
        const auto count = part.operands.size();
        if (count < part.function->least || count > part.function->most) {
            const auto least = part.function->least, most = part.function->most;
            const std::string wanted = least == most  ? std::to_string(least)
                                       : most == kAny ? "at least " + std::to_string(least)
                                                      : std::to_string(least) + " to " + std::to_string(most);
            refuse(token, std::string(token.text) + "() takes " + wanted + " argument" + (wanted == "1" ? "" : "s") +
                              ", not " + std::to_string(count));
        }
        return add(std::move(part));
    }

    Lexer m_lexer;
    Expression m_out;
    std::size_t m_askedColumn = 0;
    const OperatorName* m_next = nullptr;
    int m_nesting = 0;
};

}  // namespace

tl::expected<Expression, std::string> parse(std::string_view source) {
    if (source.size() > kMaxSource) {
        return tl::unexpected("an expression has at most " + std::to_string(kMaxSource) + " bytes, this one " +
                              std::to_string(source.size()));
    }
    try {
        return Parser(source).run();
    } catch (const Refusal& refusal) {
        return tl::unexpected(refusal.sentence);
    }
}

}  // namespace plumb::form::xpath
