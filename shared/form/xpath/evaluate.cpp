#include "shared/form/xpath/evaluate.h"

#include <algorithm>
#include <cmath>

#include "shared/form/xpath/compare.h"
#include "shared/form/xpath/document_order.h"
#include "shared/form/xpath/functions.h"
#include "shared/form/xpath/tuning.h"

namespace plumb::form::xpath {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

}  // namespace

Evaluator::Evaluator(const Expression& expression, World& world) : m_expression(expression), m_world(world) {
    auto& effort = world.effort;
    if (effort.depth == 0) effort = {};
    // Once it has gone wrong it does so for all that is still asked for: texts that ask for each other twice would
    // otherwise go down every one of the ways.
    effort.spent =
        effort.spent || effort.depth >= kMaxTextDepth || effort.nesting + expression.nesting > kMaxNestingOfAll;
    if (effort.spent) throw EvaluationError("texts stand in each other too deep, or refer to themselves");
    effort.work += kOwnWork;
    effort.spent = effort.work > kMaxWorkOfAll;
    if (effort.spent) throw EvaluationError("the texts that this asks for look at too many nodes");
    ++effort.depth;
    effort.nesting += expression.nesting;
}

Evaluator::~Evaluator() {
    --m_world.effort.depth;
    m_world.effort.nesting -= m_expression.nesting;
}

Value Evaluator::typed(const NodeRef& ref) const {
    const Node& node = (*ref.tree)[ref.node];
    if (!node.children.empty()) return Value::ofText(ref.tree->stringValue(ref.node));
    if (node.text.empty()) return Value::ofText({});
    switch (node.type) {
        case DataType::integer:
        case DataType::decimal: {
            const double number = ref.tree->number(ref.node);
            return number == number ? Value::ofNumber(number) : Value::ofText(node.text);
        }
        case DataType::boolean:
            if (node.text == "true" || node.text == "1") return Value::ofBoolean(true);
            if (node.text == "false" || node.text == "0") return Value::ofBoolean(false);
            return Value::ofText(node.text);
        case DataType::date: {
            const double days = ref.tree->number(ref.node);
            return days == days ? Value::ofDate(days, node.text) : Value::ofText(node.text);
        }
        case DataType::dateTime: {
            const double days = ref.tree->number(ref.node);
            return days == days ? Value::ofDateTime(days, node.text) : Value::ofText(node.text);
        }
        case DataType::string:
        case DataType::time:
        case DataType::geopoint:
        case DataType::geotrace:
        case DataType::geoshape:
        case DataType::binary:
        case DataType::barcode:
        case DataType::choice:
        case DataType::choices:
        case DataType::container:
            break;
    }
    return Value::ofText(node.text);
}

bool Evaluator::toBoolean(const Value& value) const {
    if (value.kind != Value::Kind::nodes) return booleanOf(value);
    if (value.nodes.size() != 1) return !value.nodes.empty();
    const NodeRef& only = value.nodes.front();
    const Node& node = (*only.tree)[only.node];
    // A leaf is true by what it says (an unanswered question is false), as in ODK; a container by being there.
    if (!node.children.empty() || node.type == DataType::container) return true;
    return booleanOf(typed(only));
}

double Evaluator::toNumber(const Value& value) const {
    if (value.kind != Value::Kind::nodes) return numberOf(value, value.kind == Value::Kind::text ? zone() : 0);
    if (value.nodes.empty()) return kNaN;
    const NodeRef& first = value.nodes.front();
    if ((*first.tree)[first.node].type == DataType::boolean) return numberOf(typed(first));
    return first.tree->number(first.node);
}

std::string Evaluator::toText(const Value& value) const {
    if (value.kind != Value::Kind::nodes) return textOf(value);
    return value.nodes.empty() ? std::string() : value.nodes.front().tree->stringValue(value.nodes.front().node);
}

Value Evaluator::value(Place place, const Context& context) {
    const Part& part = m_expression.parts[place];
    switch (part.kind) {
        case Kind::number:
            return Value::ofNumber(m_expression.numberOf(part));
        case Kind::text:
            return Value::ofText(m_expression.textOf(part));
        case Kind::negate:
            return Value::ofNumber(-number(m_expression.operandsOf(part)[0].place, context));
        case Kind::chain:
            return chain(part, context);
        case Kind::unionOf: {
            NodeSet all;
            for (const Operand& operand : m_expression.operandsOf(part)) {
                const auto some = nodes(operand.place, context);
                all.insert(all.end(), some.begin(), some.end());
            }
            sortDocument(all);
            return Value::ofNodes(std::move(all));
        }
        case Kind::path: {
            const auto node = direct(part, context);
            if (!node) return Value::ofNodes(path(m_expression.pathOf(part), context));
            // The one node that is meant; where it is not relevant it is a blank, as an unanswered question is.
            return *node == kNone ? Value::ofText({}) : Value::ofNodes({{context.main, *node}});
        }
        case Kind::call:
            return part.function->compute(Call(*this, part, context));
    }
    return {};
}

bool Evaluator::boolean(Place place, const Context& context) {
    return toBoolean(value(place, context));
}

double Evaluator::number(Place place, const Context& context) {
    const Part& part = m_expression.parts[place];
    if (part.kind == Kind::number) return m_expression.numberOf(part);
    if (part.kind == Kind::chain && m_expression.operandsOf(part)[1].before >= Operator::add)
        return arithmetic(part, context);
    if (part.kind == Kind::path) {
        // A sum of a thousand terms comes here a thousand times.
        const NodeId only = part.count != 0 ? (*context.single)[part.count - 1] : kNone;
        if (only != kNone) {
            const Node& found = (*context.main)[only];
            if (found.relevant && found.type != DataType::boolean) return context.main->number(only);
        }
        if (const auto node = direct(part, context)) {
            if (*node == kNone) return kNaN;
            const Node& found = (*context.main)[*node];
            return found.type == DataType::boolean ? numberOf(typed({context.main, *node}))
                                                   : context.main->number(*node);
        }
    }
    return toNumber(value(place, context));
}

