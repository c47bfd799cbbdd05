// What an item lacks before signing, without the sentences: the counting half of missing.h. REQUIRES everywhere: the
// item's outcome is computed.
#pragma once

#include <algorithm>
#include <optional>

#include "shared/base/civil_date.h"
#include "shared/checklist/evaluate/evaluation.h"
#include "shared/checklist/evaluate/missing.h"

namespace plumb::checklist {

inline bool fellShort(const Item& item, const Outcome& outcome) {
    const bool judged =
        outcome.verdict == Verdict::pass || outcome.verdict == Verdict::part || outcome.verdict == Verdict::fail;
    return judged && !item.bonus && outcome.points < outcome.max;
}

inline int photosNeeded(const Evaluation& evaluation, std::size_t index) {
    const Item& item = evaluation.checklist().items[index];
    const Outcome& outcome = evaluation.outcome(index);
    if (outcome.verdict == Verdict::notApplicable || outcome.verdict == Verdict::notRelevant) return 0;
    if (item.bonus && outcome.verdict == Verdict::unanswered) return 0;
    const bool fell = !item.bonus && (outcome.verdict == Verdict::fail || outcome.verdict == Verdict::part);
    return std::max({item.evidence.photos, fell ? item.evidence.photosWhenFailed : 0,
                     fellShort(item, outcome) ? item.evidence.photosWhenDeducted : 0});
}

// The last day of an instrument's calibration lies before the day of measuring.
inline bool calibrationEnded(const Evaluation& evaluation, std::size_t question) {
    const auto& instrument = evaluation.checklist().questions[question].instrument;
    if (!instrument || !instrument->calibratedUntil || evaluation.question(question).blank()) return false;
    const auto until = parseDay(evaluation.question(*instrument->calibratedUntil).text);
    const auto on = instrument->on ? parseDay(evaluation.question(*instrument->on).text) : evaluation.today();
    return until && on && *until < *on;
}

// Calls see(what, answer or none) for each thing that lacks, in the order in which a person meets them.
template <class See>
void visitMissing(const Evaluation& evaluation, std::size_t index, See&& see) {
    const Item& item = evaluation.checklist().items[index];
    const Outcome& outcome = evaluation.outcome(index);
    if (outcome.verdict == Verdict::notApplicable || outcome.verdict == Verdict::notRelevant) return;
    // Nobody has to claim a bonus; who begins to has to finish.
    if (item.bonus && std::all_of(item.questions.begin(), item.questions.end(), [&](std::size_t q) {
            return !evaluation.checklist().questions[q].isAsked() || evaluation.question(q).blank();
        }))
        return;
    const std::optional<AnswerKey> none;
    bool blank = false;
    for (const auto q : item.questions) {
        const Question& question = evaluation.checklist().questions[q];
        const QuestionValue& value = evaluation.question(q);
        if (!value.relevant) continue;
        const auto look = [&](const AnswerKey& key) {
            if (evaluation.lacks(key)) {
                // A calculation lacks only because something before it does.
                if (question.isInput()) {
                    see(Missing::What::answer, std::optional(key));
                    blank = true;
                }
            } else if (!evaluation.valid(key)) {
                see(Missing::What::invalid, std::optional(key));
            }
        };
        if (question.repeat) {
            std::ranges::for_each(evaluation.keysOf(q), look);
        } else {
            look({q, {}});
        }
        if (question.instrument && question.instrument->expiredBlocks && calibrationEnded(evaluation, q))
            see(Missing::What::calibration, std::optional(AnswerKey{q, {}}));
    }
    const bool waits = outcome.verdict == Verdict::unanswered && (!item.advisory || outcome.undecidable);
    if (waits && !blank) see(Missing::What::verdict, none);
    if (outcome.contradicted) see(Missing::What::contradiction, std::optional(AnswerKey{*item.rule.choice, {}}));
    if (evaluation.photos(index) < photosNeeded(evaluation, index)) see(Missing::What::photo, none);
    const bool fell = !item.bonus && (outcome.verdict == Verdict::fail || outcome.verdict == Verdict::part);
    const bool wanted =
        (item.evidence.noteWhenFailed && fell) || (item.evidence.noteWhenDeducted && fellShort(item, outcome));
    if ((wanted || outcome.overruled) && evaluation.note(index).empty()) {
        see(Missing::What::note, none);
    }
}

}  // namespace plumb::checklist
