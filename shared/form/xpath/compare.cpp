#include "shared/form/xpath/compare.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "shared/form/xpath/tuning.h"

namespace plumb::form::xpath {
namespace {

bool isTime(const Value& value) {
    return value.kind == Value::Kind::date || value.kind == Value::Kind::dateTime || value.kind == Value::Kind::time;
}

// As JavaRosa has it: what only binary noise keeps apart (6.1 - 7.8 and -1.7) is one number.
constexpr double kNoise = 1e-12;

bool compareNumbers(Operator op, double left, double right) {
    const bool alike = left == right || std::fabs(left - right) < kNoise;
    switch (op) {
        case Operator::equal:
            return alike;
        case Operator::notEqual:
            return !alike;
        case Operator::less:
            return left < right && !alike;
        case Operator::lessEqual:
            return left < right || alike;
        case Operator::greater:
            return left > right && !alike;
        case Operator::greaterEqual:
            return left > right || alike;
        case Operator::orElse:
        case Operator::andAlso:
        case Operator::add:
        case Operator::subtract:
        case Operator::multiply:
        case Operator::divide:
        case Operator::modulo:
            break;
    }
    return false;
}

bool isEquality(Operator op) {
    return op == Operator::equal || op == Operator::notEqual;
}

// Of two values that are no node sets.
bool compareSingle(Operator op, const Value& left, const Value& right, int zone) {
    if (isEquality(op)) {
        if (left.kind == Value::Kind::boolean || right.kind == Value::Kind::boolean)
            return (booleanOf(left) == booleanOf(right)) == (op == Operator::equal);
        const bool numbers =
            left.kind == Value::Kind::number || right.kind == Value::Kind::number || isTime(left) || isTime(right);
        if (!numbers) return (left.text == right.text) == (op == Operator::equal);
    }
    const auto [first, second] = comparable(left, right, zone);
    return compareNumbers(op, first, second);
}

// Large sets: without looking at every pair.
bool compareLarge(const Evaluator& evaluator, Operator op, const NodeSet& left, const NodeSet& right) {
    if (isEquality(op)) {
        std::unordered_set<std::string> texts;
        for (const auto& node : right) texts.insert(evaluator.toText(evaluator.typed(node)));
        if (op == Operator::notEqual && texts.size() > 1) return true;
        return std::any_of(left.begin(), left.end(), [&](const NodeRef& node) {
            return texts.contains(evaluator.toText(evaluator.typed(node))) == (op == Operator::equal);
        });
    }
    const bool wantsLess = op == Operator::less || op == Operator::lessEqual;
    const auto extreme = [&](const NodeSet& nodes, bool least) {
        double best = std::numeric_limits<double>::quiet_NaN();
        for (const auto& node : nodes) {
            const double number = node.tree->number(node.node);
            if (number != number) continue;
            if (best != best || (least ? number < best : number > best)) best = number;
        }
        return best;
    };
    return compareNumbers(op, extreme(left, wantsLess), extreme(right, !wantsLess));
}

}  // namespace

bool compare(const Evaluator& evaluator, Operator op, const Value& left, const Value& right) {
    const int zone = evaluator.zone();
    const bool leftNodes = left.kind == Value::Kind::nodes, rightNodes = right.kind == Value::Kind::nodes;
    if (!leftNodes && !rightNodes) return compareSingle(op, left, right, zone);
    if (leftNodes && rightNodes) {
        if (left.nodes.size() * right.nodes.size() > kManyPairs)
            return compareLarge(evaluator, op, left.nodes, right.nodes);
        for (const auto& a : left.nodes) {
            const auto value = evaluator.typed(a);
            for (const auto& b : right.nodes) {
                if (compareSingle(op, value, evaluator.typed(b), zone)) return true;
            }
        }
        return false;
    }
    const auto& nodes = leftNodes ? left.nodes : right.nodes;
    const auto& other = leftNodes ? right : left;
    if (other.kind == Value::Kind::boolean && isEquality(op))
        return (evaluator.toBoolean(leftNodes ? left : right) == booleanOf(other)) == (op == Operator::equal);
    return std::any_of(nodes.begin(), nodes.end(), [&](const NodeRef& node) {
        const auto value = evaluator.typed(node);
        return leftNodes ? compareSingle(op, value, other, zone) : compareSingle(op, other, value, zone);
    });
}

}  // namespace plumb::form::xpath
