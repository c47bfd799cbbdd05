// The score of answers under a checklist. Pure: the same answers and document give the same score on every machine, bit
// for bit, whatever the clock or the order of answering. Any thread.
//
// Items and sections are in the document's own points. The total is brought to `scoring.full` (when the document has
// one) after items that are not applicable or not relevant have left it: points = earned × full ÷ possible, rounded
// half up to a thousandth, and max = full.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/base/json.h"
#include "shared/base/result.h"
#include "shared/checklist/model/answers.h"
#include "shared/checklist/model/model.h"

namespace plumb::checklist {

struct SectionScore {
    std::string id;
    Points points = 0, max = 0;  // with its sub-sections; bonus is in none
    LocalText explanation;       // where it was held to its floor
};

struct LevelScore {
    std::string id;
    std::int64_t ok = 0, applicable = 0;  // items that pass, of those that are applicable

    friend bool operator==(const LevelScore&, const LevelScore&) = default;
};

struct ItemScore {
    std::string id;
    Points points = 0, max = 0;  // max is 0 where the item left the total
    Verdict verdict = Verdict::unanswered;
    LocalText explanation;  // "4 = 8 × 0.5 (partly)"
    bool absent = false;    // needed but not there
};

struct Score {
    Points points = 0, max = 0;         // the total, brought to the document's full
    Points earned = 0, possible = 0;    // the same before that, without bonus
    std::optional<Points> base, bonus;  // where the document has bonus items: the total without them, what they add
    std::string grade;                  // "" while items are unanswered and no veto has fallen
    std::vector<std::string> vetoes;    // ids of failed veto items, in document order
    std::vector<std::string> blocked;   // ids of preconditions that are not met
    std::vector<LevelScore> levels;
    std::vector<SectionScore> sections;
    std::vector<ItemScore> items;
    bool complete = false;       // no item is unanswered
    LocalText explanation;       // how the total came about
    LocalText gradeExplanation;  // what kept the better grades away; often empty
};

// Whether the sentences are wanted as well: they cost as much again as the score.
enum class Explained { yes, no };

// Refused (malformed: "unknown_question", "bad_choice", "bad_number", "bad_date", "unknown_item", "na_forbidden", …)
// where an answer cannot be one of this checklist; the detail says which and what is allowed.
Result<Score> scoreAnswers(const Checklist& checklist, const Answers& answers, Explained explained = Explained::yes);

// Exactly a record's body.score (RECORDS.md): points, max, grade, vetoes, sections; base and bonus where the document
// has bonus items, levels where it has levels, blocked where a precondition is not met; the outcomes of the items that
// were asked.
json::object toJson(const Score& score);
// The same and earned, possible, complete, explanation, items with verdicts and explanations.
json::object toFullJson(const Score& score);

// Whether a stated body.score is the computed one; the error ("bad_score") names the first difference in a sentence.
// Items may be left out as a whole, as they were before they were signed.
Result<void> checkStatedScore(const json::object& stated, const Score& computed);

}  // namespace plumb::checklist
