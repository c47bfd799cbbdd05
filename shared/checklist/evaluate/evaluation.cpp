#include "shared/checklist/evaluate/evaluation.h"

#include <algorithm>
#include <utility>

#include "shared/checklist/evaluate/judge.h"

namespace plumb::checklist {

Evaluation::Evaluation(const Checklist& checklist, EvaluationOptions options)
    : m_checklist(checklist),
      m_tracksMissing(options.tracksMissing),
      m_state(checklist, options.local),
      m_agenda(checklist.graph.order.size()),
      m_source(makeAnswerSource(m_state, m_agenda, std::move(options.clock), options.fresh)),
      m_naReasons(checklist.items.size()),
      m_notes(checklist.items.size()),
      m_photos(checklist.items.size()),
      m_outcomes(checklist.items.size()),
      m_itemSums(checklist.items.size()),
      m_ownSums(checklist.sections.size()),
      m_sectionSums(checklist.sections.size()) {}

Evaluation::~Evaluation() = default;

void Evaluation::setNaReason(std::size_t item, std::string reason) {
    m_naReasons[item] = std::move(reason);
    m_agenda.mark(m_checklist.graph.outcomePlace[item]);
}

void Evaluation::setNote(std::size_t item, std::string note) {
    m_notes[item] = std::move(note);
    m_agenda.mark(m_checklist.graph.outcomePlace[item]);
}

void Evaluation::setPhotos(std::size_t item, int photos) {
    m_photos[item] = photos;
    m_agenda.mark(m_checklist.graph.outcomePlace[item]);
}

void Evaluation::setToday(Day today) {
    if (m_state.local.day == today) return;
    m_state.local.day = today;
    m_source->takeToday();
    for (const auto& question : m_checklist.questions) {
        const bool measures = question.instrument && !question.instrument->on;
        if (measures || (question.constraint && question.constraint->readsToday))
            m_agenda.mark(m_checklist.graph.outcomePlace[question.item]);
    }
}

std::vector<std::size_t> Evaluation::settle() {
    std::vector<std::size_t> computed;
    m_touchedKeys.clear();
    m_source->markTouched(m_touchedKeys);
    settleMarked(computed);
    // A precondition changes what all others are, and nothing changes a precondition: twice is enough.
    const auto unmet = blocked();
    const bool cannotStart = std::any_of(unmet.begin(), unmet.end(), [&](std::size_t i) {
        return m_checklist.items[i].precondition == Precondition::start;
    });
    if (cannotStart != m_state.cannotStart) {
        m_state.cannotStart = cannotStart;
        m_source->takeStart();
        m_source->markTouched(m_touchedKeys);
        for (const auto place : m_checklist.graph.itemPlace) m_agenda.mark(place);
        settleMarked(computed);
    }
    std::sort(computed.begin(), computed.end());
    computed.erase(std::unique(computed.begin(), computed.end()), computed.end());
    if (!computed.empty()) rollUp();
    return computed;
}

void Evaluation::settleMarked(std::vector<std::size_t>& computed) {
    while (const auto place = m_agenda.next()) {
        const Node& node = m_checklist.graph.order[*place];
        bool changed = false;
        switch (node.kind) {
            case Node::Kind::section:
                changed = computeSection(node.index);
                break;
            case Node::Kind::item:
                changed = computeItem(node.index);
                break;
            case Node::Kind::question:
                changed = computeQuestion(node.index);
                break;
            case Node::Kind::outcome:
                computeOutcome(node.index);
                computed.push_back(node.index);
                break;
        }
        if (changed) {
            for (const auto reader : m_checklist.graph.readersOf(*place)) m_agenda.mark(reader);
        }
    }
}

bool Evaluation::computeSection(std::size_t index) {
    const char now = m_source->sectionRelevant(index);
    return std::exchange(m_state.sectionRelevant[index], now) != now;
}

bool Evaluation::computeItem(std::size_t index) {
    const bool asked = m_source->itemAsked(index);
    const bool fits = m_state.applies(m_checklist.items[index].applies);
    const char now = asked && fits, unneeded = asked && !fits;
    const bool changed = std::exchange(m_state.itemRelevant[index], now) != now;
    return std::exchange(m_state.unneeded[index], unneeded) != unneeded || changed;
}

bool Evaluation::computeQuestion(std::size_t index) {
    auto type = form::DataType::string;
    QuestionValue now = m_source->compute(index, type);
    return m_state.setQuestion(index, std::move(now), type);
}

void Evaluation::computeOutcome(std::size_t item) {
    m_outcomes[item] = judgeItem(*this, item);
    const Sums now = sumsOf(item);
    Sums& section = m_ownSums[m_checklist.items[item].section];
    section.add(m_itemSums[item], -1);
    section.add(now, 1);
    m_itemSums[item] = now;
}

std::optional<Decimal> Evaluation::boundValue(const Bound& bound) const {
    return bound.question ? m_state.question(*bound.question).number : bound.number;
}

std::optional<bool> Evaluation::within(const Decimal& number, const Limits& limits) const {
    bool out = true;
    if (limits.lower) {
        const auto bound = boundValue(*limits.lower);
        if (!bound) return std::nullopt;
        out = out && (limits.lower->inclusive ? number >= *bound : number > *bound);
    }
    if (limits.upper) {
        const auto bound = boundValue(*limits.upper);
        if (!bound) return std::nullopt;
        out = out && (limits.upper->inclusive ? number <= *bound : number < *bound);
    }
    return out;
}

}  // namespace plumb::checklist
