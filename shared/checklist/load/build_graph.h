// Works out who depends on whom in a document whose expressions are compiled.
#pragma once

#include <string>
#include <vector>

#include "shared/checklist/model/model.h"

namespace plumb::checklist {

// Fills checklist.graph. Where something depends on itself: the cycle, in words, e.g. {"${a}", "item 3", "${a}"}, and
// the graph stays empty.
std::vector<std::string> buildGraph(Checklist& checklist);

}  // namespace plumb::checklist
