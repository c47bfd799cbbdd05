// Total and grade from an evaluation's sums.
#pragma once

#include <optional>

#include "shared/checklist/evaluation.h"
#include "shared/checklist/score.h"

namespace plumb::checklist {

struct Total {
    Points points = 0, max = 0;
};

// Brought to the document's full where it has one; 0 of 0 where nothing is left to count.
Total totalOf(const Checklist& checklist, const Sums& sums);

// The veto grade once a veto has fallen; otherwise the first grade that holds, once no item is open.
std::optional<std::size_t> gradeOf(const Evaluation& evaluation);

// "得 72 ÷ 76，折合 94.737 ÷ 100；否决：第 2 项".
LocalText explainTotal(const Evaluation& evaluation);

// The whole score of a settled evaluation.
Score scoreOf(const Evaluation& evaluation);

}  // namespace plumb::checklist
