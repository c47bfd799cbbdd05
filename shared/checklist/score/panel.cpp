#include "shared/checklist/score/panel.h"

#include <algorithm>
#include <memory>
#include <set>

#include "shared/checklist/evaluate/fill.h"
#include "shared/checklist/score/grade.h"

namespace plumb::checklist {
namespace {

using Evaluations = std::vector<std::unique_ptr<Evaluation>>;

Result<Evaluations> evaluated(const Checklist& checklist, const std::vector<const Answers*>& all) {
    Evaluations out;
    for (std::size_t i = 0; i < all.size(); ++i) {
        out.push_back(std::make_unique<Evaluation>(checklist, scoringOptions(*all[i])));
        if (const auto errors = fill(*out.back(), *all[i]); !errors.empty()) {
            Error error = joined(errors);
            error.detail = "scorer " + std::to_string(i + 1) + ": " + error.detail;
            return fail(std::move(error));
        }
        out.back()->settle();
    }
    return out;
}

// The places of the lowest and the highest total; of equal ones the first lowest and the last highest.
std::vector<std::size_t> extremes(const std::vector<Points>& totals, const PanelRule& rule) {
    if (rule.method != PanelRule::Method::dropExtremes || totals.size() < static_cast<std::size_t>(rule.dropFrom))
        return {};
    std::size_t low = 0, high = 0;
    for (std::size_t i = 1; i < totals.size(); ++i) {
        if (totals[i] < totals[low]) low = i;
        if (totals[i] >= totals[high]) high = i;
    }
    return low < high ? std::vector{low, high} : std::vector{high, low};
}

class Combiner {
  public:
    Combiner(const Evaluations& all, const PanelRule& rule, const std::vector<std::size_t>& dropped) : m_rule(rule) {
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (std::find(dropped.begin(), dropped.end(), i) == dropped.end()) m_kept.push_back(i);
        }
    }

    [[nodiscard]] const std::vector<std::size_t>& kept() const { return m_kept; }

    PanelLine line(std::string id, std::vector<Points> each, std::optional<Points> alertFrom) const {
        PanelLine out;
        Points sum = 0, low = each[m_kept[0]], high = low;
        for (const auto i : m_kept) {
            sum += each[i];
            low = std::min(low, each[i]);
            high = std::max(high, each[i]);
        }
        out.id = std::move(id);
        out.each = std::move(each);
        out.mean = scaled(sum, 1, static_cast<std::int64_t>(m_kept.size()));
        out.spread = high - low;
        out.alert = alertFrom && out.spread > *alertFrom;
        return out;
    }

  private:
    const PanelRule& m_rule;
    std::vector<std::size_t> m_kept;
};

// Sums over the scorers that count, to be compared with as many times each bound; failures as the strictest sees them.
Standing together(const std::vector<Standing>& all, const std::vector<std::size_t>& kept) {
    Standing out = all[kept[0]];
    out.scorers = static_cast<std::int64_t>(kept.size());
    for (std::size_t k = 1; k < kept.size(); ++k) {
        const Standing& one = all[kept[k]];
        out.total.points += one.total.points;
        out.total.base += one.total.base;
        out.total.bonus += one.total.bonus;
        out.whole.points += one.whole.points;
        out.whole.max += one.whole.max;
        for (std::size_t s = 0; s < out.sections.size(); ++s) {
            out.sections[s].points += one.sections[s].points;
            out.sections[s].max += one.sections[s].max;
        }
        for (std::size_t l = 0; l < out.levels.size(); ++l) {
            out.levels[l].ok += one.levels[l].ok;
            out.levels[l].applicable += one.levels[l].applicable;
        }
        for (const auto count : {&Standing::failed, &Standing::part, &Standing::majorFailed, &Standing::keyFailed,
                                 &Standing::absent, &Standing::vetoes, &Standing::blocked, &Standing::open})
            out.*count = std::max(out.*count, one.*count);
    }
    return out;
}

LocalText explained(const Panel& panel, std::size_t kept) {
    std::string sum, out;
    for (std::size_t i = 0; i < panel.total.each.size(); ++i) {
        const bool away = std::find(panel.dropped.begin(), panel.dropped.end(), i) != panel.dropped.end();
        std::string& list = away ? out : sum;
        list += (list.empty() ? "" : away ? ", " : " + ") + pointsText(panel.total.each[i]);
    }
    const std::string mean = "(" + sum + ") ÷ " + std::to_string(kept) + " = " + pointsText(panel.total.mean);
    std::string zh = mean, en = mean;
    if (!out.empty()) {
        zh += "；去掉最低和最高：" + out;
        en += "; without the lowest and the highest: " + out;
    }
    if (panel.alert) {
        zh += "；评分相差过大，请复议";
        en += "; the scorers lie too far apart, discuss it again";
    }
    return LocalText(std::move(zh), std::move(en));
}

}  // namespace

