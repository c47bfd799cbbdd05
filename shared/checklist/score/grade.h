// The whole score of an evaluation, and the sentences about totals. REQUIRES everywhere: it is settled.
#pragma once

#include <optional>

#include "shared/checklist/evaluate/evaluation.h"
#include "shared/checklist/evaluate/total.h"
#include "shared/checklist/score/score.h"
#include "shared/checklist/score/standing.h"

namespace plumb::checklist {

// "得 72 / 76，折合 94.737 / 100；否决项：2".
LocalText explainTotal(const Evaluation& evaluation);

// Where a section has a floor that it was held to: "关键项不符合，以 0 分为限（12 → 0）"; otherwise empty.
LocalText explainSection(const Evaluation& evaluation, std::size_t section);

// The whole score of a settled evaluation.
Score scoreOf(const Evaluation& evaluation, Explained explained = Explained::yes);

}  // namespace plumb::checklist
