// The state of one filled checklist and its incremental recomputation: what is relevant, what is calculated, how each
// item came out, the sums. Sessions and scoreAnswers() are two faces of it. Not thread-safe; borrows the checklist.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/checklist/model/answer_key.h"
#include "shared/checklist/model/local_day.h"
#include "shared/checklist/model/model.h"

namespace plumb::checklist {

// How an item came out. Explanations are made from it on demand (explain.h).
struct Outcome {
    Verdict verdict = Verdict::unanswered;
    Points points = 0, max = 0;               // of the total
    Points own = 0;                           // of the item's own points: the same, but where weights are multiplied
    Points outside = 0;                       // left the percentages, and the total is not brought up for it
    bool absent = false;                      // needed but not there
    bool shortfall = false;                   // failed for earning too little of its points
    bool byChoice = false;                    // the choice beside a measurement decided
    bool contradicted = false;                // the choice was better than what was measured, and did not overrule it
    bool overruled = false;                   // it was better, and did
    std::optional<Verdict> measured, chosen;  // where the rule measures; where there is a choice
    std::int64_t occurrences = 0;             // deduct, count
    std::optional<std::size_t> band;          // which one
    bool undecidable = false;                 // filled, but it gives no verdict

    friend bool operator==(const Outcome&, const Outcome&) = default;
};

// What sections and the whole add up; linear, so that one item's share can be taken out and put back.
struct Sums {
    int answered = 0, total = 0, missing = 0, failed = 0, part = 0;
    int keyFailed = 0, majorFailed = 0, open = 0;  // open: unanswered items that count
    int absent = 0, blocked = 0;                   // blocked: preconditions that are not met
    Points points = 0, max = 0, judged = 0;        // judged: max of the answered ones
    Points outside = 0, bonus = 0;                 // bonus: before its caps
    Points floored = 0;                            // what sections lost to their floors

    void add(const Sums& other, int sign);
    friend bool operator==(const Sums&, const Sums&) = default;
};

struct QuestionValue {
    bool relevant = false;
    bool waits = false;  // a calculation that reads a required answer which is not there yet: it says nothing so far
    std::string text;    // canonical; "" where blank or not relevant
    std::optional<Decimal> number;

    [[nodiscard]] bool blank() const { return text.empty(); }
};

class FormFilling;

struct EvaluationOptions {
    // The zone of everything, and what today() gives in constraints; where it has no day these are not looked at.
    LocalDay local;
    bool tracksMissing = true;  // off saves the work where only a score is wanted
    Clock clock;                // of a form: now(); the beginning of the day where there is none
    bool fresh = false;         // of a form: nobody has filled it yet, so its defaults hold
};

class Evaluation {
  public:
    // Nothing is computed before the first settle().
    Evaluation(const Checklist& checklist, EvaluationOptions options);
    ~Evaluation();
    Evaluation(const Evaluation&) = delete;
    Evaluation& operator=(const Evaluation&) = delete;

    // Inputs; canonical text, "" for blank. What depends on them is marked, not computed. Of a form refused where its
    // own rules say so: read-only, or none of the choices that are left.
    Result<void> setEntered(const AnswerKey& key, std::string text);
    // Many at once, without what happens when people answer; gives back what has no place.
    std::vector<AnswerKey> load(std::vector<std::pair<AnswerKey, std::string>> texts);
    // Why not all of it could be held ("too_many"), since the last call.
    std::optional<Error> takeOverflow();
    // Copies of repeats, see FormFilling.
    Result<std::uint32_t> addCopy(const AnswerKey& repeat, std::uint32_t like);
    Result<void> removeCopy(const AnswerKey& repeat, std::uint32_t copy);
    // Puts a repeat back as answers() of it were; the texts of all that stands in it, and how many copies.
    void replaceCopies(const AnswerKey& repeat, const std::map<AnswerKey, std::string>& texts);
    // The answers of a repeat: its count and all that its copies say.
    [[nodiscard]] std::map<AnswerKey, std::string> answersIn(const AnswerKey& repeat) const;
    void setNaReason(std::size_t item, std::string reason);
    void setNote(std::size_t item, std::string note);
    void setPhotos(std::size_t item, int photos);
    void setToday(std::int64_t today);
    void setFact(std::size_t fact, std::string text);

    // Recomputes what is marked, in dependency order; gives the items whose outcome was computed anew, ascending, each
    // once.
    std::vector<std::size_t> settle();

