// A filled form's data as XForms XML, the way it is submitted: elements in document order, one line, UTF-8, names and
// namespaces as the form declares them. Reads only; from the thread of the tree.
#pragma once

#include <string>

#include "shared/form/data/tree.h"
#include "shared/form/definition/definition.h"

namespace plumb::form {

// Nodes that are not relevant are left out, unless `all`. "" for an empty tree. Characters that XML cannot carry at all
// (control characters but tab and line ends) are left out.
std::string writeInstance(const Definition& definition, const Tree& tree, bool all);

}  // namespace plumb::form
