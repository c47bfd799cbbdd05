// A parsed expression: XPath 1.0 as ODK XForms uses it. Nodes stand in one list and refer to each other by index; a
// chain such as a + b + c is one node with many operands, so that a total of a thousand terms nests no deeper than one
// of two. Immutable after binding (bind.h); shareable between threads.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/form/tree.h"

namespace plumb::form::xpath {

struct Function;  // functions.h

enum class Kind : std::uint8_t { number, text, chain, negate, unionOf, path, call };

enum class Operator : std::uint8_t {
    orElse,
    andAlso,
    equal,
    notEqual,
    less,
    lessEqual,
    greater,
    greaterEqual,
    add,
    subtract,
    multiply,
    divide,
    modulo,
};

enum class Axis : std::uint8_t {
    child,
    parent,
    self,
    descendant,
    descendantOrSelf,
    ancestor,
    ancestorOrSelf,
    followingSibling,
    precedingSibling,
    following,
    preceding,
    attribute,
};

enum class Test : std::uint8_t { name, any, node, text };

// Operands and places are indexes into Expression::nodes.
using Place = std::uint32_t;

struct Step {
    Axis axis = Axis::child;
    Test test = Test::name;
    std::string name;       // as written, prefix included; of Test::name
    NameId nameId = kNone;  // set by binding
    std::vector<Place> predicates;
};

struct Path {
    enum class Start : std::uint8_t { root, context, expression };
    Start start = Start::context;
    Place from = kNone;             // Start::expression: what the steps begin at
    std::vector<Place> predicates;  // Start::expression: filters of that
    std::vector<Step> steps;
    bool question = false;  // written ${name}: one step, whose name is the question's; who parses says what it means
    std::uint32_t column = 1;
    // Set by binding, where the path can only mean one node of the definition and at most one of each filled form's:
    // reached by going up from where it starts to the nearest node of `pin` (or from the top when kNone), then down
    // child by child.
    std::uint32_t direct = kNone;
    std::uint32_t pin = kNone;
    std::vector<std::uint32_t> down;  // which child of the definition at each level below `pin`
    // Set by binding, per step: the repeat of the definition whose own instance is meant, since the context stands in
    // it (an absolute path inside a repeat means the same repeat, as it does in ODK Collect); kNone elsewhere.
    std::vector<std::uint32_t> pinned;
    bool fromCurrent = false;  // starts at current()
    // Set by binding, where the path gathers every node of this one definition, wherever it stands: its total is kept.
    std::uint32_t total = kNone;
};

struct Part {
    Kind kind = Kind::number;
    double number = 0;                // Kind::number
    std::string text;                 // Kind::text; Kind::call: the function's name
    std::vector<Place> operands;      // chain, negate, unionOf, call
    std::vector<Operator> operators;  // chain: operators[i] stands before operands[i + 1]
    std::uint32_t path = kNone;       // Kind::path: into Expression::paths
    const Function* function = nullptr;
    std::uint32_t column = 1;  // where it begins in the source, from 1
};

struct Expression {
    std::string source;
    std::vector<Part> parts;
    std::vector<Path> paths;
    Place root = 0;
};

}  // namespace plumb::form::xpath
