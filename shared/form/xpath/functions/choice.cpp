// What was chosen, and what forms look up: labels, columns of attached files, properties of the device.
#include <algorithm>
#include <array>
#include <cmath>

#include "shared/form/xpath/functions.h"

namespace plumb::form::xpath {
namespace {

bool isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

// Names with white space between.
std::vector<std::string_view> chosen(std::string_view list) {
    std::vector<std::string_view> out;
    for (std::size_t i = 0; i < list.size();) {
        std::size_t end = i;
        while (end < list.size() && !isSpace(list[end])) ++end;
        if (end > i) out.push_back(list.substr(i, end - i));
        i = end + 1;
    }
    return out;
}

std::string trimmed(std::string text) {
    while (!text.empty() && isSpace(text.back())) text.pop_back();
    text.erase(0, std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    return text;
}

// The blank name is "selected" where nothing is.
Value selected(const Call& call) {
    const auto list = call.text(0), name = trimmed(call.text(1));
    const auto names = chosen(list);
    if (name.empty()) return Value::ofBoolean(names.empty());
    return Value::ofBoolean(std::find(names.begin(), names.end(), name) != names.end());
}

// From 0; "" outside of the list.
Value selectedAt(const Call& call) {
    const auto list = call.text(0);
    const auto names = chosen(list);
    const double index = std::trunc(call.number(1));
    if (!(index >= 0 && index < static_cast<double>(names.size()))) return Value::ofText({});
    return Value::ofText(std::string(names[static_cast<std::size_t>(index)]));
}

Value countSelected(const Call& call) {
    const auto list = call.text(0);
    return Value::ofNumber(static_cast<double>(chosen(list).size()));
}

// The question is named by a text, as forms write it, or by the path itself.
Value choiceName(const Call& call) {
    const auto value = trimmed(call.text(0));
    auto question = call.value(1);
    std::string path;
    if (question.kind == Value::Kind::nodes) {
        if (question.nodes.empty()) return Value::ofText({});
        path = question.nodes.front().tree->path(question.nodes.front().node);
    } else {
        path = trimmed(textOf(question));
    }
    if (value.empty()) return Value::ofText({});
    return Value::ofText(call.world().choiceName(call.context().current, value, path).value_or(std::string()));
}

Value itext(const Call& call) {
    const auto id = call.text(0);
    auto text = call.world().itext(call.context().current, id);
    if (!text) call.fail("there is no text called \"" + id + "\"");
    return Value::ofText(std::move(*text));
}

Value pullData(const Call& call) {
    const auto file = call.text(0), wanted = call.text(1), key = call.text(2);
    auto found = call.world().pullData(file, wanted, key, call.text(3));
    if (!found)
        call.fail("there is no attached file \"" + file + "\" with columns \"" + wanted + "\" and \"" + key + "\"");
    return Value::ofText(std::move(*found));
}

Value version(const Call& call) {
    return Value::ofText(call.world().version());
}

Value property(const Call& call) {
    return Value::ofText(call.world().property(call.text(0)).value_or(std::string()));
}

// Truths of one argument; of a set each node's.
std::vector<bool> truths(const Call& call, std::size_t i) {
    const auto value = call.value(i);
    if (value.kind != Value::Kind::nodes) return {booleanOf(value)};
    std::vector<bool> out;
    for (const auto& node : value.nodes) out.push_back(call.evaluator().toBoolean(Value::ofNodes({node})));
    return out;
}

std::vector<double> weights(const Call& call, std::size_t i) {
    const auto value = call.value(i);
    if (value.kind != Value::Kind::nodes) return {call.evaluator().toNumber(value)};
    std::vector<double> out;
    for (const auto& node : value.nodes) out.push_back(call.evaluator().toNumber(Value::ofNodes({node})));
    return out;
}

// -1 means: no limit.
bool within(double amount, double least, double most) {
    return (least == -1 || amount >= least) && (most == -1 || amount <= most);
}

Value checklist(const Call& call) {
    double count = 0;
    for (std::size_t i = 2; i < call.size(); ++i) {
        for (const bool one : truths(call, i)) count += one;
    }
    return Value::ofBoolean(within(count, call.number(0), call.number(1)));
}

Value weightedChecklist(const Call& call) {
    if (call.size() % 2 != 0) call.fail("after the limits come pairs: a condition and its weight");
    double total = 0;
    for (std::size_t i = 2; i < call.size(); i += 2) {
        const auto met = truths(call, i);
        const auto worth = weights(call, i + 1);
        if (met.size() != worth.size()) call.fail("there must be as many weights as conditions");
        for (std::size_t k = 0; k < met.size(); ++k) {
            if (met[k]) total += worth[k];
        }
    }
    return Value::ofBoolean(within(total, call.number(0), call.number(1)));
}

constexpr std::array kFunctions{
    Function{"selected", selected, 2, 2},
    Function{"is-selected", selected, 2, 2},
    Function{"selected-at", selectedAt, 2, 2},
    Function{"count-selected", countSelected, 1, 1},
    Function{"jr:choice-name", choiceName, 2, 2},
    Function{"jr:itext", itext, 1, 1},
    Function{"pulldata", pullData, 4, 4},
    Function{"version", version, 0, 0},
    Function{"property", property, 1, 1},
    Function{"checklist", checklist, 2, kAny},
    Function{"weighted-checklist", weightedChecklist, 2, kAny},
};

}  // namespace

std::span<const Function> choiceFunctions() {
    return kFunctions;
}

}  // namespace plumb::form::xpath
