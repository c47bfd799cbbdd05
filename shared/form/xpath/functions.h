// The functions: a table of names, how many arguments each takes, and what computes it. Each family stands in a file of
// its own (functions/*.cpp) and adds its rows to the table in functions.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "shared/form/xpath/evaluate.h"

namespace plumb::form::xpath {

// A function's arguments, evaluated when asked for, each as what the function wants.
class Call {
  public:
    Call(Evaluator& evaluator, const Part& part, const Context& context)
        : m_evaluator(evaluator),
          m_part(part),
          m_operands(evaluator.expression().operandsOf(part)),
          m_context(context) {}

    [[nodiscard]] std::size_t size() const { return m_operands.size(); }
    [[nodiscard]] Value value(std::size_t i) const { return m_evaluator.value(m_operands[i].place, m_context); }
    [[nodiscard]] bool boolean(std::size_t i) const { return m_evaluator.boolean(m_operands[i].place, m_context); }
    [[nodiscard]] double number(std::size_t i) const { return m_evaluator.number(m_operands[i].place, m_context); }
    [[nodiscard]] std::string text(std::size_t i) const { return m_evaluator.text(m_operands[i].place, m_context); }
    // Throws EvaluationError where the argument is no node set.
    [[nodiscard]] NodeSet nodes(std::size_t i) const { return m_evaluator.nodes(m_operands[i].place, m_context); }

    // What the argument's nodes come to, where that is kept (totals.h); else null.
    [[nodiscard]] const Total* total(std::size_t i) const { return m_evaluator.total(m_operands[i].place, m_context); }

    [[nodiscard]] Evaluator& evaluator() const { return m_evaluator; }
    [[nodiscard]] World& world() const { return m_evaluator.world(); }
    [[nodiscard]] const Context& context() const { return m_context; }
    [[nodiscard]] const Part& part() const { return m_part; }
    // Throws EvaluationError: "name(): sentence".
    [[noreturn]] void fail(const std::string& sentence) const;

  private:
    Evaluator& m_evaluator;
    const Part& m_part;
    std::span<const Operand> m_operands;
    const Context& m_context;
};

struct Function {
    std::string_view name;
    Value (*compute)(const Call& call);
    std::size_t least, most;
    // Takes all nodes of a path, also when it leads through the repeat that the expression stands in (count, sum …).
    bool gathers = false;
    // Which of `count` arguments that is so for; null: all.
    bool (*gatherArgument)(std::size_t argument, std::size_t count) = nullptr;
    [[nodiscard]] bool gathersAt(std::size_t argument, std::size_t count) const {
        return gathers && (!gatherArgument || gatherArgument(argument, count));
    }
};

inline constexpr std::size_t kAny = 1u << 20;

// By the name as written ("jr:choice-name"); null when there is none.
const Function* findFunction(std::string_view name);
// The known name that is nearest to a mistyped one; "" when none is near.
std::string_view nearestFunction(std::string_view name);

// The families; each a constant table in functions/<family>.cpp.
std::span<const Function>
logicFunctions();  // if, coalesce, once, boolean, not, true, false, boolean-from-string, depend …
std::span<const Function> textFunctions();  // string, concat, join, substr, translate, regex, digest, base64-decode …
std::span<const Function> numberFunctions();  // number, int, round, sum, min, max, pow, trigonometry, random …
std::span<const Function> dateFunctions();    // today, now, date, date-time, format-date, decimal-date-time …
std::span<const Function>
nodeFunctions();  // count, count-non-empty, position, last, name, indexed-repeat, instance, current, id, randomize …
std::span<const Function>
choiceFunctions();  // selected, selected-at, count-selected, jr:choice-name, jr:itext, pulldata, checklist …
std::span<const Function> geoFunctions();  // distance, area, enclosed-area, geofence
std::span<const Function> chtFunctions();  // difference-in-months, add-date, parse-timestamp-to-date

}  // namespace plumb::form::xpath
