// A parsed expression: XPath 1.0 as ODK XForms uses it. Parts stand in one list and refer to each other by index; a
// chain such as a + b + c is one part with many operands, so that a total of a thousand terms nests no deeper than one
// of two. Operands, texts and paths stand in lists of the whole expression too: a form keeps thousands of expressions,
// and a part with lists of its own costs five times the memory. Immutable after binding (bind_paths.h); shareable
// between threads.
#pragma once

#include <cstdint>
#include <memory_resource>
#include <span>
#include <string>
#include <vector>

#include "shared/form/data/tree.h"

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

// An index into Expression::parts.
using Place = std::uint32_t;

struct Step {
    Axis axis = Axis::child;
    Test test = Test::name;
    std::string name;       // as written, prefix included; of Test::name
    NameId nameId = kNone;  // set by binding
    // Set by binding: the repeat of the definition whose own instance is meant, since the context stands in it (an
    // absolute path inside a repeat means the same repeat, as it does in ODK Collect); kNone elsewhere.
    std::uint32_t pinned = kNone;
    std::vector<Place> predicates;
};

struct Path {
    enum class Start : std::uint8_t { root, context, expression };
    Start start = Start::context;
    bool fromCurrent = false;  // set by binding: starts at current()
    bool question = false;     // written ${name}: one step, whose name is the question's; who parses says what it means
    // Set by binding, where the path can only mean one node of the definition and at most one of each filled form's:
    // reached by going up from where it starts to the nearest node of `pin` (or from the top when kNone), then down
    // child by child.
    std::uint32_t direct = kNone;
    std::uint32_t pin = kNone;
    // Set by binding, where the path gathers every node of this one definition, wherever it stands: its total is kept.
    std::uint32_t total = kNone;
    std::vector<std::uint32_t> down = {};  // which child of the definition at each level below `pin`
    std::vector<Step> steps = {};
    std::vector<Place> predicates = {};  // Start::expression: filters of what the steps begin at
    Place from = kNone;                  // Start::expression: what the steps begin at
    std::uint32_t column = 1;
};

struct Operand {
    Place place = 0;
    Operator before = Operator::orElse;  // in a chain: what stands before it, but for the first
};

struct Part {
    Kind kind = Kind::number;
    std::uint32_t column = 1;  // where it begins in the source, from 1
    // Where what it has begins: in Expression::texts for a text, in ::numbers for a number, in ::paths for a path, in
    // ::operands for the others.
    std::uint32_t first = 0;
    // Of operands: chain, negate, unionOf, call. Of a path: one more than the definition's node, where it can only mean
    // the one node of that which a form has; 0 elsewhere (set by binding).
    std::uint32_t count = 0;
    const Function* function = nullptr;  // Kind::call
};

struct Expression {
    Place root = 0;
    std::uint32_t nesting = 0;  // how deep its parts stand in each other
    // Of a form's formulas all stand in one piece of memory, one after the other (Definition::pack).
    std::pmr::vector<Part> parts;
    std::pmr::vector<Operand> operands;
    std::pmr::vector<Path> paths;
    std::pmr::vector<std::string> texts;
    std::pmr::vector<double> numbers;
    std::string source;

    [[nodiscard]] std::span<const Operand> operandsOf(const Part& part) const {
        return {operands.data() + part.first, part.count};
    }
    [[nodiscard]] const std::string& textOf(const Part& part) const { return texts[part.first]; }
    [[nodiscard]] double numberOf(const Part& part) const { return numbers[part.first]; }
    [[nodiscard]] const Path& pathOf(const Part& part) const { return paths[part.first]; }
};

}  // namespace plumb::form::xpath
