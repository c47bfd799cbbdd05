// Answers to the questions of a document that asks for more than plain ones: the form engine fills them, and they are
// read off it. What a form says is relevant is; facts and preconditions reach it through its gates. Inside the room
// only; one thread.
#pragma once

#include "shared/checklist/evaluate/answer_source.h"
#include "shared/checklist/evaluate/form_filling.h"

namespace plumb::checklist {

class FormAnswers final : public AnswerSource {
  public:
    // See makeAnswerSource(). REQUIRES: the checklist has a form.
    FormAnswers(const FillState& state, Agenda& agenda, Clock clock, bool fresh);

    Result<void> set(const AnswerKey& key, std::string text) override;
    std::vector<AnswerKey> load(std::vector<std::pair<AnswerKey, std::string>> texts) override;
    std::optional<Error> takeOverflow() override { return m_form.takeOverflow(); }
    Result<std::uint32_t> addInstance(const AnswerKey& repeat, std::uint32_t like) override;
    Result<void> removeInstance(const AnswerKey& repeat, std::uint32_t instance) override;
    void removeInstances(const AnswerKey& repeat) override { m_form.removeAll(repeat); }

    void takeFact(std::size_t fact) override;
    void takeToday() override { m_form.refreshTime(); }
    void takeStart() override;
    void markTouched(std::vector<AnswerKey>& touched) override;

    [[nodiscard]] bool sectionRelevant(std::size_t section) const override;
    [[nodiscard]] bool itemAsked(std::size_t item) const override;
    [[nodiscard]] QuestionValue compute(std::size_t question, form::DataType& type) const override;

    [[nodiscard]] std::vector<AnswerKey> keysOf(std::size_t question) const override;
    [[nodiscard]] bool has(const AnswerKey& key) const override;
    [[nodiscard]] std::string entered(const AnswerKey& key) const override;
    [[nodiscard]] QuestionValue value(const AnswerKey& key) const override;
    [[nodiscard]] std::size_t count(const AnswerKey& repeat) const override { return m_form.count(repeat); }
    [[nodiscard]] bool isCounted(std::size_t repeat) const override { return m_form.isCounted(repeat); }
    [[nodiscard]] std::vector<std::pair<std::string, LocalText>> choices(const AnswerKey& key) const override;

  private:
    [[nodiscard]] bool isRequired(const AnswerKey& key) const override;
    [[nodiscard]] bool isValid(const AnswerKey& key) const override;
    [[nodiscard]] bool isReadOnly(const AnswerKey& key) const override;
    void setGates(std::size_t fact);

    const FormNodes& m_nodes;
    FormFilling m_form;
};

}  // namespace plumb::checklist
