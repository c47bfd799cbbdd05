// What an evaluation adds up to: items into sections, sections into the sections above them and the whole.
#include "shared/checklist/evaluate/evaluation.h"
#include "shared/checklist/evaluate/visit_missing.h"

namespace plumb::checklist {

void Sums::add(const Sums& o, int sign) {
    answered += sign * o.answered;
    total += sign * o.total;
    missing += sign * o.missing;
    failed += sign * o.failed;
    part += sign * o.part;
    keyFailed += sign * o.keyFailed;
    majorFailed += sign * o.majorFailed;
    open += sign * o.open;
    absent += sign * o.absent;
    blocked += sign * o.blocked;
    outside += sign * o.outside;
    bonus += sign * o.bonus;
    floored += sign * o.floored;
    points += sign * o.points;
    max += sign * o.max;
    judged += sign * o.judged;
}

// Sub-sections stand after the section that they are part of: one pass backwards brings everything up.
void Evaluation::rollUp() {
    m_sums = {};
    m_sectionSums = m_ownSums;
    for (std::size_t s = m_checklist.sections.size(); s-- > 0;) {
        const Section& section = m_checklist.sections[s];
        Sums& sums = m_sectionSums[s];
        if (section.keyFloor && sums.keyFailed > 0) {
            const Points most = scaled(sums.max, *section.keyFloor, 100 * kPoint);
            if (sums.points > most) {
                sums.floored += sums.points - most;
                sums.points = most;
            }
        }
        (section.parent ? m_sectionSums[*section.parent] : m_sums).add(sums, 1);
    }
}

Sums Evaluation::sumsOf(std::size_t index) const {
    const Item& item = m_checklist.items[index];
    const Outcome& outcome = m_outcomes[index];
    Sums out;
    if (outcome.verdict == Verdict::notRelevant) return out;
    const bool answered = outcome.verdict != Verdict::unanswered;
    if (item.bonus) {
        // Nobody has to claim a bonus: it counts once it is answered.
        out.total = out.answered = answered;
        out.bonus = outcome.points;
    } else {
        out.total = 1;
        out.answered = answered;
        out.points = outcome.points;
        out.max = outcome.max;
        out.outside = outcome.outside;
        out.judged = answered ? outcome.max : 0;
    }
    if (!item.advisory && !item.bonus) {
        const bool fell = outcome.verdict == Verdict::fail;
        out.open = !answered;
        out.failed = fell;
        out.part = outcome.verdict == Verdict::part;
        out.keyFailed = fell && item.key;
        out.majorFailed = (fell || out.part) && item.finding && item.finding->severity != Severity::minor;
        out.absent = outcome.absent;
        out.blocked = item.precondition != Precondition::none && (fell || out.part);
    }
    if (m_tracksMissing)
        visitMissing(*this, index, [&](Missing::What, const std::optional<AnswerKey>&) { ++out.missing; });
    return out;
}

std::vector<std::size_t> Evaluation::vetoes() const {
    std::vector<std::size_t> out;
    for (const auto i : m_checklist.vetoItems) {
        if (m_outcomes[i].verdict == Verdict::fail) out.push_back(i);
    }
    return out;
}

std::vector<std::size_t> Evaluation::blocked() const {
    std::vector<std::size_t> out;
    for (const auto i : m_checklist.preconditions) {
        const Verdict verdict = m_outcomes[i].verdict;
        if (verdict == Verdict::fail || verdict == Verdict::part) out.push_back(i);
    }
    return out;
}

}  // namespace plumb::checklist
