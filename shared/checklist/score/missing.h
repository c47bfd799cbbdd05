// What stands between a filled checklist and a signature, in document order.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "shared/base/result.h"
#include "shared/checklist/evaluate/missing.h"
#include "shared/checklist/model/answers.h"
#include "shared/checklist/model/model.h"

namespace plumb::checklist {

// Of answers that did not come through a session; `photos` counts them per item. `today` (YYYY-MM-DD) is the
// day for constraints that read today(); without it these are not checked.
Result<std::vector<Missing>> missingOf(const Checklist& checklist, const Answers& answers,
                                       const std::map<std::string, int>& photos, std::string_view today = "");

}  // namespace plumb::checklist