Result<Panel> combine(const Checklist& checklist, const std::vector<Answers>& scorers) {
    if (scorers.empty()) return fail(ErrorKind::malformed, "bad_panel", "a panel has at least one scorer");
    std::vector<const Answers*> given;
    for (const auto& one : scorers) given.push_back(&one);
    const auto all = evaluated(checklist, given);
    if (!all) return fail(all.error());
    std::vector<Standing> standings;
    std::vector<Points> totals;
    for (const auto& one : *all) {
        standings.push_back(standingOf(*one));
        totals.push_back(standings.back().total.points);
    }
    const PanelRule rule = checklist.scoring.panel.value_or(PanelRule());
    Panel out;
    out.dropped = extremes(totals, rule);
    const Combiner combiner(*all, rule, out.dropped);
    out.total = combiner.line("", totals, rule.alertTotal);
    out.alert = out.total.alert;
    const auto column = [&](auto&& pick) {
        std::vector<Points> each;
        for (const auto& one : *all) each.push_back(pick(*one));
        return each;
    };
    for (std::size_t s = 0; s < checklist.sections.size(); ++s) {
        out.sections.push_back(combiner.line(checklist.sections[s].id,
                                             column([&](const Evaluation& e) { return e.sectionSums(s).points; }), {}));
    }
    for (std::size_t i = 0; i < checklist.items.size(); ++i) {
        const Item& item = checklist.items[i];
        std::optional<Points> from;
        if (rule.alertItemShare && item.worth > 0) from = scaled(item.worth, *rule.alertItemShare, kPoint);
        out.items.push_back(
            combiner.line(item.id, column([&](const Evaluation& e) { return e.outcome(i).points; }), from));
        out.alert = out.alert || out.items.back().alert;
    }
    std::set<std::size_t> vetoes;
    for (const auto k : combiner.kept()) {
        for (const auto item : (*all)[k]->vetoes()) vetoes.insert(item);
    }
    for (const auto item : vetoes) out.vetoes.push_back(checklist.items[item].id);
    if (const auto grade = gradeOf(checklist, together(standings, combiner.kept())))
        out.grade = checklist.grades[*grade].id;
    out.explanation = explained(out, combiner.kept().size());
    return out;
}

Result<Comparison> compare(const Checklist& checklist, const std::vector<ComparedColumn>& columns) {
    std::vector<const Answers*> given;
    for (const auto& column : columns) given.push_back(&column.answers);
    const auto all = evaluated(checklist, given);
    if (!all) return fail(all.error());
    Comparison out;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const Standing standing = standingOf(*(*all)[c]);
        const auto grade = gradeOf(checklist, standing);
        out.titles.push_back(columns[c].title);
        out.totals.push_back(
            {grade ? checklist.grades[*grade].tone : Verdict::unanswered, standing.total.points, standing.total.max});
        out.grades.push_back(grade ? checklist.grades[*grade].id : "");
    }
    for (std::size_t i = 0; i < checklist.items.size(); ++i) {
        Row row;
        row.item = checklist.items[i].id;
        for (const auto& one : *all) {
            const Outcome& outcome = one->outcome(i);
            row.cells.push_back({outcome.verdict, outcome.points, outcome.max});
            const Cell& first = row.cells.front();
            row.differs = row.differs || outcome.verdict != first.verdict || outcome.points != first.points;
        }
        if (!row.cells.empty()) row.drop = row.cells.front().points - row.cells.back().points;
        out.rows.push_back(std::move(row));
    }
    return out;
}

}  // namespace plumb::checklist
