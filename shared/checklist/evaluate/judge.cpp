#include "shared/checklist/evaluate/judge.h"

#include <algorithm>

#include "shared/checklist/evaluate/measure.h"
#include "shared/checklist/evaluate/tuning.h"

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
          m_rule(m_item.rule) {}

    Outcome run(const std::string& naReason) {
        if (!naReason.empty() && m_item.na != NaPolicy::forbidden) {
            m_out.verdict = Verdict::notApplicable;
            m_out.own = m_item.na == NaPolicy::full ? m_item.points : 0;
            m_out.max = m_out.points = m_item.na == NaPolicy::full ? m_item.worth : 0;
            m_out.outside = m_item.na == NaPolicy::outside ? m_item.worth : 0;
            return m_out;
        }
        byRule();
        if (m_out.verdict == Verdict::pass || m_out.verdict == Verdict::part) holdToLeast();
        m_out.max = m_item.worth;
        m_out.points = m_item.worth == m_item.points ? m_out.own : scaled(m_item.worth, m_out.own, m_item.points);
        return m_out;
    }

  private:
    void byRule() {
        readChoice();
        switch (m_rule.kind) {
            case RuleKind::choice:
                if (m_chosen) settle(*m_chosen->verdict, choicePoints(*m_chosen, m_item.points));
                m_out.absent = m_chosen && m_chosen->absent;
                return;
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
                byBounds();
                break;
            case RuleKind::record:
                if (!anyLacks(m_item.questions) && anyAnswer(m_item.questions)) settle(Verdict::pass, 0);
                break;
        }
        if (m_out.verdict != Verdict::unanswered) m_out.measured = m_out.verdict;
        applyChoice();
    }

    // Who earns too little of a key item's points has failed it, and keeps the points.
    void holdToLeast() {
        if (!m_item.failsBelow || m_item.points == 0) return;
        if (m_out.own * 100 * kPoint >= *m_item.failsBelow * m_item.points) return;
        m_out.verdict = Verdict::fail;
        m_out.shortfall = true;
    }

    void settle(Verdict verdict, Points points) {
        m_out.verdict = verdict;
        m_out.own = points;
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
        m_out.absent = m_chosen->absent;
        m_out.byChoice = true;
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
            open = open || m_evaluation.lacks(q);
            for (const auto& key : m_evaluation.keysOf(q)) {
                const auto number = m_evaluation.value(key).number;
                if (!number || m_evaluation.lacks(key)) continue;
                const auto within = m_evaluation.within(*number, *question.limits);
                open = open || !within;
                any = any || within;
                inside = inside && within.value_or(true);
            }
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
        const bool good = form::xpath::booleanOf(value);
        settle(good ? Verdict::pass : Verdict::fail, good ? m_item.points : 0);
    }

    // How often, from a whole number or from ticked choices; none while blank.
    std::optional<std::int64_t> occurrences(std::size_t of) {
        const auto& value = m_evaluation.question(of);
        const bool ticked = m_checklist.questions[of].type == QuestionType::selectMultiple;
        if (m_evaluation.lacks(of) || (value.blank() && !ticked)) return std::nullopt;
        if (ticked) return value.blank() ? 0 : 1 + std::count(value.text.begin(), value.text.end(), ' ');
        return wholeTimes(value.number ? std::optional(Quantity(*value.number)) : std::nullopt);
    }

    std::optional<std::int64_t> wholeTimes(const std::optional<Quantity>& quantity) {
        const auto times = quantity ? quantity->integer() : std::nullopt;
        if (!times) {
            m_out.undecidable = true;
            return std::nullopt;
        }
        return std::clamp<std::int64_t>(*times, 0, kMostOccurrences);
    }

    // What the answers to one question take away; none while blank.
    std::optional<Points> lostBy(std::size_t of, Points step) {
        const auto times = occurrences(of);
        if (!times) return std::nullopt;
        m_out.occurrences += *times;
        const Question& question = m_checklist.questions[of];
        if (question.type != QuestionType::selectMultiple) return *times * step;
        Points lost = 0;
        const std::string padded = " " + m_evaluation.question(of).text + " ";
        for (const auto& choice : question.choices) {
            if (padded.find(" " + choice.name + " ") != std::string::npos) lost += choice.deduct.value_or(step);
        }
        return lost;
    }

    void byDeduction() {
        Points lost = 0;
        bool open = false;
        if (m_rule.reasons.empty()) {
            const auto taken = lostBy(m_rule.of, m_rule.step);
            open = !taken;
            lost = taken.value_or(0);
        }
        for (const auto& reason : m_rule.reasons) {
            const auto taken = lostBy(reason.of, reason.step);
            open = open || !taken;
            lost += std::min(taken.value_or(0), reason.most.value_or(kMaxPoints));
        }
        if (open) return;
        lost = std::min(lost, m_rule.most.value_or(kMaxPoints));
        const Points points = std::max<Points>(0, m_item.points - lost);
        settle(lost == 0 ? Verdict::pass : points == 0 ? Verdict::fail : Verdict::part, points);
    }

    // The measured number, none while blank; what gives no number is marked.
    std::optional<Quantity> measured() {
        auto out = measureOf(m_evaluation, m_rule);
        if (out.undecidable) m_out.undecidable = true;
        return out.value;
    }

    void byCount() {
        const bool ticked = !m_rule.measure && m_checklist.questions[m_rule.of].type == QuestionType::selectMultiple;
        std::optional<std::int64_t> times;
        if (ticked) {
            times = occurrences(m_rule.of);
        } else if (const auto value = measured()) {
            times = wholeTimes(value);
        }
        if (!times) return;
        m_out.occurrences = *times;
        settleByPoints(std::min(m_item.points, *times * m_rule.step));
    }

    void byBand() {
        const auto value = measured();
        if (!value) return;
        for (std::size_t b = 0; b < m_rule.bands.size(); ++b) {
            const auto inside = within(m_evaluation, *value, m_rule.bands[b].limits);
            if (!inside) return;  // a limit that is not known yet
            if (!*inside) continue;
            m_out.band = b;
            return settle(m_rule.bands[b].verdict, m_rule.bands[b].points);
        }
    }

    void byBounds() {
        const auto value = measured();
        const auto inside = value ? within(m_evaluation, *value, m_rule.limits) : std::nullopt;
        if (inside) settle(*inside ? Verdict::pass : Verdict::fail, *inside ? m_item.points : 0);
    }

    void byRatio() {
        const auto target = m_evaluation.boundValue(*m_rule.target);
        const auto value = measured();
        if (!value || !target) {
            if (!target) m_out.undecidable = false;
            return;
        }
        if (*target <= Decimal()) {
            m_out.undecidable = true;
            return;
        }
        const bool cut = m_rule.cliff && value->ratioBelow(*target, *m_rule.cliff);
        if (m_item.points == 0)
            return settle(value->compare(*target) >= 0 ? Verdict::pass : cut ? Verdict::fail : Verdict::part, 0);
        settleByPoints(cut ? 0 : value->ratioOf(m_item.points, *target));
    }

    const Evaluation& m_evaluation;
    const Checklist& m_checklist;
    const Item& m_item;
    const Rule& m_rule;
    const Choice* m_chosen = nullptr;
    Outcome m_out;
};

}  // namespace

Outcome judgeItem(const Evaluation& evaluation, std::size_t index) {
    if (evaluation.itemRelevant(index)) return Judge(evaluation, index).run(evaluation.naReason(index));
    const Item& item = evaluation.checklist().items[index];
    Outcome out;
    out.verdict = Verdict::notRelevant;
    if (item.unneededIsFull && !item.bonus && evaluation.unneeded(index)) {
        out.verdict = Verdict::notApplicable;
        out.own = item.points;
        out.points = out.max = item.worth;
    }
    return out;
}

}  // namespace plumb::checklist
