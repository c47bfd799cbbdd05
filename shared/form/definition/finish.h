// The last step of every reader: compiles all formulas, binds their paths to the nodes of the definition, finds what
// depends on what, and orders the recomputation. All problems at once, each with its origin.
#pragma once

#include <string>
#include <vector>

#include "shared/form/definition/definition.h"

namespace plumb::form {

struct Problem {
    Origin origin;
    std::string sentence;
    std::string suggestion;  // may be empty
};

// REQUIRES: it is complete, and this was not called for it before.
// Empty when the definition stands. A cycle is a problem that names the way round: "/data/a → /data/b → /data/a".
std::vector<Problem> finish(Definition& definition);

// "origin: sentence; suggestion"
std::string textOf(const Problem& problem);

}  // namespace plumb::form
