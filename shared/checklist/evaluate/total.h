// Totals, bonus and levels of an evaluation; inside the room only. REQUIRES everywhere: it is settled.
#pragma once

#include <optional>
#include <vector>

#include "shared/checklist/evaluate/evaluation.h"

namespace plumb::checklist {

struct BonusSum {
    std::vector<Points> raw, counted;  // per group: what its items earned, and what of it counts
    Points ungrouped = 0;
    Points earned = 0;  // everything, before any cap
    Points added = 0;   // what is added to the base
    Points max = 0;     // what could be
};

// Held to the caps of items, groups and all together.
BonusSum bonusOf(const Evaluation& evaluation);

struct Total {
    Points points = 0, max = 0;    // with bonus
    Points base = 0, baseMax = 0;  // without; where bonus fills the base, with what it filled
    Points bonus = 0;              // what the bonus adds
};

// The base is brought to the document's full where it has one; 0 of 0 where nothing is left to count.
Total totalOf(const Evaluation& evaluation);

struct LevelCount {
    std::int64_t ok = 0, applicable = 0, open = 0;
};

// Per level: items that pass, of those that are applicable.
std::vector<LevelCount> levelsOf(const Evaluation& evaluation);

}  // namespace plumb::checklist
