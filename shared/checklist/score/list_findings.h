// Findings of a settled evaluation; inside the room only (findings.h is what others use).
#pragma once

#include <cstdint>
#include <vector>

#include "shared/checklist/evaluate/evaluation.h"
#include "shared/checklist/score/findings.h"

namespace plumb::checklist {

// Of all consequences.
std::vector<Finding> listFindings(const Evaluation& evaluation, Day today, const StandardTable& table);
// Those that are findings, or those that are only advice.
std::vector<Finding> onlyFindings(std::vector<Finding> all);
std::vector<Finding> onlyAdvice(std::vector<Finding> all);

}  // namespace plumb::checklist