    [[nodiscard]] const Checklist& checklist() const { return m_checklist; }
    // The form that fills its questions; null where all are plain.
    [[nodiscard]] const FormFilling* form() const { return m_form.get(); }
    // "" where there is no such copy, and of what has no answer of its own.
    [[nodiscard]] std::string entered(const AnswerKey& key) const;
    // Every answer that there is a place for, in document order: those of all copies, and the repeats themselves.
    [[nodiscard]] std::vector<AnswerKey> keys() const;
    [[nodiscard]] std::vector<AnswerKey> keysOf(std::size_t question) const;
    // Whether there is a place for it now.
    [[nodiscard]] bool has(const AnswerKey& key) const;
    // Of a form: the answers that the last settle() found different.
    [[nodiscard]] const std::vector<AnswerKey>& touchedKeys() const { return m_touchedKeys; }
    [[nodiscard]] const std::string& naReason(std::size_t item) const { return m_naReasons[item]; }
    [[nodiscard]] const std::string& note(std::size_t item) const { return m_notes[item]; }
    [[nodiscard]] int photos(std::size_t item) const { return m_photos[item]; }
    [[nodiscard]] const std::string& fact(std::size_t index) const { return m_facts[index]; }
    // Its own conditions on facts do not hold, and nothing else keeps it away.
    [[nodiscard]] bool unneeded(std::size_t item) const { return m_unneeded[item] != 0; }
    // A precondition for starting is not met: nothing else is asked or counts.
    [[nodiscard]] bool cannotStart() const { return m_cannotStart; }
    [[nodiscard]] std::optional<std::int64_t> today() const { return m_local.day; }
    [[nodiscard]] const LocalDay& local() const { return m_local; }
    [[nodiscard]] bool sectionRelevant(std::size_t section) const { return m_sectionRelevant[section] != 0; }
    [[nodiscard]] bool itemRelevant(std::size_t item) const { return m_itemRelevant[item] != 0; }
    // Of a question in a repeat: whether any copy is relevant, and what they say one after the other.
    [[nodiscard]] const QuestionValue& question(std::size_t index) const { return m_questions[index]; }
    [[nodiscard]] QuestionValue value(const AnswerKey& key) const;
    [[nodiscard]] const Outcome& outcome(std::size_t item) const { return m_outcomes[item]; }
    // With its sub-sections, held to its floor.
    [[nodiscard]] const Sums& sectionSums(std::size_t section) const { return m_sectionSums[section]; }
    [[nodiscard]] const Sums& sums() const { return m_sums; }
    [[nodiscard]] std::vector<std::size_t> vetoes() const;
    // Preconditions that are not met.
    [[nodiscard]] std::vector<std::size_t> blocked() const;

    // The truth of an expression now, with the question of '.'; true where there is none.
    [[nodiscard]] bool holds(const std::optional<Expression>& expression,
                             std::optional<std::size_t> self = std::nullopt) const;
    [[nodiscard]] Value compute(const Expression& expression, std::optional<std::size_t> self = std::nullopt) const;
    [[nodiscard]] bool required(const AnswerKey& key) const;
    // Blank although relevant and required; of a question in a repeat: in any copy.
    [[nodiscard]] bool lacks(std::size_t question) const;
    [[nodiscard]] bool lacks(const AnswerKey& key) const;
    // Keeps its constraint, or is blank; a constraint that reads today() holds where there is no today.
    [[nodiscard]] bool valid(const AnswerKey& key) const;
    // It cannot be changed at present, whoever asks.
    [[nodiscard]] bool readOnly(const AnswerKey& key) const;
    // A limit's number now; none where it is another question's answer and that is blank.
    [[nodiscard]] std::optional<Decimal> boundValue(const Bound& bound) const;
    // Whether a number keeps both sides; none where one of them is not known yet.
    [[nodiscard]] std::optional<bool> within(const Decimal& number, const Limits& limits) const;

  private:
    void mark(std::uint32_t place);
    bool computeQuestion(std::size_t index);
    [[nodiscard]] QuestionValue plainValue(std::size_t index, form::DataType& type) const;
    [[nodiscard]] QuestionValue formValue(std::size_t index, form::DataType& type) const;
    void takeTouched();
    void setGates(std::size_t fact);
    void markReadersOfFact(std::size_t fact);
    [[nodiscard]] bool waits(const Expression& calculation) const;
    bool waits(const Expression& calculation, std::set<std::size_t>& seen) const;
    void computeOutcome(std::size_t item);
    bool computeSection(std::size_t index);
    bool computeItem(std::size_t index);
    void settleMarked(std::vector<std::size_t>& computed);
    void rollUp();
    [[nodiscard]] bool applies(const std::vector<FactTest>& tests) const;
    [[nodiscard]] Sums sumsOf(std::size_t item) const;

    const Checklist& m_checklist;
    std::unique_ptr<FormFilling> m_form;
    std::vector<AnswerKey> m_touchedKeys;
    LocalDay m_local;
    bool m_tracksMissing;
    std::vector<std::string> m_entered, m_naReasons, m_notes, m_facts;
    std::vector<int> m_photos;
    std::vector<char> m_sectionRelevant, m_itemRelevant, m_unneeded;
    bool m_cannotStart = false;
    std::vector<QuestionValue> m_questions;
    QuestionValues m_values;              // the same for expressions,
    std::vector<form::DataType> m_types;  // and what each is worth there
    std::vector<Outcome> m_outcomes;
    std::vector<Sums> m_itemSums, m_ownSums, m_sectionSums;  // own: of a section without its sub-sections
    Sums m_sums;
    std::vector<char> m_marked;
    std::vector<std::uint32_t> m_queue;  // a heap of marked places, the first in order on top
};

// Settles and says what may look different. Defined with the session, whose Change it gives.
struct Change;
Change settled(Evaluation& evaluation);

}  // namespace plumb::checklist
