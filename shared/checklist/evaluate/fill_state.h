// What is known of one filled checklist so far: facts of the site, what is relevant, what questions say; and
// expressions over it. The evaluation writes it in dependency order; rules and sources of answers read it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/checklist/model/local_day.h"
#include "shared/checklist/model/model.h"

namespace plumb::checklist {

struct QuestionValue {
    bool relevant = false;
    bool waits = false;  // a calculation that reads a required answer which is not there yet: it says nothing so far
    std::string text;    // canonical; "" where blank or not relevant
    std::optional<Decimal> number;

    [[nodiscard]] bool blank() const { return text.empty(); }
};

class FillState {
  public:
    // `checklist` must outlive it.
    FillState(const Checklist& checklist, LocalDay local);

    const Checklist& checklist;
    LocalDay local;
    bool cannotStart = false;  // a precondition for starting is not met: nothing else is asked or counts
    std::vector<char> sectionRelevant, itemRelevant;
    std::vector<char> unneeded;  // items that their conditions on facts, and nothing else, keep away

    [[nodiscard]] const QuestionValue& question(std::size_t index) const { return m_questions[index]; }
    [[nodiscard]] const std::string& fact(std::size_t index) const { return m_facts[index]; }
    // `type`: what the text is worth in expressions. Whether it is another value than before.
    bool setQuestion(std::size_t index, QuestionValue value, form::DataType type);
    void setFact(std::size_t index, std::string text);

    // The truth of an expression now, with the question of '.'; true where there is none.
    [[nodiscard]] bool holds(const std::optional<Expression>& expression,
                             std::optional<std::size_t> self = std::nullopt) const;
    [[nodiscard]] Value compute(const Expression& expression, std::optional<std::size_t> self = std::nullopt) const;
    // Whether all conditions on facts hold.
    [[nodiscard]] bool applies(const std::vector<FactTest>& tests) const;

  private:
    std::vector<std::string> m_facts;
    std::vector<QuestionValue> m_questions;
    QuestionValues m_values;              // questions and facts for expressions,
    std::vector<form::DataType> m_types;  // and what each question is worth there
};

}  // namespace plumb::checklist
