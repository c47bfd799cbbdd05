// Node sets as XPath wants them: in document order, each node once.
#pragma once

#include "shared/form/xpath/value.h"

namespace plumb::form::xpath {

void sortDocument(NodeSet& nodes);

}  // namespace plumb::form::xpath
