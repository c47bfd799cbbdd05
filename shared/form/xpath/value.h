// What an expression gives: a boolean, a number, a text, a set of nodes, or one of ODK's additions: a date, a time of
// day, an instant. Conversions of what is no node set, as XPath 1.0 §3.4, 4.2–4.4 and the ODK XForms specification say.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/form/data/number_text.h"
#include "shared/form/data/tree.h"

namespace plumb::form::xpath {

struct NodeRef {
    Tree* tree = nullptr;
    NodeId node = kNone;
    friend bool operator==(const NodeRef&, const NodeRef&) = default;
};
using NodeSet = std::vector<NodeRef>;  // document order, each once

struct Value {
    // date: days since 1970-01-01 in the form's zone; dateTime: days since 1970-01-01T00:00Z, with a fraction; time: a
    // fraction of a day. All three are `number` where a number is wanted and ISO 8601 where text is.
    enum class Kind : std::uint8_t { boolean, number, text, nodes, date, dateTime, time };

    Kind kind = Kind::text;
    double number = 0;
    std::string text;
    NodeSet nodes;

    static Value ofBoolean(bool value) { return {Kind::boolean, value ? 1.0 : 0.0, {}, {}}; }
    static Value ofNumber(double value) { return {Kind::number, value, {}, {}}; }
    static Value ofText(std::string value) { return {Kind::text, 0, std::move(value), {}}; }
    static Value ofNodes(NodeSet value) { return {Kind::nodes, 0, {}, std::move(value)}; }
    // `text` is the ISO form, kept because it carries the offset.
    static Value ofDate(double days, std::string text) { return {Kind::date, days, std::move(text), {}}; }
    static Value ofDateTime(double days, std::string text) { return {Kind::dateTime, days, std::move(text), {}}; }
    static Value ofTime(double fraction, std::string text) { return {Kind::time, fraction, std::move(text), {}}; }
};

using form::numberOf;  // of a text
// string(number): no exponent, shortest text that reads back to the same number; "NaN", "Infinity", "-Infinity".
std::string textOf(double number);

// Of values that are no node sets.
bool booleanOf(const Value& value);
double numberOf(const Value& value, int zone = 0);
std::string textOf(const Value& value);

// Two values as the numbers that < and = compare. A date next to a dateTime counts as the midnight that begins it where
// the dateTime was written, so that now() is never before today(). `zone`: of what was written without an offset.
std::pair<double, double> comparable(const Value& left, const Value& right, int zone);

// For people and tools: `number 3`, `string "x"`, `boolean true`, `nodes 2`, `date 2026-11-22`.
std::string describe(const Value& value);

}  // namespace plumb::form::xpath
