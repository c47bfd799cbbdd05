// What is known of the site, and what it decides: conditions of sections and items, and expressions that read it.
#include <algorithm>

#include "shared/checklist/evaluate/evaluation.h"
#include "shared/checklist/evaluate/form_filling.h"
#include "shared/checklist/model/facts.h"

namespace plumb::checklist {

void Evaluation::setFact(std::size_t fact, std::string text) {
    if (m_facts[fact] == text) return;
    m_facts[fact] = std::move(text);
    if (m_form) {
        m_form->setFact(fact, m_facts[fact]);
        setGates(fact);
    }
    const bool number = m_checklist.facts[fact].type == Fact::Type::number && !m_facts[fact].empty();
    m_values.set(m_checklist.questions.size() + fact, m_facts[fact],
                 number ? form::DataType::decimal : form::DataType::string);
    markReadersOfFact(fact);
}

// Facts change once or twice in a fill: whoever reads one is looked for then.
void Evaluation::markReadersOfFact(std::size_t fact) {
    const auto tests = [&](const std::vector<FactTest>& all) {
        return std::any_of(all.begin(), all.end(), [&](const FactTest& test) { return test.fact == fact; });
    };
    const auto reads = [&](const std::optional<Expression>& expression) {
        return expression &&
               std::find(expression->facts.begin(), expression->facts.end(), fact) != expression->facts.end();
    };
    const Graph& graph = m_checklist.graph;
    for (std::size_t s = 0; s < m_checklist.sections.size(); ++s) {
        const Section& section = m_checklist.sections[s];
        if (tests(section.applies) || reads(section.relevant)) mark(graph.sectionPlace[s]);
    }
    for (std::size_t i = 0; i < m_checklist.items.size(); ++i) {
        const Item& item = m_checklist.items[i];
        if (tests(item.applies) || reads(item.relevant)) mark(graph.itemPlace[i]);
        if (reads(item.rule.judge)) mark(graph.outcomePlace[i]);
    }
    for (std::size_t q = 0; q < m_checklist.questions.size(); ++q) {
        const Question& question = m_checklist.questions[q];
        if (reads(question.relevant) || reads(question.calculation)) mark(graph.questionPlace[q]);
        if (reads(question.requiredIf) || reads(question.constraint) || reads(question.calculation))
            mark(graph.outcomePlace[question.item]);
    }
}

// What a form says of facts: the gates of whatever this fact decides.
void Evaluation::setGates(std::size_t fact) {
    const auto reads = [&](const std::vector<FactTest>& tests) {
        return std::any_of(tests.begin(), tests.end(), [&](const FactTest& test) { return test.fact == fact; });
    };
    for (std::size_t s = 0; s < m_checklist.sections.size(); ++s) {
        if (reads(m_checklist.sections[s].applies))
            m_form->setGate(m_checklist.form->sectionGates[s], applies(m_checklist.sections[s].applies));
    }
    for (std::size_t i = 0; i < m_checklist.items.size(); ++i) {
        if (reads(m_checklist.items[i].applies))
            m_form->setGate(m_checklist.form->itemGates[i], applies(m_checklist.items[i].applies));
    }
}

bool Evaluation::applies(const std::vector<FactTest>& tests) const {
    return std::all_of(tests.begin(), tests.end(), [&](const FactTest& test) {
        return factHolds(m_checklist.facts[test.fact], test, m_facts[test.fact]);
    });
}

}  // namespace plumb::checklist
