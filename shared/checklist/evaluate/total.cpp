#include "shared/checklist/evaluate/total.h"

#include <algorithm>

namespace plumb::checklist {

BonusSum bonusOf(const Evaluation& evaluation) {
    const Checklist& checklist = evaluation.checklist();
    BonusSum out;
    if (checklist.bonusItems.empty()) return out;
    const Bonus rule = checklist.scoring.bonus.value_or(Bonus());
    std::vector<Points> possible(rule.groups.size());
    out.raw.resize(rule.groups.size());
    out.counted.resize(rule.groups.size());
    Points ungroupedMax = 0;
    for (const auto i : checklist.bonusItems) {
        const Item& item = checklist.items[i];
        if (evaluation.outcome(i).verdict == Verdict::notRelevant) continue;
        const Points earned = evaluation.outcome(i).points;
        out.earned += earned;
        if (!item.bonusGroup) {
            out.ungrouped += earned;
            ungroupedMax += item.worth;
            continue;
        }
        const auto g = *item.bonusGroup;
        out.raw[g] += earned;
        const bool exclusive = rule.groups[g].exclusive;
        out.counted[g] = exclusive ? std::max(out.counted[g], earned) : out.counted[g] + earned;
        possible[g] = exclusive ? std::max(possible[g], item.worth) : possible[g] + item.worth;
    }
    out.added = out.ungrouped;
    out.max = ungroupedMax;
    for (std::size_t g = 0; g < rule.groups.size(); ++g) {
        out.counted[g] = std::min(out.counted[g], rule.groups[g].most.value_or(kMaxPoints));
        out.added += out.counted[g];
        out.max += std::min(possible[g], rule.groups[g].most.value_or(kMaxPoints));
    }
    out.added = std::min(out.added, rule.most.value_or(kMaxPoints));
    out.max = std::min(out.max, rule.most.value_or(kMaxPoints));
    return out;
}

Total totalOf(const Evaluation& evaluation) {
    const Checklist& checklist = evaluation.checklist();
    const Sums& sums = evaluation.sums();
    const Points possible = sums.max + sums.outside;
    Total out;
    out.base = sums.points;
    out.baseMax = possible;
    if (checklist.scoring.full) {
        out.base = possible > 0 ? scaled(*checklist.scoring.full, sums.points, possible) : 0;
        out.baseMax = possible > 0 ? *checklist.scoring.full : 0;
    }
    const BonusSum bonus = bonusOf(evaluation);
    out.bonus = bonus.added;
    out.points = out.base + bonus.added;
    out.max = out.baseMax + bonus.max;
    if (checklist.scoring.bonus) {
        const Points cap = checklist.scoring.bonus->cappedAt.value_or(out.max);
        out.max = std::min(out.max, cap);
        out.points = std::min(out.points, cap);
        if (checklist.scoring.bonus->fillsBase) out.base = std::min(out.baseMax, out.base + bonus.added);
    }
    return out;
}

std::vector<LevelCount> levelsOf(const Evaluation& evaluation) {
    const Checklist& checklist = evaluation.checklist();
    std::vector<LevelCount> out(checklist.levels.size());
    if (out.empty()) return out;
    for (std::size_t i = 0; i < checklist.items.size(); ++i) {
        const Item& item = checklist.items[i];
        const Verdict verdict = evaluation.outcome(i).verdict;
        if (!item.level || item.advisory || verdict == Verdict::notApplicable || verdict == Verdict::notRelevant)
            continue;
        LevelCount& level = out[*item.level];
        ++level.applicable;
        level.ok += verdict == Verdict::pass;
        level.open += verdict == Verdict::unanswered;
    }
    return out;
}

}  // namespace plumb::checklist
