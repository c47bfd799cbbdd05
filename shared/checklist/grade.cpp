#include "shared/checklist/grade.h"

#include <algorithm>

#include "shared/checklist/explain.h"

namespace plumb::checklist {
namespace {

bool inRange(std::int64_t value, const GradeTest& test) {
    return (!test.min || value >= *test.min) && (!test.max || value <= *test.max);
}

// points ÷ max against thousandths of a percent, by multiplication: exact.
bool percentInRange(const Sums& sums, const GradeTest& test) {
    const std::int64_t left = sums.points * 100 * kPoint;
    return (!test.min || left >= *test.min * sums.max) && (!test.max || left <= *test.max * sums.max);
}

bool holds(const Evaluation& evaluation, const GradeTest& test) {
    const Sums& sums = evaluation.sums();
    switch (test.metric) {
        case Metric::points:
            return inRange(totalOf(evaluation.checklist(), sums).points, test);
        case Metric::percent:
            return sums.max > 0 && percentInRange(sums, test);
        case Metric::failed:
            return inRange(sums.failed, test);
        case Metric::part:
            return inRange(sums.part, test);
        case Metric::majorFailed:
            return inRange(sums.majorFailed, test);
        case Metric::keyFailed:
            return inRange(sums.keyFailed, test);
        case Metric::vetoes:
            return inRange(static_cast<std::int64_t>(evaluation.vetoes().size()), test);
        case Metric::base:
        case Metric::bonus:
        case Metric::absent:
        case Metric::blocked:
        case Metric::levelPercent:
            return false;
        case Metric::sectionPercent: {
            for (std::size_t s = 0; s < evaluation.checklist().sections.size(); ++s) {
                const Sums& section = evaluation.sectionSums(s);
                // A section with nothing left to count holds no one back.
                if ((!test.section || *test.section == s) && section.max > 0 && !percentInRange(section, test))
                    return false;
            }
            return true;
        }
    }
    return false;
}

}  // namespace

Total totalOf(const Checklist& checklist, const Sums& sums) {
    if (!checklist.scoring.full) return {sums.points, sums.max};
    if (sums.max == 0) return {};
    return {scaled(*checklist.scoring.full, sums.points, sums.max), *checklist.scoring.full};
}

std::optional<std::size_t> gradeOf(const Evaluation& evaluation) {
    const Checklist& checklist = evaluation.checklist();
    if (checklist.scoring.veto && !evaluation.vetoes().empty()) return checklist.scoring.veto;
    if (evaluation.sums().open > 0) return std::nullopt;
    for (std::size_t g = 0; g < checklist.grades.size(); ++g) {
        const auto& anyOf = checklist.grades[g].anyOf;
        const auto all = [&](const std::vector<GradeTest>& tests) {
            return std::all_of(tests.begin(), tests.end(),
                               [&](const GradeTest& test) { return holds(evaluation, test); });
        };
        if (anyOf.empty() || std::any_of(anyOf.begin(), anyOf.end(), all)) return g;
    }
    return std::nullopt;
}

LocalText explainTotal(const Evaluation& evaluation) {
    const Sums& sums = evaluation.sums();
    const Checklist& checklist = evaluation.checklist();
    const Total total = totalOf(checklist, sums);
    const std::string raw = pointsText(sums.points) + " / " + pointsText(sums.max);
    std::string zh = "得 " + raw, en = raw + " points";
    if (checklist.scoring.full && *checklist.scoring.full != sums.max) {
        const std::string brought = pointsText(total.points) + " / " + pointsText(total.max);
        zh += "，折合 " + brought;
        en += ", brought to " + brought;
    }
    if (sums.open > 0) {
        zh += "；还有 " + std::to_string(sums.open) + " 项未判定";
        en += "; " + std::to_string(sums.open) + " not judged yet";
    }
    std::string vetoes;
    for (const auto item : evaluation.vetoes()) vetoes += (vetoes.empty() ? "" : ", ") + checklist.items[item].no;
    if (!vetoes.empty()) {
        zh += "；否决项：" + vetoes;
        en += "; vetoed by " + vetoes;
    }
    return LocalText(std::move(zh), std::move(en));
}

Score scoreOf(const Evaluation& evaluation) {
    const Checklist& checklist = evaluation.checklist();
    const Sums& sums = evaluation.sums();
    const Total total = totalOf(checklist, sums);
    Score out;
    out.points = total.points;
    out.max = total.max;
    out.earned = sums.points;
    out.possible = sums.max;
    out.complete = sums.open == 0;
    if (const auto grade = gradeOf(evaluation)) out.grade = checklist.grades[*grade].id;
    for (const auto item : evaluation.vetoes()) out.vetoes.push_back(checklist.items[item].id);
    for (std::size_t s = 0; s < checklist.sections.size(); ++s) {
        out.sections.push_back(
            {checklist.sections[s].id, evaluation.sectionSums(s).points, evaluation.sectionSums(s).max});
    }
    for (std::size_t i = 0; i < checklist.items.size(); ++i) {
        const Outcome& outcome = evaluation.outcome(i);
        out.items.push_back(
            {checklist.items[i].id, outcome.points, outcome.max, outcome.verdict, explainItem(evaluation, i)});
    }
    out.explanation = explainTotal(evaluation);
    return out;
}

}  // namespace plumb::checklist
