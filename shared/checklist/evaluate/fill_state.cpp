#include "shared/checklist/evaluate/fill_state.h"

#include <algorithm>
#include <utility>

#include "shared/checklist/model/facts.h"

namespace plumb::checklist {

FillState::FillState(const Checklist& checklist, LocalDay local)
    : checklist(checklist),
      local(local),
      sectionRelevant(checklist.sections.size()),
      itemRelevant(checklist.items.size()),
      unneeded(checklist.items.size()),
      m_facts(checklist.facts.size()),
      m_questions(checklist.questions.size()),
      m_values(checklist.questions.size(), checklist.facts.size(), local.zone),
      m_types(checklist.questions.size(), form::DataType::string) {}

bool FillState::setQuestion(std::size_t index, QuestionValue value, form::DataType type) {
    QuestionValue& before = m_questions[index];
    // Of a question in a repeat one instance may differ where the whole does not.
    const bool gathers = checklist.questions[index].repeat.has_value();
    if (!gathers && before.relevant == value.relevant && before.waits == value.waits && before.text == value.text &&
        m_types[index] == type)
        return false;
    m_values.set(index, value.text, type);
    m_types[index] = type;
    before = std::move(value);
    return true;
}

void FillState::setFact(std::size_t index, std::string text) {
    m_facts[index] = std::move(text);
    const bool number = checklist.facts[index].type == Fact::Type::number && !m_facts[index].empty();
    m_values.set(checklist.questions.size() + index, m_facts[index],
                 number ? form::DataType::decimal : form::DataType::string);
}

bool FillState::holds(const std::optional<Expression>& expression, std::optional<std::size_t> self) const {
    return !expression || form::xpath::booleanOf(compute(*expression, self));
}

Value FillState::compute(const Expression& expression, std::optional<std::size_t> self) const {
    return m_values.evaluate(expression, local, self);
}

bool FillState::applies(const std::vector<FactTest>& tests) const {
    return std::all_of(tests.begin(), tests.end(), [&](const FactTest& test) {
        return factHolds(checklist.facts[test.fact], test, m_facts[test.fact]);
    });
}

}  // namespace plumb::checklist
