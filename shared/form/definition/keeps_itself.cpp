#include "shared/form/definition/keeps_itself.h"

#include <algorithm>

#include "shared/form/xpath/functions.h"

namespace plumb::form {
namespace {

using xpath::Expression;
using xpath::Kind;
using xpath::Operator;
using xpath::Part;
using xpath::Place;

class Keeping {
  public:
    Keeping(const Expression& expression, std::uint32_t def) : m_expression(expression), m_def(def) {}

    // Whatever this comes to is the own value, or has nothing to do with it.
    [[nodiscard]] bool result(Place place) const {
        const Part& part = m_expression.parts[place];
        if (isOwn(part)) return true;
        if (part.kind == Kind::call) {
            const auto operands = m_expression.operandsOf(part);
            const auto& name = part.function->name;
            if (name == "if" && operands.size() == 3)
                return condition(operands[0].place) && result(operands[1].place) && result(operands[2].place);
            if (name == "coalesce" || name == "once" || name == "string")
                return std::ranges::all_of(operands, [&](const auto& one) { return result(one.place); });
        }
        return !reads(place);
    }

  private:
    [[nodiscard]] bool isOwn(const Part& part) const {
        return part.kind == Kind::path && m_expression.pathOf(part).direct == m_def;
    }
    // Asks nothing of the own value but whether there is one.
    [[nodiscard]] bool condition(Place place) const {
        const Part& part = m_expression.parts[place];
        if (part.kind == Kind::call && part.function->name == "not") {
            const auto operands = m_expression.operandsOf(part);
            return operands.size() == 1 && condition(operands[0].place);
        }
        if (part.kind == Kind::chain) {
            const auto operands = m_expression.operandsOf(part);
            const auto how = operands[1].before;
            if (how == Operator::orElse || how == Operator::andAlso)
                return std::ranges::all_of(operands, [&](const auto& one) { return condition(one.place); });
            if (operands.size() == 2 && (how == Operator::equal || how == Operator::notEqual)) {
                const Part &left = m_expression.parts[operands[0].place],
                           &right = m_expression.parts[operands[1].place];
                if ((isOwn(left) && isBlank(right)) || (isBlank(left) && isOwn(right))) return true;
            }
        }
        return !reads(place);
    }
    [[nodiscard]] bool isBlank(const Part& part) const {
        return part.kind == Kind::text && m_expression.textOf(part).empty();
    }
    // Conservative: what is not one straight path might lead here too.
    [[nodiscard]] bool reads(Place place) const {
        const Part& part = m_expression.parts[place];
        switch (part.kind) {
            case Kind::number:
            case Kind::text:
                return false;
            case Kind::path: {
                const auto& path = m_expression.pathOf(part);
                return path.direct == kNone || path.direct == m_def;
            }
            case Kind::chain:
            case Kind::negate:
            case Kind::unionOf:
            case Kind::call:
                return std::ranges::any_of(m_expression.operandsOf(part),
                                           [&](const auto& one) { return reads(one.place); });
        }
        return true;
    }

    const Expression& m_expression;
    std::uint32_t m_def;
};

}  // namespace

bool onlyKeeps(const Expression& expression, std::uint32_t def) {
    return !expression.parts.empty() && Keeping(expression, def).result(expression.root);
}

}  // namespace plumb::form
