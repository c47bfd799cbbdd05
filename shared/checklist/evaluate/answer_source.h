// Where the questions of one filled checklist get their answers, the seam between the evaluation and the two ways in
// which questions are filled: plain ones from the evaluation's own lists and expressions (plain_answers.h), those of a
// document that asks for more on the form engine (form_answers.h). Inside the room only; one thread.
//
// Inputs change the source and mark in the agenda what depends on them; markTouched() marks what it found only
// afterwards. sectionRelevant(), itemAsked() and compute() are asked in dependency order: REQUIRES: `state` holds
// whatever the asked node reads. The other questions may be asked of settled state only.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/checklist/evaluate/agenda.h"
#include "shared/checklist/evaluate/fill_state.h"
#include "shared/checklist/model/answer_key.h"

namespace plumb::checklist {

class AnswerSource {
  public:
    virtual ~AnswerSource() = default;
    AnswerSource(const AnswerSource&) = delete;
    AnswerSource& operator=(const AnswerSource&) = delete;

    // What people enter, see Evaluation.
    virtual Result<void> set(const AnswerKey& key, std::string text) = 0;
    virtual std::vector<AnswerKey> load(std::vector<std::pair<AnswerKey, std::string>> texts) = 0;
    virtual std::optional<Error> takeOverflow() = 0;
    virtual Result<std::uint32_t> addInstance(const AnswerKey& repeat, std::uint32_t like) = 0;
    virtual Result<void> removeInstance(const AnswerKey& repeat, std::uint32_t instance) = 0;
    virtual void removeInstances(const AnswerKey& repeat) = 0;

    // The state has another fact, day, or answer to whether the check may start.
    virtual void takeFact(std::size_t fact) = 0;
    virtual void takeToday() = 0;
    virtual void takeStart() = 0;

    // Marks what was found changed since the last call, and adds the answers that differ.
    virtual void markTouched(std::vector<AnswerKey>& touched) = 0;

    [[nodiscard]] virtual bool sectionRelevant(std::size_t section) const = 0;
    // Relevant, its conditions on facts aside.
    [[nodiscard]] virtual bool itemAsked(std::size_t item) const = 0;
    // `type`: what its text is worth in expressions.
    [[nodiscard]] virtual QuestionValue compute(std::size_t question, form::DataType& type) const = 0;

    [[nodiscard]] virtual std::vector<AnswerKey> keysOf(std::size_t question) const = 0;
    [[nodiscard]] virtual bool has(const AnswerKey& key) const = 0;
    [[nodiscard]] virtual std::string entered(const AnswerKey& key) const = 0;
    [[nodiscard]] virtual QuestionValue value(const AnswerKey& key) const = 0;
    [[nodiscard]] virtual std::size_t count(const AnswerKey& repeat) const = 0;
    [[nodiscard]] virtual bool isCounted(std::size_t repeat) const = 0;
    [[nodiscard]] virtual std::vector<std::pair<std::string, LocalText>> choices(const AnswerKey& key) const = 0;

    [[nodiscard]] bool required(const AnswerKey& key) const;
    [[nodiscard]] bool lacks(const AnswerKey& key) const;
    [[nodiscard]] bool lacks(std::size_t question) const;
    [[nodiscard]] bool valid(const AnswerKey& key) const;
    [[nodiscard]] bool readOnly(const AnswerKey& key) const;

  protected:
    // Both must outlive it.
    AnswerSource(const FillState& state, Agenda& agenda) : m_state(state), m_agenda(agenda) {}

    // What the document says of one answer: of a field that is asked, one with a constraint that can be looked at now,
    // an input.
    [[nodiscard]] virtual bool isRequired(const AnswerKey& key) const = 0;
    [[nodiscard]] virtual bool isValid(const AnswerKey& key) const = 0;
    [[nodiscard]] virtual bool isReadOnly(const AnswerKey& key) const = 0;

    // By their own conditions and what they stand in.
    [[nodiscard]] bool sectionHolds(std::size_t section) const;
    [[nodiscard]] bool itemHolds(std::size_t item) const;
    // Whether a calculation reads a required answer that is not there yet.
    [[nodiscard]] bool waits(const Expression& calculation) const;

    const FillState& m_state;
    Agenda& m_agenda;

  private:
    bool waits(const Expression& calculation, std::set<std::size_t>& seen) const;
};

// The one that the document asks for. `state` and `agenda` must outlive it. Of a form: `clock` is its now(), the
// beginning of the day where it is empty; `fresh`: nobody has filled it yet, so its defaults hold.
std::unique_ptr<AnswerSource> makeAnswerSource(const FillState& state, Agenda& agenda, Clock clock, bool fresh);

}  // namespace plumb::checklist
