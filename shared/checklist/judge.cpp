#include "shared/checklist/judge.h"

#include <algorithm>

namespace plumb::checklist {
namespace {

int rank(Verdict verdict) {
    return verdict == Verdict::pass ? 2 : verdict == Verdict::part ? 1 : 0;
}

Points choicePoints(const Choice& choice, Points full) {
    if (choice.points) return *choice.points;
    if (choice.share) return scaled(full, *choice.share, kPoint);
    return choice.verdict == Verdict::pass ? full : 0;
}

class Judge {
  public:
    Judge(const Evaluation& evaluation, std::size_t index)
        : m_evaluation(evaluation),
          m_checklist(evaluation.checklist()),
          m_item(m_checklist.items[index]),
          m_rule(m_item.rule) {
        m_out.max = m_item.points;
    }

    Outcome run(const std::string& naReason) {
        if (!naReason.empty() && m_item.na != NaPolicy::forbidden) {
            m_out.verdict = Verdict::notApplicable;
            m_out.max = m_item.na == NaPolicy::full ? m_item.points : 0;
            m_out.points = m_out.max;
            return m_out;
        }
        readChoice();
        switch (m_rule.kind) {
            case RuleKind::choice:
                if (m_chosen) settle(*m_chosen->verdict, choicePoints(*m_chosen, m_item.points));
                return m_out;
            case RuleKind::limits:
                byLimits();
                break;
            case RuleKind::judge:
                byExpression();
                break;
            case RuleKind::deduct:
                byDeduction();
                break;
            case RuleKind::count:
                byCount();
                break;
            case RuleKind::band:
                byBand();
                break;
            case RuleKind::ratio:
                byRatio();
                break;
            case RuleKind::within:
                break;
            case RuleKind::record:
                if (!anyLacks(m_item.questions) && anyAnswer(m_item.questions)) settle(Verdict::pass, 0);
                break;
        }
        if (m_out.verdict != Verdict::unanswered) m_out.measured = m_out.verdict;
        applyChoice();
        return m_out;
    }

  private:
    void settle(Verdict verdict, Points points) {
        m_out.verdict = verdict;
        m_out.points = points;
    }
    void settleByPoints(Points points) {
        settle(points == m_item.points ? Verdict::pass : points == 0 ? Verdict::fail : Verdict::part, points);
    }

    void readChoice() {
        if (!m_rule.choice) return;
        const auto& value = m_evaluation.question(*m_rule.choice);
        m_chosen = value.blank() ? nullptr : m_checklist.questions[*m_rule.choice].choice(value.text);
        if (m_chosen) m_out.chosen = m_chosen->verdict;
    }

    // A choice beside a measurement may always be stricter. It is milder only where it says that it overrules.
    void applyChoice() {
        if (!m_chosen || !m_out.measured) return;
        const int chosen = rank(*m_chosen->verdict), measured = rank(*m_out.measured);
        if (chosen == measured) return;
        if (chosen > measured && !m_chosen->overrules) {
            m_out.contradicted = true;
            return;
        }
        m_out.overruled = chosen > measured;
        settle(*m_chosen->verdict, choicePoints(*m_chosen, m_item.points));
    }

    bool anyLacks(const std::vector<std::size_t>& questions) const {
        return std::any_of(questions.begin(), questions.end(), [&](auto q) { return m_evaluation.lacks(q); });
    }
    bool anyAnswer(const std::vector<std::size_t>& questions) const {
        return std::any_of(questions.begin(), questions.end(),
                           [&](auto q) { return !m_evaluation.question(q).blank(); });
    }

    void byLimits() {
        bool any = false, inside = true, open = false;
        for (const auto q : m_item.questions) {
            const Question& question = m_checklist.questions[q];
            if (!question.limits) continue;
            const auto& value = m_evaluation.question(q);
            if (m_evaluation.lacks(q)) open = true;
            if (!value.number) continue;
            const auto within = m_evaluation.within(*value.number, *question.limits);
            if (!within) {
                open = true;
                continue;
            }
            any = true;
            inside = inside && *within;
        }
        // What is outside stays outside whatever else is filled in later; conforming needs all of it.
        if (any && !inside) return settle(Verdict::fail, 0);
        if (any && !open) settle(Verdict::pass, m_item.points);
    }

