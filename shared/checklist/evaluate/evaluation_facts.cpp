// What is known of the site changes: who reads it is computed anew.
#include <algorithm>

#include "shared/checklist/evaluate/evaluation.h"

namespace plumb::checklist {

void Evaluation::setFact(std::size_t fact, std::string text) {
    if (m_state.fact(fact) == text) return;
    m_state.setFact(fact, std::move(text));
    m_source->takeFact(fact);
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
        if (tests(section.applies) || reads(section.relevant)) m_agenda.mark(graph.sectionPlace[s]);
    }
    for (std::size_t i = 0; i < m_checklist.items.size(); ++i) {
        const Item& item = m_checklist.items[i];
        if (tests(item.applies) || reads(item.relevant)) m_agenda.mark(graph.itemPlace[i]);
        if (reads(item.rule.judge)) m_agenda.mark(graph.outcomePlace[i]);
    }
    for (std::size_t q = 0; q < m_checklist.questions.size(); ++q) {
        const Question& question = m_checklist.questions[q];
        if (reads(question.relevant) || reads(question.calculation)) m_agenda.mark(graph.questionPlace[q]);
        if (reads(question.requiredIf) || reads(question.constraint) || reads(question.calculation))
            m_agenda.mark(graph.outcomePlace[question.item]);
    }
}

}  // namespace plumb::checklist
