// A compiled expression: the subset of XPath 1.0 that ODK XForms uses, as a flat list of operations for a small stack
// machine. There is no tree, so neither evaluating nor destroying one can overflow the stack, however long it is.
// Immutable and shareable between threads. Grammar, functions and conversions: CHECKLIST.md, "Expressions".
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace plumb::checklist {

enum class Function : std::uint8_t;

enum class Op : std::uint8_t {
    number,    // push numbers[a]
    text,      // push texts[a]
    question,  // push the value of question a
    self,      // push the value that is being checked ('.')
    negate,
    add,
    subtract,
    multiply,
    divide,
    modulo,
    equal,
    notEqual,
    less,
    lessEqual,
    greater,
    greaterEqual,
    toBoolean,
    jumpIfFalse,      // pop; to a when it is false ("if")
    jumpIfFalseKeep,  // to a when the top is false, else pop ("and")
    jumpIfTrueKeep,   // to a when the top is true, else pop ("or")
    jumpIfTextKeep,   // to a when the top has text, else pop ("coalesce")
    jump,             // to a
    call,             // function b with a arguments
};

struct Operation {
    Op op;
    std::uint32_t a = 0;
    Function b{};
};

struct Expression {
    std::string source;
    std::vector<Operation> code;
    std::vector<double> numbers;
    std::vector<std::string> texts;
    std::vector<std::size_t> questions;  // each question that it reads, once, in order of appearance
    bool readsToday = false;
    bool readsSelf = false;
    std::size_t stack = 0;  // the deepest the stack gets
};

}  // namespace plumb::checklist
