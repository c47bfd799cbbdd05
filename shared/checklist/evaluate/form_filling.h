// The questions of one filled checklist on the form engine: which instances of repeats there are, what each question
// says, and what a change touched. Inside the room only; one thread.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/checklist/model/answer_key.h"
#include "shared/checklist/model/form_nodes.h"
#include "shared/form/fill/filling.h"

namespace plumb::checklist {

class FormFilling {
  public:
    // `checklist`, which has a form, and whatever `clock` borrows must outlive it.
    // `fresh`: a form that nobody has filled yet, with its defaults. Otherwise REQUIRES: what was kept follows with
    // load() before anything else is set.
    FormFilling(const Checklist& checklist, Clock clock, bool fresh);

    [[nodiscard]] const form::Filling& filling() const { return *m_filling; }
    [[nodiscard]] const FormNodes& nodes() const { return *m_nodes; }

    // Nodes are good until the next add(), remove(), removeAll(), load() or set(): a set answer may change how many
    // instances a computed count makes.
    // kNone where there is no such instance.
    [[nodiscard]] form::NodeId find(const AnswerKey& key) const;
    [[nodiscard]] AnswerKey keyOf(std::size_t question, form::NodeId node) const;
    // Every instance of a question, in document order; the one node of a question outside repeats.
    [[nodiscard]] std::vector<form::NodeId> instances(std::size_t question) const;
    // How many instances a repeat has where `parent` says (the instances around the repeat).
    [[nodiscard]] std::size_t count(const AnswerKey& repeat) const;
    [[nodiscard]] const std::string& text(form::NodeId node) const { return m_filling->tree()[node].text; }
    [[nodiscard]] bool relevant(form::NodeId node) const { return m_filling->relevant(node); }
    // REQUIRES: a node of the definition that stands in no repeat.
    [[nodiscard]] bool isRelevant(std::uint32_t definitionNode) const { return relevant(m_fixed[definitionNode]); }
    // Whether its instances are; where there is none yet, whether what it stands in is.
    [[nodiscard]] bool isRepeatRelevant(const AnswerKey& repeat) const;
    // How many instances there are is computed.
    [[nodiscard]] bool isCounted(std::size_t repeat) const;
    // Whether what the repeat stands in is there.
    [[nodiscard]] bool hasParent(const AnswerKey& repeat) const { return parentOf(repeat) != form::kNone; }

    // REQUIRES: `node` is that of a question, a gate or a fact.
    // Also refused ("too_many") where computed counts then want more instances than a form holds.
    Result<void> set(form::NodeId node, std::string_view text);
    void setGate(std::uint32_t definitionNode, bool open);
    void setFact(std::size_t fact, const std::string& text);
    // One more instance, as the last; `like`: a copy of that one. Gives its number.
    Result<std::uint32_t> add(const AnswerKey& repeat, std::uint32_t like = 0);
    Result<void> remove(const AnswerKey& repeat, std::uint32_t instance);
    void removeAll(const AnswerKey& repeat);
    // Everything at once, without what happens when people answer. What has no place is left out and given back.
    std::vector<AnswerKey> load(const std::map<AnswerKey, std::string>& texts);
    // Why there are fewer instances than counts and answers speak of, since the last call.
    std::optional<Error> takeOverflow();
    void refreshTime();

    // What was touched since the last call: sections, items and questions to look at again, and the answers of which.
    struct Touched {
        std::set<std::size_t> sections, items, questions;
        std::set<AnswerKey> keys;
    };
    Touched takeTouched();

  private:
    [[nodiscard]] std::string path(const AnswerKey& key) const;
    [[nodiscard]] form::NodeId nodeOf(std::uint32_t definitionNode, const std::vector<std::uint32_t>& instances) const;
    [[nodiscard]] form::NodeId instance(const AnswerKey& repeat, std::uint32_t number) const;
    [[nodiscard]] form::NodeId parentOf(const AnswerKey& repeat) const;
    // Whether each name stands in the attached file that has the question's choices; true where the file is not here.
    [[nodiscard]] bool isListed(const Question& question, form::NodeId node, std::string_view text) const;
    [[nodiscard]] Result<void> isOffered(const Question& question, form::NodeId node, std::string_view text) const;
    [[nodiscard]] std::set<AnswerKey> keysFrom(const AnswerKey& repeat, std::uint32_t instance) const;
    void loadCount(const AnswerKey& repeat, const std::string& text);
    void touchAllOf(std::optional<std::size_t> repeat);
    void touch(const form::Changes& changes);

    const Checklist& m_checklist;
    std::shared_ptr<const FormNodes> m_nodes;
    std::unique_ptr<form::Filling> m_filling;
    std::vector<form::NodeId> m_fixed;  // by node of the definition: what stands in no repeat, and so never moves
    Touched m_touched;
};

}  // namespace plumb::checklist
