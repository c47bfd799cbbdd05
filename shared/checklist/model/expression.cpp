#include "shared/checklist/model/expression.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "shared/form/xpath/functions.h"
#include "shared/form/xpath/parse.h"

namespace plumb::checklist {
namespace {

namespace xpath = form::xpath;

// Not the same on every day, or every time.
constexpr std::array<std::string_view, 5> kChanging = {"today", "now", "random", "uuid", "once"};

std::string atColumn(std::string_view source, std::uint32_t byte, const std::string& sentence) {
    std::size_t column = 1;
    for (const char c : source.substr(0, byte - 1)) column += (static_cast<unsigned char>(c) & 0xC0) == 0x80 ? 0 : 1;
    return "column " + std::to_string(column) + ": " + sentence;
}

bool isSelf(const xpath::Path& path) {
    return path.start == xpath::Path::Start::context && path.steps.size() == 1 &&
           path.steps[0].axis == xpath::Axis::self && path.steps[0].test == xpath::Test::node &&
           path.steps[0].predicates.empty();
}

// A checklist's expressions see questions and the day, nothing else. One is made for each evaluation, so that it holds
// no more.
class DayWorld : public xpath::World {
  public:
    explicit DayWorld(const LocalDay& local) : m_local(local) {}
    [[nodiscard]] Instant now() const override { return midnightOf(m_local); }
    // Chance may stand in constraints only; there it is the same all day.
    std::uint64_t randomBits() override {
        return (static_cast<std::uint64_t>(m_local.day.value_or(Day()).time_since_epoch().count()) + ++m_asked) *
               0x9E3779B97F4A7C15ull;
    }
    form::Tree* instance(std::string_view) override { return nullptr; }
    std::optional<std::string> choiceName(const xpath::NodeRef&, std::string_view, std::string_view) override {
        return {};
    }
    std::optional<std::string> itext(const xpath::NodeRef&, std::string_view) override { return {}; }
    std::optional<std::string> pullData(std::string_view, std::string_view, std::string_view,
                                        std::string_view) override {
        return {};
    }
    std::optional<std::string> property(std::string_view) override { return {}; }
    [[nodiscard]] std::string version() const override { return {}; }

  private:
    LocalDay m_local;
    std::uint64_t m_asked = 0;
};

}  // namespace

namespace {

void noteOnce(std::vector<std::size_t>& list, std::size_t index) {
    if (std::find(list.begin(), list.end(), index) == list.end()) list.push_back(index);
}

// The place among the values of the question or fact that a path names, noted in `out`; or why there is none.
tl::expected<std::size_t, std::string> readName(std::string_view source, std::string_view name, std::uint32_t byte,
                                                const Readable& readable, Expression& out) {
    if (const auto question = readable.question(name)) {
        noteOnce(out.questions, *question);
        return *question;
    }
    if (const auto fact = readable.fact ? readable.fact(name) : std::nullopt) {
        noteOnce(out.facts, *fact);
        return readable.questions + *fact;
    }
    return tl::unexpected(atColumn(source, byte,
                                   "there is no question ${" + std::string(name.substr(0, 80)) + "}" +
                                       (readable.hint ? readable.hint(name) : "")));
}

bool isChanging(const xpath::Expression& parsed) {
    return std::any_of(parsed.parts.begin(), parsed.parts.end(), [](const auto& part) {
        return part.kind == xpath::Kind::call &&
               std::find(kChanging.begin(), kChanging.end(), part.function->name) != kChanging.end();
    });
}

}  // namespace

tl::expected<Expression, std::string> compileExpression(std::string_view source, const Readable& readable) {
    auto parsed = xpath::parse(source);
    if (!parsed) return tl::unexpected(parsed.error());
    Expression out;
    out.source = source;
    for (auto& path : parsed->paths) {
        if (isSelf(path)) {
            out.readsSelf = true;
            continue;
        }
        if (!path.question)
            return tl::unexpected(
                atColumn(source, path.column, "a question is written ${name}, text in quotation marks"));
        const auto index = readName(source, path.steps[0].name, path.column, readable, out);
        if (!index) return tl::unexpected(index.error());
        path.direct = static_cast<std::uint32_t>(*index);
        path.steps = {};
    }
    out.readsToday = isChanging(*parsed);
    out.compiled = std::move(*parsed);
    out.compiled.source = {};
    return out;
}

tl::expected<Expression, std::string> readFormula(std::string_view source, const Readable& readable) {
    // A reference may be followed by steps and predicates, and stand in quotation marks, as XLSForm has it. To be
    // parsed it is a name with blanks behind, so that every column stays what it was.
    Expression out;
    out.source = source;
    std::string plain(source);
    for (std::size_t at = source.find("${"); at != std::string_view::npos; at = source.find("${", at + 1)) {
        const auto end = source.find('}', at);
        if (end == std::string_view::npos) break;
        const auto name = source.substr(at + 2, end - at - 2);
        const auto index = readName(source, name, static_cast<std::uint32_t>(at) + 1, readable, out);
        if (!index) return tl::unexpected(index.error());
        plain.replace(at, end - at + 1, std::string(name) + "   ");
    }
    const auto parsed = xpath::parse(plain);
    if (!parsed) return tl::unexpected(parsed.error());
    for (const auto& path : parsed->paths) out.readsSelf = out.readsSelf || isSelf(path);
    out.readsToday = isChanging(*parsed);
    return out;
}

QuestionValues::QuestionValues(std::size_t questions, std::size_t facts, std::chrono::minutes zone)
    : m_tree(std::make_shared<form::Names>()) {
    m_tree.setZone(static_cast<int>(zone.count()));
    const auto root = m_tree.add(form::kNone, {});
    const auto name = m_tree.names().intern("question");
    m_nodes.reserve(questions + facts);
    for (std::size_t i = 0; i < questions + facts; ++i) m_nodes.push_back(m_tree.addLoose(root, name));
}

void QuestionValues::set(std::size_t question, std::string text, form::DataType type) {
    m_tree.setText(m_nodes[question], std::move(text));
    m_tree[m_nodes[question]].type = type;
}

Value QuestionValues::evaluate(const Expression& expression, const LocalDay& local,
                               std::optional<std::size_t> self) const {
    xpath::Context context;
    context.main = &m_tree;
    context.single = &m_nodes;
    if (self) context.node = {&m_tree, m_nodes[*self]};
    context.current = context.node;
    DayWorld day(local);
    xpath::Evaluator evaluator(expression.compiled, day);
    try {
        auto value = evaluator.value(context);
        if (value.kind != Value::Kind::nodes) return value;
        return value.nodes.empty() ? Value::ofText({}) : evaluator.typed(value.nodes.front());
    } catch (const xpath::EvaluationError&) {
        return Value::ofText({});
    }
}

}  // namespace plumb::checklist
