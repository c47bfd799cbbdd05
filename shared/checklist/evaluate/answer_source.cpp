#include "shared/checklist/evaluate/answer_source.h"

#include <algorithm>

#include "shared/checklist/evaluate/form_answers.h"
#include "shared/checklist/evaluate/plain_answers.h"

namespace plumb::checklist {

bool AnswerSource::required(const AnswerKey& key) const {
    return m_state.checklist.questions[key.question].isAsked() && isRequired(key);
}

bool AnswerSource::lacks(const AnswerKey& key) const {
    const QuestionValue value = this->value(key);
    return value.relevant && (value.waits || (value.blank() && required(key)));
}

bool AnswerSource::lacks(std::size_t index) const {
    if (m_state.checklist.questions[index].repeat)
        return std::ranges::any_of(keysOf(index), [&](const AnswerKey& key) { return lacks(key); });
    const QuestionValue& value = m_state.question(index);
    return value.relevant && (value.waits || (value.blank() && required({index, {}})));
}

bool AnswerSource::valid(const AnswerKey& key) const {
    const auto& constraint = m_state.checklist.questions[key.question].constraint;
    return !constraint || (constraint->readsToday && !m_state.local.day) || isValid(key);
}

bool AnswerSource::readOnly(const AnswerKey& key) const {
    return !m_state.checklist.questions[key.question].isInput() || isReadOnly(key);
}

bool AnswerSource::sectionHolds(std::size_t index) const {
    const Section& section = m_state.checklist.sections[index];
    return (!section.parent || m_state.sectionRelevant[*section.parent]) && m_state.holds(section.relevant) &&
           m_state.applies(section.applies);
}

bool AnswerSource::itemHolds(std::size_t index) const {
    const Item& item = m_state.checklist.items[index];
    return m_state.sectionRelevant[item.section] && m_state.holds(item.relevant) &&
           (!m_state.cannotStart || item.precondition == Precondition::start);
}

// Only what is required whatever else is answered: a condition could come round to the calculation itself.
// A calculation in a repeat waits while any of its instances does; `seen`: those that were looked at, each once.
bool AnswerSource::waits(const Expression& calculation) const {
    std::set<std::size_t> seen;
    return waits(calculation, seen);
}

bool AnswerSource::waits(const Expression& calculation, std::set<std::size_t>& seen) const {
    const Checklist& checklist = m_state.checklist;
    const bool unknown = std::any_of(calculation.facts.begin(), calculation.facts.end(), [&](std::size_t fact) {
        return checklist.facts[fact].required && m_state.fact(fact).empty();
    });
    if (unknown) return true;
    return std::any_of(calculation.questions.begin(), calculation.questions.end(), [&](std::size_t index) {
        const Question& question = checklist.questions[index];
        const QuestionValue& value = m_state.question(index);
        if (!value.relevant) return false;
        if (question.calculation && !question.isInput()) {
            if (!question.repeat) return value.waits;
            return seen.insert(index).second && waits(*question.calculation, seen);
        }
        const bool blank = question.repeat ? lacks(index) : value.blank();
        return blank && question.required && !question.requiredIf && question.isAsked();
    });
}

std::unique_ptr<AnswerSource> makeAnswerSource(const FillState& state, Agenda& agenda, Clock clock, bool fresh) {
    if (!state.checklist.form) return std::make_unique<PlainAnswers>(state, agenda);
    return std::make_unique<FormAnswers>(state, agenda, std::move(clock), fresh);
}

}  // namespace plumb::checklist
