// How an item comes out: its rule applied to the answers. Exact; no clock, no floating point in points.
#pragma once

#include "shared/checklist/evaluate/evaluation.h"

namespace plumb::checklist {

// REQUIRES: `evaluation` has computed the relevance and values of everything that the item reads: during settle() the
// order of the graph sees to that, after it everything is.
Outcome judgeItem(const Evaluation& evaluation, std::size_t item);

}  // namespace plumb::checklist
