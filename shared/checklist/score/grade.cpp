#include "shared/checklist/score/grade.h"

#include <algorithm>

#include "shared/checklist/score/explain.h"

namespace plumb::checklist {
namespace {

struct Sentences {
    std::string zh, en;
    void add(const std::string& chinese, const std::string& english) {
        zh += chinese;
        en += english;
    }
};

std::string numbersOf(const Checklist& checklist, const std::vector<std::size_t>& items) {
    std::string out;
    for (const auto item : items) out += (out.empty() ? "" : ", ") + checklist.items[item].no;
    return out;
}

// "；加分 4（标准 3，以 2 为限；合计以 5 为限）"
void addBonus(const Evaluation& evaluation, const Total& total, Sentences& out) {
    const Checklist& checklist = evaluation.checklist();
    const BonusSum bonus = bonusOf(evaluation);
    if (bonus.earned == 0) return;
    Sentences caps;
    const auto cap = [&](const std::string& zh, const std::string& en) {
        caps.add((caps.zh.empty() ? "" : "；") + zh, (caps.en.empty() ? "" : "; ") + en);
    };
    const Bonus rule = checklist.scoring.bonus.value_or(Bonus());
    for (std::size_t g = 0; g < rule.groups.size(); ++g) {
        if (bonus.counted[g] == bonus.raw[g]) continue;
        const BonusGroup& group = rule.groups[g];
        const std::string raw = pointsText(bonus.raw[g]), counted = pointsText(bonus.counted[g]);
        const bool capped = group.most && bonus.counted[g] == *group.most;
        cap(group.label.in("zh") + " " + raw + "，" + (capped ? "以 " + counted + " 为限" : "只计最高一项 " + counted),
            group.label.in("en") + " " + raw + (capped ? ", at most " + counted : ", only the best, " + counted));
    }
    if (rule.most && bonus.added == *rule.most && bonus.earned > bonus.added)
        cap("合计以 " + pointsText(*rule.most) + " 为限", "at most " + pointsText(*rule.most) + " together");
    if (rule.cappedAt && total.points == *rule.cappedAt)
        cap("总分以 " + pointsText(*rule.cappedAt) + " 为限", "the total is at most " + pointsText(*rule.cappedAt));
    out.add("；加 " + pointsText(bonus.added) + " 分", "; bonus " + pointsText(bonus.added));
    if (!caps.zh.empty()) out.add("（" + caps.zh + "）", " (" + caps.en + ")");
    out.add("，总分 " + pointsText(total.points), ", total " + pointsText(total.points));
}

void addLevels(const Evaluation& evaluation, Sentences& out) {
    const auto levels = levelsOf(evaluation);
    for (std::size_t l = 0; l < levels.size(); ++l) {
        const LocalText& label = evaluation.checklist().levels[l].label;
        const std::string share = " " + std::to_string(levels[l].ok) + "/" + std::to_string(levels[l].applicable);
        out.add("；" + label.in("zh") + share, "; " + label.in("en") + share);
    }
}

// A total without points: how many conform.
Sentences countsOf(const Evaluation& evaluation) {
    const Sums& sums = evaluation.sums();
    std::int64_t pass = 0, away = 0;
    for (std::size_t i = 0; i < evaluation.checklist().items.size(); ++i) {
        if (evaluation.checklist().items[i].advisory) continue;
        pass += evaluation.outcome(i).verdict == Verdict::pass;
        away += evaluation.outcome(i).verdict == Verdict::notApplicable;
    }
    const auto text = [](std::int64_t n) { return std::to_string(n); };
    return {"符合 " + text(pass) + " 项，部分符合 " + text(sums.part) + " 项，不符合 " + text(sums.failed) +
                " 项，不适用 " + text(away) + " 项",
            text(pass) + " conform, " + text(sums.part) + " in part, " + text(sums.failed) + " do not, " + text(away) +
                " not applicable"};
}

}  // namespace

LocalText explainTotal(const Evaluation& evaluation) {
    const Sums& sums = evaluation.sums();
    const Checklist& checklist = evaluation.checklist();
    const Total total = totalOf(evaluation);
    Sentences out;
    if (checklist.scoring.byVerdict) {
        out = countsOf(evaluation);
    } else {
        const Points possible = sums.max + sums.outside;
        const std::string raw = pointsText(sums.points) + " / " + pointsText(possible);
        out.add("得 " + raw, raw + " points");
        if (checklist.scoring.full && *checklist.scoring.full != possible) {
            const Points base = possible > 0 ? scaled(*checklist.scoring.full, sums.points, possible) : 0;
            const std::string brought = pointsText(base) + " / " + pointsText(total.baseMax);
            out.add("，折合 " + brought, ", brought to " + brought);
        }
        if (sums.outside > 0)
            out.add("（其中 " + pointsText(sums.outside) + " 分不适用，不计入得分率）",
                    " (" + pointsText(sums.outside) + " of them not applicable, outside the percentage)");
        addBonus(evaluation, total, out);
    }
    addLevels(evaluation, out);
    if (sums.open > 0)
        out.add("；还有 " + std::to_string(sums.open) + " 项未判定",
                "; " + std::to_string(sums.open) + " not judged yet");
    if (const auto vetoes = evaluation.vetoes(); !vetoes.empty())
        out.add("；否决项：" + numbersOf(checklist, vetoes), "; vetoed by " + numbersOf(checklist, vetoes));
    if (const auto blocked = evaluation.blocked(); !blocked.empty()) {
        const std::string items = numbersOf(checklist, blocked);
        if (evaluation.cannotStart()) {
            out.add("；前提未满足，不能开始检查：" + items, "; cannot start, a precondition is not met: " + items);
        } else {
            out.add("；前提未满足，不予评定等次：" + items, "; cannot be graded, a precondition is not met: " + items);
        }
    }
    return LocalText(std::move(out.zh), std::move(out.en));
}

LocalText explainSection(const Evaluation& evaluation, std::size_t section) {
    const Sums& sums = evaluation.sectionSums(section);
    if (sums.floored == 0) return {};
    const std::string arrow = pointsText(sums.points + sums.floored) + " → " + pointsText(sums.points);
    return LocalText("关键项不符合，得分受限（" + arrow + "）",
                     "A key item failed, the points are held down (" + arrow + ")");
}

Score scoreOf(const Evaluation& evaluation, Explained explained) {
    const Checklist& checklist = evaluation.checklist();
    const Sums& sums = evaluation.sums();
    const Standing standing = standingOf(evaluation);
    Score out;
    out.points = standing.total.points;
    out.max = standing.total.max;
    out.earned = sums.points;
    out.possible = sums.max;
    out.complete = sums.open == 0;
    if (!checklist.bonusItems.empty()) {
        out.base = standing.total.base;
        out.bonus = standing.total.bonus;
    }
    if (const auto grade = gradeOf(checklist, standing)) out.grade = checklist.grades[*grade].id;
    for (const auto item : evaluation.vetoes()) out.vetoes.push_back(checklist.items[item].id);
    for (const auto item : evaluation.blocked()) out.blocked.push_back(checklist.items[item].id);
    for (std::size_t l = 0; l < standing.levels.size(); ++l)
        out.levels.push_back({checklist.levels[l].id, standing.levels[l].ok, standing.levels[l].applicable});
    for (std::size_t s = 0; s < checklist.sections.size(); ++s) {
        out.sections.push_back({checklist.sections[s].id, evaluation.sectionSums(s).points,
                                evaluation.sectionSums(s).max, explainSection(evaluation, s)});
    }
    for (std::size_t i = 0; i < checklist.items.size(); ++i) {
        const Outcome& outcome = evaluation.outcome(i);
        out.items.push_back({checklist.items[i].id, outcome.points, outcome.max, outcome.verdict, {}, outcome.absent});
        if (explained == Explained::yes) out.items.back().explanation = explainItem(evaluation, i);
    }
    if (explained == Explained::no) return out;
    out.explanation = explainTotal(evaluation);
    out.gradeExplanation = explainGrade(checklist, standing);
    return out;
}

}  // namespace plumb::checklist
