// One filled checklist and its incremental recomputation: what is relevant, what is calculated, how each item came out,
// the sums. Sessions and scoreAnswers() are two faces of it. Where its answers come from is its AnswerSource's affair.
// Not thread-safe.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/checklist/evaluate/agenda.h"
#include "shared/checklist/evaluate/answer_source.h"
#include "shared/checklist/evaluate/fill_state.h"
#include "shared/checklist/evaluate/outcome.h"
#include "shared/checklist/model/answer_key.h"
#include "shared/checklist/model/local_day.h"
#include "shared/checklist/model/model.h"

namespace plumb::checklist {

struct EvaluationOptions {
    // The zone of everything, and what today() gives in constraints; where it has no day these are not looked at.
    LocalDay local;
    bool tracksMissing = true;  // off saves the work where only a score is wanted
    Clock clock;                // of a form: now(); the beginning of the day where there is none
    bool fresh = false;         // of a form: nobody has filled it yet, so its defaults hold
};

class Evaluation {
  public:
    // `checklist` must outlive it. Nothing is computed before the first settle(). Whatever `options.clock` borrows must
    // outlive it too.
    Evaluation(const Checklist& checklist, EvaluationOptions options);
    ~Evaluation();
    Evaluation(const Evaluation&) = delete;
    Evaluation& operator=(const Evaluation&) = delete;

    // Inputs; canonical text, "" for blank. What depends on them is marked, not computed.
    // Of a form refused where its own rules say so: read-only, or none of the choices that are left.
    // REQUIRES: has(key), and its question is an input.
    Result<void> setEntered(const AnswerKey& key, std::string text) { return m_source->set(key, std::move(text)); }
    // Many at once, without what happens when people answer; gives back what has no place.
    std::vector<AnswerKey> load(std::vector<std::pair<AnswerKey, std::string>> texts);
    // Why not all of it could be held ("too_many"), since the last call.
    std::optional<Error> takeOverflow() { return m_source->takeOverflow(); }
    // One more instance of a repeat, as the last; `like`: a copy of that one, 0 for an empty one. Gives its number.
    Result<std::uint32_t> addInstance(const AnswerKey& repeat, std::uint32_t like);
    Result<void> removeInstance(const AnswerKey& repeat, std::uint32_t instance);
    // Puts a repeat back as answersIn() of it were; the texts of all that stands in it, and how many instances.
    void replaceInstances(const AnswerKey& repeat, const std::map<AnswerKey, std::string>& texts);
    // The answers of a repeat: its count and all that its instances say.
    [[nodiscard]] std::map<AnswerKey, std::string> answersIn(const AnswerKey& repeat) const;
    void setNaReason(std::size_t item, std::string reason);
    void setNote(std::size_t item, std::string note);
    void setPhotos(std::size_t item, int photos);
    void setToday(Day today);
    void setFact(std::size_t fact, std::string text);

    // Recomputes what is marked, in dependency order; gives the items whose outcome was computed anew, ascending, each
    // once.
    std::vector<std::size_t> settle();

    [[nodiscard]] const Checklist& checklist() const { return m_checklist; }

    // What was put in; known before settle() too.
    // "" where there is no such instance, and of what has no answer of its own.
    [[nodiscard]] std::string entered(const AnswerKey& key) const { return m_source->entered(key); }
    // Every answer that there is a place for, in document order: those of all instances, and the repeats themselves.
    [[nodiscard]] std::vector<AnswerKey> keys() const;
    [[nodiscard]] std::vector<AnswerKey> keysOf(std::size_t question) const { return m_source->keysOf(question); }
    // Whether there is a place for it now.
    [[nodiscard]] bool has(const AnswerKey& key) const { return m_source->has(key); }
    // How many instances a repeat has, and whether that is computed: then nobody adds or removes any.
    [[nodiscard]] std::size_t count(const AnswerKey& repeat) const { return m_source->count(repeat); }
    [[nodiscard]] bool isCounted(std::size_t repeat) const { return m_source->isCounted(repeat); }
    [[nodiscard]] const std::string& naReason(std::size_t item) const { return m_naReasons[item]; }
    [[nodiscard]] const std::string& note(std::size_t item) const { return m_notes[item]; }
    [[nodiscard]] int photos(std::size_t item) const { return m_photos[item]; }
    [[nodiscard]] const std::string& fact(std::size_t index) const { return m_state.fact(index); }
    [[nodiscard]] std::optional<Day> today() const { return m_state.local.day; }
    [[nodiscard]] const LocalDay& local() const { return m_state.local; }

