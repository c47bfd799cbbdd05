// What grades are tried against: the figures of one evaluation, or of several scorers together. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/checklist/evaluate/evaluation.h"
#include "shared/checklist/evaluate/total.h"

namespace plumb::checklist {

struct Share {
    Points points = 0, max = 0;
};

struct Standing {
    std::int64_t scorers = 1;  // points are the sums of so many, to be compared with as many times each bound
    Total total;
    Share whole;                  // of the base, before it is brought to the full
    std::vector<Share> sections;  // by section
    std::vector<LevelCount> levels;
    std::vector<std::string> facts;  // of the site
    std::int64_t failed = 0, part = 0, majorFailed = 0, keyFailed = 0, absent = 0, vetoes = 0, blocked = 0, open = 0;
};

// REQUIRES: it is settled.
Standing standingOf(const Evaluation& evaluation);

// The veto grade once a veto has fallen; that of unmet preconditions (or none); otherwise the first grade that holds,
// once no item is open.
std::optional<std::size_t> gradeOf(const Checklist& checklist, const Standing& standing);

// Why it is this grade: the first condition that kept the better ones away. Empty where there is nothing to say.
LocalText explainGrade(const Checklist& checklist, const Standing& standing);

}  // namespace plumb::checklist
