// Findings of a settled evaluation; inside the room only (findings.h is what others use).
#pragma once

#include <cstdint>
#include <vector>

#include "shared/checklist/evaluation.h"
#include "shared/checklist/findings.h"

namespace plumb::checklist {

std::vector<Finding> listFindings(const Evaluation& evaluation, std::int64_t today);

}  // namespace plumb::checklist
