// What an item lacks, with sentences; inside the room only (missing.h is what others use). REQUIRES everywhere: the
// evaluation is settled.
#pragma once

#include <vector>

#include "shared/checklist/evaluate/visit_missing.h"
#include "shared/checklist/score/explain.h"

namespace plumb::checklist {

// Required facts that are blank; they come before all items.
void listMissingFacts(const Evaluation& evaluation, std::vector<Missing>& out);

void listMissing(const Evaluation& evaluation, std::size_t item, std::vector<Missing>& out);

}  // namespace plumb::checklist
