#include "shared/checklist/expression/evaluate.h"

#include <cmath>
#include <span>

#include "shared/checklist/expression/functions.h"

namespace plumb::checklist {
namespace {

double arithmetic(Op op, double a, double b) {
    switch (op) {
        case Op::add:
            return a + b;
        case Op::subtract:
            return a - b;
        case Op::multiply:
            return a * b;
        case Op::divide:
            return a / b;
        default:
            return std::fmod(a, b);  // XPath's mod has the sign of the dividend, as fmod has
    }
}

bool comparison(Op op, const Value& a, const Value& b) {
    switch (op) {
        case Op::equal:
            return equals(a, b);
        case Op::notEqual: {
            // NaN differs from everything; two texts or booleans differ when they are not equal.
            return !equals(a, b);
        }
        case Op::less:
            return lessThan(a, b);
        case Op::lessEqual:
            return lessOrEqual(a, b);
        case Op::greater:
            return lessThan(b, a);
        default:
            return lessOrEqual(b, a);
    }
}

}  // namespace

Value evaluate(const Expression& expression, const Scope& scope, std::vector<Value>& stack) {
    stack.clear();
    stack.reserve(expression.stack);
    const auto pop = [&] {
        Value out = std::move(stack.back());
        stack.pop_back();
        return out;
    };
    for (std::size_t at = 0; at < expression.code.size(); ++at) {
        const auto& [op, a, function] = expression.code[at];
        switch (op) {
            case Op::number:
                stack.push_back(Value::ofNumber(expression.numbers[a]));
                break;
            case Op::text:
                stack.push_back(Value::ofText(expression.texts[a]));
                break;
            case Op::question:
                stack.push_back(scope.source.valueOf(a));
                break;
            case Op::self:
                stack.push_back(scope.self ? *scope.self : Value::ofText({}));
                break;
            case Op::negate:
                stack.back() = Value::ofNumber(-stack.back().toNumber());
                break;
            case Op::add:
            case Op::subtract:
            case Op::multiply:
            case Op::divide:
            case Op::modulo: {
                const double right = pop().toNumber();
                stack.back() = Value::ofNumber(arithmetic(op, stack.back().toNumber(), right));
                break;
            }
            case Op::equal:
            case Op::notEqual:
            case Op::less:
            case Op::lessEqual:
            case Op::greater:
            case Op::greaterEqual: {
                const Value right = pop();
                stack.back() = Value::ofBoolean(comparison(op, stack.back(), right));
                break;
            }
            case Op::toBoolean:
                stack.back() = Value::ofBoolean(stack.back().toBoolean());
                break;
            case Op::jumpIfFalse:
                if (!pop().toBoolean()) at = a - 1;
                break;
            case Op::jumpIfFalseKeep:
            case Op::jumpIfTrueKeep:
                if (stack.back().toBoolean() == (op == Op::jumpIfTrueKeep)) {
                    at = a - 1;
                } else {
                    stack.pop_back();
                }
                break;
            case Op::jumpIfTextKeep:
                if (!stack.back().toText().empty()) {
                    at = a - 1;
                } else {
                    stack.pop_back();
                }
                break;
            case Op::jump:
                at = a - 1;
                break;
            case Op::call: {
                const std::span<const Value> arguments(stack.data() + stack.size() - a, a);
                Value result = call(function, arguments, scope.today);
                stack.resize(stack.size() - a);
                stack.push_back(std::move(result));
                break;
            }
        }
    }
    return pop();
}

}  // namespace plumb::checklist