    void byExpression() {
        if (anyLacks(m_rule.judge->questions)) return;
        const Value value = m_evaluation.compute(*m_rule.judge);
        if (value.kind == Value::Kind::text) {
            if (value.text == "pass") return settle(Verdict::pass, m_item.points);
            if (value.text == "part") return settle(Verdict::part, scaled(m_item.points, m_rule.partShare, kPoint));
            if (value.text == "fail") return settle(Verdict::fail, 0);
            m_out.undecidable = true;
            return;
        }
        const bool good = value.toBoolean();
        settle(good ? Verdict::pass : Verdict::fail, good ? m_item.points : 0);
    }

    // How often, from a whole number or from ticked choices; none while blank.
    std::optional<std::int64_t> occurrences() {
        constexpr std::int64_t kMost = 1'000'000;
        const auto& value = m_evaluation.question(m_rule.of);
        const bool ticked = m_checklist.questions[m_rule.of].type == QuestionType::selectMultiple;
        if (m_evaluation.lacks(m_rule.of) || (value.blank() && !ticked)) return std::nullopt;
        if (ticked) return value.blank() ? 0 : 1 + std::count(value.text.begin(), value.text.end(), ' ');
        if (!value.number || !value.number->isInteger()) {
            m_out.undecidable = true;
            return std::nullopt;
        }
        if (value.number->isNegative()) return 0;
        const auto thousandths = value.number->thousandths();
        return thousandths ? std::min(*thousandths / kPoint, kMost) : kMost;
    }

    void byDeduction() {
        const auto times = occurrences();
        if (!times) return;
        m_out.occurrences = *times;
        Points lost = *times * m_rule.step;
        const Question& question = m_checklist.questions[m_rule.of];
        if (question.type == QuestionType::selectMultiple) {
            lost = 0;
            const std::string padded = " " + m_evaluation.question(m_rule.of).text + " ";
            for (const auto& choice : question.choices) {
                if (padded.find(" " + choice.name + " ") != std::string::npos)
                    lost += choice.deduct.value_or(m_rule.step);
            }
        }
        const Points points = std::max<Points>(0, m_item.points - lost);
        settle(lost == 0 ? Verdict::pass : points == 0 ? Verdict::fail : Verdict::part, points);
    }

    void byCount() {
        const auto times = occurrences();
        if (!times) return;
        m_out.occurrences = *times;
        settleByPoints(std::min(m_item.points, *times * m_rule.step));
    }

    void byBand() {
        const auto& value = m_evaluation.question(m_rule.of);
        if (m_evaluation.lacks(m_rule.of) || value.blank()) return;
        if (!value.number) {
            m_out.undecidable = true;
            return;
        }
        for (std::size_t b = 0; b < m_rule.bands.size(); ++b) {
            const auto within = m_evaluation.within(*value.number, m_rule.bands[b].limits);
            if (!within) return;  // a limit that is not known yet
            if (!*within) continue;
            m_out.band = b;
            return settle(m_rule.bands[b].verdict, m_rule.bands[b].points);
        }
    }

    void byRatio() {
        const auto& value = m_evaluation.question(m_rule.of);
        const auto target = m_evaluation.boundValue(*m_rule.target);
        if (m_evaluation.lacks(m_rule.of) || value.blank() || !target) return;
        if (!value.number || *target <= Decimal()) {
            m_out.undecidable = true;
            return;
        }
        const Decimal actual = value.number->isNegative() ? Decimal() : *value.number;
        const bool cut = m_rule.cliff && ratioBelow(actual, *target, *m_rule.cliff);
        if (m_item.points == 0)
            return settle(actual >= *target ? Verdict::pass : cut ? Verdict::fail : Verdict::part, 0);
        settleByPoints(cut ? 0 : ratioOf(m_item.points, actual, *target));
    }

    const Evaluation& m_evaluation;
    const Checklist& m_checklist;
    const Item& m_item;
    const Rule& m_rule;
    const Choice* m_chosen = nullptr;
    Outcome m_out;
};

}  // namespace

Outcome judgeItem(const Evaluation& evaluation, std::size_t item) {
    if (!evaluation.itemRelevant(item)) {
        Outcome out;
        out.verdict = Verdict::notRelevant;
        return out;
    }
    return Judge(evaluation, item).run(evaluation.naReason(item));
}

}  // namespace plumb::checklist
