// Answers to plain questions: the texts as they were entered, and calculations as the evaluation's own expressions.
// There are no repeats here, so that each question has one answer. Inside the room only; one thread.
#pragma once

#include "shared/checklist/evaluate/answer_source.h"

namespace plumb::checklist {

class PlainAnswers final : public AnswerSource {
  public:
    // Both must outlive it.
    PlainAnswers(const FillState& state, Agenda& agenda);

    Result<void> set(const AnswerKey& key, std::string text) override;
    std::vector<AnswerKey> load(std::vector<std::pair<AnswerKey, std::string>> texts) override;
    std::optional<Error> takeOverflow() override { return std::nullopt; }
    Result<std::uint32_t> addInstance(const AnswerKey& repeat, std::uint32_t like) override;
    Result<void> removeInstance(const AnswerKey& repeat, std::uint32_t instance) override;
    void removeInstances(const AnswerKey&) override {}

    // All of them are read off the state when something is computed.
    void takeFact(std::size_t) override {}
    void takeToday() override {}
    void takeStart() override {}
    void markTouched(std::vector<AnswerKey>&) override {}

    [[nodiscard]] bool sectionRelevant(std::size_t section) const override { return sectionHolds(section); }
    [[nodiscard]] bool itemAsked(std::size_t item) const override { return itemHolds(item); }
    [[nodiscard]] QuestionValue compute(std::size_t question, form::DataType& type) const override;

    [[nodiscard]] std::vector<AnswerKey> keysOf(std::size_t question) const override { return {{question, {}}}; }
    [[nodiscard]] bool has(const AnswerKey& key) const override { return key.instances.empty(); }
    [[nodiscard]] std::string entered(const AnswerKey& key) const override { return m_entered[key.question]; }
    [[nodiscard]] QuestionValue value(const AnswerKey& key) const override { return m_state.question(key.question); }
    [[nodiscard]] std::size_t count(const AnswerKey&) const override { return 0; }
    [[nodiscard]] bool isCounted(std::size_t) const override { return false; }
    [[nodiscard]] std::vector<std::pair<std::string, LocalText>> choices(const AnswerKey& key) const override;

  private:
    [[nodiscard]] bool isRequired(const AnswerKey& key) const override;
    [[nodiscard]] bool isValid(const AnswerKey& key) const override;
    [[nodiscard]] bool isReadOnly(const AnswerKey&) const override { return false; }

    std::vector<std::string> m_entered;
};

}  // namespace plumb::checklist
