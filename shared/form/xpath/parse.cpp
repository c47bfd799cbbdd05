#include "shared/form/xpath/parse.h"

#include <algorithm>
#include <array>
#include <cstring>
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

// Recursive descent; operators by their levels; what stands between operators of one level is one part however many
// operands it has.
class Parser {
  public:
    explicit Parser(std::string_view source) : m_lexer(source) { m_out.source = source; }

    Expression run() {
        m_out.root = expression();
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
    // Asked many times of every token: by the literal's own length, which the compiler then compares in one look.
    template <std::size_t Size>
    [[nodiscard]] bool isSymbol(const char (&text)[Size]) const {
        const Token& token = m_lexer.peek();
        return token.kind == Token::Kind::symbol && token.text.size() == Size - 1 &&
               std::memcmp(token.text.data(), text, Size - 1) == 0;
    }
    template <std::size_t Size>
    bool takeSymbol(const char (&text)[Size]) {
        if (!isSymbol(text)) return false;
        m_lexer.skip();
        return true;
    }
    template <std::size_t Size>
    void expectSymbol(const char (&text)[Size], const char* wanted) {
        if (!takeSymbol(text)) unexpected(wanted);
    }
    void enter() {
        if (++m_nesting > kMaxNesting)
            refuse(m_lexer.peek(), "nested more than " + std::to_string(kMaxNesting) + " deep");
        m_out.nesting = std::max(m_out.nesting, static_cast<std::uint32_t>(m_nesting));
    }
    void leave() { --m_nesting; }

    [[nodiscard]] std::uint32_t column() const { return static_cast<std::uint32_t>(m_lexer.peek().column); }

    Place add(const Part& part) {
        m_out.parts.push_back(part);
        return static_cast<Place>(m_out.parts.size() - 1);
    }
    // Operands wait here until their part is whole: those of one part stand together.
    void await(Place place, Operator before = Operator::orElse) { m_waiting.push_back({place, before}); }
    // A part that has all that wait since `mark`.
    Place addOver(std::size_t mark, Part part) {
        part.first = static_cast<std::uint32_t>(m_out.operands.size());
        part.count = static_cast<std::uint32_t>(m_waiting.size() - mark);
        const auto begin = m_waiting.begin() + static_cast<std::ptrdiff_t>(mark);
        m_out.operands.insert(m_out.operands.end(), begin, m_waiting.end());
        m_waiting.erase(begin, m_waiting.end());
        return add(part);
    }

    // The operator that comes next, if there is one.
    [[nodiscard]] const OperatorName* peekOperator() const {
        const Token& token = m_lexer.peek();
        if (token.kind != Token::Kind::symbol && token.kind != Token::Kind::operatorName) return nullptr;
        const auto* found = std::find_if(kOperators.begin(), kOperators.end(), [&](const OperatorName& one) {
            return one.text.front() == token.text.front() && one.text == token.text;
        });
        return found == kOperators.end() ? nullptr : found;
    }

    // As far as operators of this level and those that bind tighter go.
    Place expression(int level = 0) {
        const auto begin = column();
        Place left = unary();
        const auto* next = peekOperator();
        while (next && next->level >= level) {
            const int own = next->level;
            const auto mark = m_waiting.size();
            await(left);
            for (; next && next->level == own; next = peekOperator()) {
                m_lexer.skip();
                await(expression(own + 1), next->op);
            }
            left = addOver(mark, {.kind = Kind::chain, .column = begin});
        }
        return left;
    }

    Place unary() {
        const auto begin = column();
        std::size_t minuses = 0;
        while (takeSymbol("-")) ++minuses;
        Place place = unionOf();
        // "--x" is number(x), not x.
        for (std::size_t i = 0; i < (minuses == 0 ? 0 : 2 - minuses % 2); ++i) {
            const auto mark = m_waiting.size();
            await(place);
            place = addOver(mark, {.kind = Kind::negate, .column = begin});
        }
        return place;
    }

    Place unionOf() {
        const auto begin = column();
        const Place first = pathOrPrimary();
        if (!isSymbol("|")) return first;
        const auto mark = m_waiting.size();
        await(first);
        while (takeSymbol("|")) await(pathOrPrimary());
        return addOver(mark, {.kind = Kind::unionOf, .column = begin});
    }

    [[nodiscard]] bool beginsStep() const {
        const Token& token = m_lexer.peek();
        if (token.kind == Token::Kind::name || token.kind == Token::Kind::axis || token.kind == Token::Kind::nodeType)
            return true;
        return isSymbol(".") || isSymbol("..") || isSymbol("@") || isSymbol("*name");
    }

    Place addPath(Path path, std::uint32_t begin) {
        path.column = begin;
        m_out.paths.push_back(std::move(path));
        return add({.kind = Kind::path, .column = begin, .first = static_cast<std::uint32_t>(m_out.paths.size() - 1)});
    }

    Place pathOrPrimary() {
        const auto begin = column();
        Path path;
        if (m_lexer.peek().kind == Token::Kind::question) {
            path.start = Path::Start::root;
            path.question = true;
            Step named;
            named.name = m_lexer.take().text;
            path.steps.push_back(std::move(named));
            return addPath(std::move(path), begin);
        }
        if (isSymbol("/") || isSymbol("//")) {
            path.start = Path::Start::root;
            if (takeSymbol("//")) {
                path.steps.push_back(everyNode());
                steps(path);
            } else {
                m_lexer.take();
                if (beginsStep()) steps(path);
            }
            return addPath(std::move(path), begin);
        }
        if (beginsStep()) {
            path.start = Path::Start::context;
            steps(path);
            return addPath(std::move(path), begin);
        }
        const Place from = primary();
        if (!isSymbol("[") && !isSymbol("/") && !isSymbol("//")) return from;
        path.start = Path::Start::expression;
        path.from = from;
        predicates(path.predicates);
        if (takeSymbol("//")) {
            path.steps.push_back(everyNode());
            steps(path);
        } else if (takeSymbol("/")) {
            steps(path);
        }
        return addPath(std::move(path), begin);
    }

    // What "//" stands for.
    static Step everyNode() {
        Step step;
        step.axis = Axis::descendantOrSelf;
        step.test = Test::node;
        return step;
    }

    void predicates(std::vector<Place>& into) {
        while (takeSymbol("[")) {
            enter();
            into.push_back(expression());
            leave();
            expectSymbol("]", "\"]\"");
        }
    }

    void steps(Path& path) {
        path.steps.reserve(4);  // as most have, at the most
        for (;;) {
            path.steps.push_back(step());
            if (takeSymbol("//")) {
                path.steps.push_back(everyNode());
            } else if (!takeSymbol("/")) {
                return;
            }
        }
    }

    Step step() {
        Step step;
        if (m_lexer.peek().kind == Token::Kind::name) {  // as nearly all are
            step.name = m_lexer.peek().text;
            m_lexer.skip();
            predicates(step.predicates);
            return step;
        }
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
        const auto begin = column();
        switch (token.kind) {
            case Token::Kind::number:
                m_lexer.take();
                m_out.numbers.push_back(numberOf(token.text));
                return add({.kind = Kind::number,
                            .column = begin,
                            .first = static_cast<std::uint32_t>(m_out.numbers.size() - 1)});
            case Token::Kind::text:
                m_lexer.take();
                m_out.texts.emplace_back(token.text);
                return add(
                    {.kind = Kind::text, .column = begin, .first = static_cast<std::uint32_t>(m_out.texts.size() - 1)});
            case Token::Kind::function:
                return call();
            case Token::Kind::symbol:
                if (token.text == "(") {
                    m_lexer.take();
                    enter();
                    const Place inner = expression();
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
        const Function* function = findFunction(token.text);
        if (!function) {
            const auto near = nearestFunction(token.text);
            refuse(token, "there is no function " + cut(token.text) + "()" +
                              (near.empty() ? "" : "; did you mean " + std::string(near) + "()?"));
        }
        expectSymbol("(", "\"(\"");
        enter();
        const auto mark = m_waiting.size();
        if (!isSymbol(")")) {
            do await(expression());
            while (takeSymbol(","));
        }
        leave();
        expectSymbol(")", "\",\" or \")\"");
        const auto count = m_waiting.size() - mark;
        if (count < function->least || count > function->most) {
            const auto least = function->least, most = function->most;
            const std::string wanted = least == most  ? std::to_string(least)
                                       : most == kAny ? "at least " + std::to_string(least)
                                                      : std::to_string(least) + " to " + std::to_string(most);
            refuse(token, std::string(token.text) + "() takes " + wanted + " argument" + (wanted == "1" ? "" : "s") +
                              ", not " + std::to_string(count));
        }
        return addOver(mark,
                       {.kind = Kind::call, .column = static_cast<std::uint32_t>(token.column), .function = function});
    }

    Lexer m_lexer;
    Expression m_out;
    std::vector<Operand> m_waiting;
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
