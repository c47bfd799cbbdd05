// Binds an expression's paths to a form's definition: which nodes each can mean, which of them can be reached directly,
// and what the expression reads. Static: nothing is evaluated.
#pragma once

#include <vector>

#include "shared/form/definition/definition.h"

namespace plumb::form {

// The repeats that a node of the definition stands in, itself included, innermost first.
std::vector<std::uint32_t> repeatsOf(const Definition& definition, std::uint32_t def);

// What an expression reads, each thing once; also through the texts that it asks for by name.
struct Reads {
    std::vector<Formula::Read> all;
    bool anyText = false;  // which text it asks for is known only when it is evaluated
};

// `context`: the node of the definition that the expression is computed for. What it reads is added to `reads` where
// that is given. Gives sentences about paths that lead nowhere; they are no errors: such a path is an empty set.
std::vector<std::string> bindPaths(const Definition& definition, std::uint32_t context, xpath::Expression& expression,
                                   Reads* reads);

}  // namespace plumb::form
