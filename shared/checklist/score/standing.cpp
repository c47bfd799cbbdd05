#include "shared/checklist/score/standing.h"

#include <algorithm>

#include "shared/checklist/model/facts.h"

namespace plumb::checklist {
namespace {

__extension__ typedef __int128 Wide;

bool inRange(std::int64_t value, const GradeTest& test, std::int64_t times) {
    return (!test.min || value >= *test.min * times) && (!test.max || value <= *test.max * times);
}

bool isPoints(Metric metric) {
    return metric == Metric::points || metric == Metric::base || metric == Metric::bonus;
}

// part ÷ all against thousandths of a percent, by multiplication: exact. Nothing of nothing holds no one back.
bool shareInRange(std::int64_t part, std::int64_t all, const GradeTest& test) {
    if (all == 0) return true;
    const Wide left = Wide(part) * 100 * kPoint;
    return (!test.min || left >= Wide(*test.min) * all) && (!test.max || left <= Wide(*test.max) * all);
}

std::int64_t valueOf(const Standing& s, Metric metric) {
    switch (metric) {
        case Metric::points:
            return s.total.points;
        case Metric::base:
            return s.total.base;
        case Metric::bonus:
            return s.total.bonus;
        case Metric::failed:
            return s.failed;
        case Metric::part:
            return s.part;
        case Metric::majorFailed:
            return s.majorFailed;
        case Metric::keyFailed:
            return s.keyFailed;
        case Metric::absent:
            return s.absent;
        case Metric::vetoes:
            return s.vetoes;
        case Metric::percent:
        case Metric::sectionPercent:
        case Metric::levelPercent:
        case Metric::fact:
            break;
    }
    return 0;
}

// The first of the sections or levels that is out of range; the size where there is none.
std::size_t outlier(const Standing& standing, const GradeTest& test) {
    const bool sections = test.metric == Metric::sectionPercent;
    const std::size_t count = sections ? standing.sections.size() : standing.levels.size();
    for (std::size_t i = 0; i < count; ++i) {
        if (test.section && *test.section != i) continue;
        const bool good = sections ? shareInRange(standing.sections[i].points, standing.sections[i].max, test)
                                   : shareInRange(standing.levels[i].ok, standing.levels[i].applicable, test);
        if (!good) return i;
    }
    return count;
}

bool holds(const Checklist& checklist, const Standing& standing, const GradeTest& test) {
    switch (test.metric) {
        case Metric::percent:
            return standing.whole.max > 0 && shareInRange(standing.whole.points, standing.whole.max, test);
        case Metric::sectionPercent:
            return outlier(standing, test) == standing.sections.size();
        case Metric::levelPercent:
            return outlier(standing, test) == standing.levels.size();
        case Metric::fact:
            return factHolds(checklist.facts[test.fact->fact], *test.fact, standing.facts[test.fact->fact]);
        default:
            return inRange(valueOf(standing, test.metric), test, isPoints(test.metric) ? standing.scorers : 1);
    }
}

bool holds(const Checklist& checklist, const Standing& standing, const Grade& grade) {
    return grade.anyOf.empty() ||
           std::any_of(grade.anyOf.begin(), grade.anyOf.end(), [&](const std::vector<GradeTest>& tests) {
               return std::all_of(tests.begin(), tests.end(),
                                  [&](const GradeTest& test) { return holds(checklist, standing, test); });
           });
}

std::string name(Metric metric, bool zh) {
    switch (metric) {
        case Metric::points:
            return zh ? "总分" : "total";
        case Metric::base:
            return zh ? "基本分" : "base";
        case Metric::bonus:
            return zh ? "加分" : "bonus";
        case Metric::percent:
            return zh ? "得分率" : "share of the points";
        case Metric::failed:
            return zh ? "不符合项" : "failed items";
        case Metric::part:
            return zh ? "部分符合项" : "items in part";
        case Metric::majorFailed:
            return zh ? "较重问题" : "major findings";
        case Metric::keyFailed:
            return zh ? "关键项不符合" : "failed key items";
        case Metric::absent:
            return zh ? "应有而无" : "needed but absent";
        case Metric::vetoes:
            return zh ? "否决项" : "vetoes";
        case Metric::sectionPercent:
        case Metric::levelPercent:
        case Metric::fact:
            break;
    }
    return {};
}

// "18/19 < 95 %"
std::string compared(const std::string& value, std::int64_t number, std::int64_t scale, const GradeTest& test,
                     bool percent) {
    const bool low = test.min && number < *test.min;
    const std::int64_t bound = low ? *test.min : test.max.value_or(0);
    return value + (low ? " < " : " > ") + (scale > 1 ? pointsText(bound) : std::to_string(bound)) +
           (percent ? " %" : "");
}

std::string failing(const Checklist& checklist, const Standing& standing, const GradeTest& test, bool zh) {
    // Percent in whole thousandths, rounded towards where it fails: only for the sign in front of the bound.
    const auto share = [&](std::int64_t part, std::int64_t all, std::string value) {
        const bool low = test.min && Wide(part) * 100 * kPoint < Wide(*test.min) * all;
        return compared(value, low ? *test.min - 1 : test.max.value_or(0) + 1, kPoint, test, true);
    };
    switch (test.metric) {
        case Metric::percent:
            return name(test.metric, zh) + " " +
                   share(standing.whole.points, standing.whole.max,
                         pointsText(standing.whole.points) + "/" + pointsText(standing.whole.max));
        case Metric::sectionPercent: {
            const auto s = outlier(standing, test);
            const Share& sums = standing.sections[s];
            return checklist.sections[s].title.in(zh ? "zh" : "en") + " " +
                   share(sums.points, sums.max, pointsText(sums.points) + "/" + pointsText(sums.max));
        }
        case Metric::levelPercent: {
            const auto l = outlier(standing, test);
            const LevelCount& level = standing.levels[l];
            return checklist.levels[l].label.in(zh ? "zh" : "en") + " " +
                   share(level.ok, level.applicable, std::to_string(level.ok) + "/" + std::to_string(level.applicable));
        }
        case Metric::fact: {
            const Fact& fact = checklist.facts[test.fact->fact];
            const std::string language = zh ? "zh" : "en";
            return std::string(fact.label.in(language)) + (zh ? "为 " : ": ") +
                   displayFact(fact, standing.facts[test.fact->fact], language);
        }
        default: {
            const bool points = isPoints(test.metric);
            const auto value = valueOf(standing, test.metric);
            return name(test.metric, zh) + " " +
                   compared(points ? pointsText(value) : std::to_string(value), value, points ? kPoint : 1, test,
                            false);
        }
    }
}

}  // namespace

Standing standingOf(const Evaluation& evaluation) {
    const Sums& sums = evaluation.sums();
    Standing out;
    out.total = totalOf(evaluation);
    out.whole = {sums.points, sums.max};
    for (std::size_t s = 0; s < evaluation.checklist().sections.size(); ++s)
        out.sections.push_back({evaluation.sectionSums(s).points, evaluation.sectionSums(s).max});
    out.levels = levelsOf(evaluation);
    for (std::size_t f = 0; f < evaluation.checklist().facts.size(); ++f) out.facts.push_back(evaluation.fact(f));
    out.failed = sums.failed;
    out.part = sums.part;
    out.majorFailed = sums.majorFailed;
    out.keyFailed = sums.keyFailed;
    out.absent = sums.absent;
    out.blocked = sums.blocked;
    out.open = sums.open;
    out.vetoes = static_cast<std::int64_t>(evaluation.vetoes().size());
    return out;
}

std::optional<std::size_t> gradeOf(const Checklist& checklist, const Standing& standing) {
    if (checklist.scoring.veto && standing.vetoes > 0) return checklist.scoring.veto;
    if (standing.blocked > 0) return checklist.scoring.blocked;
    if (standing.open > 0) return std::nullopt;
    for (std::size_t g = 0; g < checklist.grades.size(); ++g) {
        if (holds(checklist, standing, checklist.grades[g])) return g;
    }
    return std::nullopt;
}

LocalText explainGrade(const Checklist& checklist, const Standing& standing) {
    const auto grade = gradeOf(checklist, standing);
    if (!grade || standing.blocked > 0 || (checklist.scoring.veto && standing.vetoes > 0)) return {};
    const auto sentence = [&](bool zh) {
        const std::string language = zh ? "zh" : "en";
        std::string out;
        for (std::size_t g = 0; g < *grade; ++g) {
            // Grades that stand for something worse (a failure that did not happen) explain nothing.
            if (checklist.grades[g].tone != Verdict::pass) continue;
            out += out.empty() ? "" : zh ? "；" : "; ";
            out += (zh ? "未达“" : "not “") + checklist.grades[g].label.in(language) + (zh ? "”：" : "”: ");
            std::string why;
            for (const auto& tests : checklist.grades[g].anyOf) {
                const auto test = std::find_if(tests.begin(), tests.end(),
                                               [&](const GradeTest& one) { return !holds(checklist, standing, one); });
                if (test == tests.end()) continue;
                why += why.empty() ? "" : zh ? "，且 " : ", and ";
                why += failing(checklist, standing, *test, zh);
            }
            out += why;
        }
        return out;
    };
    std::string zh = sentence(true);
    return zh.empty() ? LocalText() : LocalText(std::move(zh), sentence(false));
}

}  // namespace plumb::checklist