std::string Evaluator::text(Place place, const Context& context) {
    const Part& part = m_expression.parts[place];
    if (part.kind == Kind::text) return m_expression.textOf(part);
    if (part.kind == Kind::path) {
        if (const auto node = direct(part, context))
            return *node == kNone ? std::string() : context.main->stringValue(*node);
    }
    return toText(value(place, context));
}

NodeSet Evaluator::nodes(Place place, const Context& context) {
    const Part& part = m_expression.parts[place];
    if (part.kind == Kind::path) return path(m_expression.pathOf(part), context);
    auto result = value(place, context);
    if (result.kind != Value::Kind::nodes)
        throw EvaluationError("column " + std::to_string(part.column) + ": here must be a path to nodes");
    return std::move(result.nodes);
}

const Total* Evaluator::total(Place place, const Context& context) const {
    const Part& part = m_expression.parts[place];
    if (part.kind != Kind::path || !context.totals) return nullptr;
    return context.totals->of(m_expression.pathOf(part).total);
}

double Evaluator::arithmetic(const Part& part, const Context& context) {
    const auto operands = m_expression.operandsOf(part);
    double result = number(operands.front().place, context);
    for (const Operand& operand : operands.subspan(1)) {
        const double right = number(operand.place, context);
        switch (operand.before) {
            case Operator::add:
                result += right;
                break;
            case Operator::subtract:
                result -= right;
                break;
            case Operator::multiply:
                result *= right;
                break;
            case Operator::divide:
                result /= right;
                break;
            case Operator::modulo:
                result = std::fmod(result, right);
                break;
            case Operator::orElse:
            case Operator::andAlso:
            case Operator::equal:
            case Operator::notEqual:
            case Operator::less:
            case Operator::lessEqual:
            case Operator::greater:
            case Operator::greaterEqual:
                break;  // never in one chain with those above
        }
    }
    return result;
}

Value Evaluator::chain(const Part& part, const Context& context) {
    const auto operands = m_expression.operandsOf(part);
    const Operator first = operands[1].before;
    if (first >= Operator::add) return Value::ofNumber(arithmetic(part, context));
    if (first == Operator::orElse || first == Operator::andAlso) {
        const bool decides = first == Operator::orElse;
        for (const Operand& operand : operands) {
            if (boolean(operand.place, context) == decides) return Value::ofBoolean(decides);
        }
        return Value::ofBoolean(!decides);
    }
    Value left = value(operands.front().place, context);
    for (const Operand& operand : operands.subspan(1))
        left = Value::ofBoolean(compare(*this, operand.before, left, value(operand.place, context)));
    return left;
}

std::optional<NodeId> Evaluator::direct(const Part& part, const Context& context) const {
    if (part.count != 0) {
        const NodeId only = (*context.single)[part.count - 1];
        if (only != kNone && (*context.main)[only].relevant) return only;
    }
    const Path& path = m_expression.pathOf(part);
    if (path.direct == kNone) return {};
    return direct(path, context);
}

NodeId Evaluator::direct(const Path& path, const Context& context) const {
    NodeId at = kNone;
    if (path.pin == kNone) {
        at = (*context.single)[path.direct];
    } else {
        const bool here = path.start == Path::Start::context ||
                          (path.start == Path::Start::root && context.node.tree == context.main);
        const NodeRef& from = here && !path.fromCurrent ? context.node : context.current;
        if (from.tree != context.main) return kNone;
        for (at = from.node; at != kNone && (*context.main)[at].def != path.pin;) at = (*context.main)[at].parent;
        for (const auto ordinal : path.down) {
            if (at == kNone) return kNone;
            const Node& node = (*context.main)[at];
            if (ordinal + 1 >= node.starts.size() || node.starts[ordinal] == node.starts[ordinal + 1]) return kNone;
            at = node.children[node.starts[ordinal]];
        }
    }
    if (at == kNone || (*context.main)[at].relevant) return at;
    // A group around whoever asks is there, shown or not; so is the one that asks itself.
    if ((*context.main)[at].type != DataType::container) return kNone;
    const NodeRef& from = path.fromCurrent ? context.current : context.node;
    NodeId above = from.tree == context.main ? from.node : kNone;
    while (above != kNone && above != at) above = (*context.main)[above].parent;
    return above;
}

NodeSet Evaluator::path(const Path& path, const Context& context) {
    if (path.direct != kNone) {
        const NodeId node = direct(path, context);
        return node == kNone ? NodeSet{} : NodeSet{{context.main, node}};
    }
    NodeSet at;
    switch (path.start) {
        case Path::Start::root:
            if (!context.main) throw EvaluationError("there is no form here that a path could lead into");
            at.push_back({context.main, Tree::root()});
            break;
        case Path::Start::context:
            if (!context.node.tree) throw EvaluationError("there is no form here that a path could lead into");
            at.push_back(context.node);
            break;
        case Path::Start::expression:
            at = nodes(path.from, context);
            filter(at, path.predicates, context);
            break;
    }
    for (const Step& one : path.steps) {
        NodeSet next;
        step(one, at, next, context);
        at = std::move(next);
    }
    return at;
}

}  // namespace plumb::form::xpath
