// Under which of the four kinds of supervision a failed item falls (domain/supervision.h): under the strongest of the
// clauses that it cites, since what one of them demands cannot wait for the others. Pure; any thread.
#pragma once

#include "shared/checklist/model/model.h"
#include "shared/domain/supervision.h"

namespace plumb::records {

// Improvement where the item cites nothing.
domain::Supervision supervisionOf(const checklist::Item& item);

}  // namespace plumb::records