    // What follows from it. REQUIRES: settle() was called since the last input; before that they may say what was.
    // The judging of one item, which settle() itself asks for, finds all that this item reads computed.
    // Of a form: the answers that the last settle() found different.
    [[nodiscard]] const std::vector<AnswerKey>& touchedKeys() const { return m_touchedKeys; }
    // Its own conditions on facts do not hold, and nothing else keeps it away.
    [[nodiscard]] bool unneeded(std::size_t item) const { return m_state.unneeded[item] != 0; }
    // A precondition for starting is not met: nothing else is asked or counts.
    [[nodiscard]] bool cannotStart() const { return m_state.cannotStart; }
    [[nodiscard]] bool sectionRelevant(std::size_t section) const { return m_state.sectionRelevant[section] != 0; }
    [[nodiscard]] bool itemRelevant(std::size_t item) const { return m_state.itemRelevant[item] != 0; }
    // Of a question in a repeat: whether any instance is relevant, and what they say one after the other.
    [[nodiscard]] const QuestionValue& question(std::size_t index) const { return m_state.question(index); }
    [[nodiscard]] QuestionValue value(const AnswerKey& key) const { return m_source->value(key); }
    // The choices that are left by its filter: names and labels.
    [[nodiscard]] std::vector<std::pair<std::string, LocalText>> choices(const AnswerKey& key) const;
    [[nodiscard]] const Outcome& outcome(std::size_t item) const { return m_outcomes[item]; }
    // With its sub-sections, held to its floor.
    [[nodiscard]] const Sums& sectionSums(std::size_t section) const { return m_sectionSums[section]; }
    [[nodiscard]] const Sums& sums() const { return m_sums; }
    [[nodiscard]] std::vector<std::size_t> vetoes() const;
    // Preconditions that are not met.
    [[nodiscard]] std::vector<std::size_t> blocked() const;

    [[nodiscard]] Value compute(const Expression& expression) const { return m_state.compute(expression); }
    [[nodiscard]] bool required(const AnswerKey& key) const { return m_source->required(key); }
    // Blank although relevant and required; of a question in a repeat: in any instance.
    [[nodiscard]] bool lacks(std::size_t question) const { return m_source->lacks(question); }
    [[nodiscard]] bool lacks(const AnswerKey& key) const { return m_source->lacks(key); }
    // Keeps its constraint, or is blank; a constraint that reads today() holds where there is no today.
    [[nodiscard]] bool valid(const AnswerKey& key) const { return m_source->valid(key); }
    // It cannot be changed at present, whoever asks.
    [[nodiscard]] bool readOnly(const AnswerKey& key) const { return m_source->readOnly(key); }
    // A limit's number now; none where it is another question's answer and that is blank.
    [[nodiscard]] std::optional<Decimal> boundValue(const Bound& bound) const;
    // Whether a number keeps both sides; none where one of them is not known yet.
    [[nodiscard]] std::optional<bool> within(const Decimal& number, const Limits& limits) const;

  private:
    void markReadersOfFact(std::size_t fact);
    bool computeSection(std::size_t index);
    bool computeItem(std::size_t index);
    bool computeQuestion(std::size_t index);
    void computeOutcome(std::size_t item);
    void settleMarked(std::vector<std::size_t>& computed);
    void rollUp();
    [[nodiscard]] Sums sumsOf(std::size_t item) const;

    const Checklist& m_checklist;
    bool m_tracksMissing;
    FillState m_state;
    Agenda m_agenda;
    std::unique_ptr<AnswerSource> m_source;  // borrows both
    std::vector<AnswerKey> m_touchedKeys;
    std::vector<std::string> m_naReasons, m_notes;
    std::vector<int> m_photos;
    std::vector<Outcome> m_outcomes;
    std::vector<Sums> m_itemSums, m_ownSums, m_sectionSums;  // own: of a section without its sub-sections
    Sums m_sums;
};

// Settles and says what may look different. Defined with the session, whose Change it gives.
struct Change;
Change settled(Evaluation& evaluation);

}  // namespace plumb::checklist
