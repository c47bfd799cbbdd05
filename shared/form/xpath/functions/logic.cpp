// Truth and choice between values.
#include <array>
#include <cmath>

#include "shared/form/xpath/functions.h"

namespace plumb::form::xpath {
namespace {

// Nothing to show: no node, a blank one, "" or NaN.
bool isBlank(const Call& call, const Value& value) {
    if (value.kind == Value::Kind::number) return std::isnan(value.number);
    return call.evaluator().toText(value).empty();
}

Value choose(const Call& call) {
    return call.value(call.boolean(0) ? 1 : 2);
}

Value coalesce(const Call& call) {
    Value value;
    for (std::size_t i = 0; i < call.size(); ++i) {
        value = call.value(i);
        if (!isBlank(call, value)) break;
    }
    return value;
}

// What the node already says; the argument only where it says nothing.
Value once(const Call& call) {
    if (!call.context().node.tree) call.fail("there is no node here that could have a value already");
    auto present = call.evaluator().toText(Value::ofNodes({call.context().node}));
    if (!present.empty()) return Value::ofText(std::move(present));
    auto value = call.value(0);
    return isBlank(call, value) ? Value::ofText({}) : value;
}

Value toBoolean(const Call& call) {
    return Value::ofBoolean(call.boolean(0));
}

Value negation(const Call& call) {
    return Value::ofBoolean(!call.boolean(0));
}

Value yes(const Call&) {
    return Value::ofBoolean(true);
}

Value no(const Call&) {
    return Value::ofBoolean(false);
}

Value booleanFromString(const Call& call) {
    auto text = call.text(0);
    for (auto& c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return Value::ofBoolean(text == "true" || text == "1");
}

// The first argument; the others are named only so that a change of them computes it anew.
Value depend(const Call& call) {
    return call.value(0);
}

constexpr std::array kFunctions{
    Function{"if", choose, 3, 3},        Function{"coalesce", coalesce, 1, kAny},
    Function{"once", once, 1, 1},        Function{"boolean", toBoolean, 1, 1},
    Function{"not", negation, 1, 1},     Function{"true", yes, 0, 0},
    Function{"false", no, 0, 0},         Function{"boolean-from-string", booleanFromString, 1, 1},
    Function{"depend", depend, 1, kAny},
};

}  // namespace

std::span<const Function> logicFunctions() {
    return kFunctions;
}

}  // namespace plumb::form::xpath
