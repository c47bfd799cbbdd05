// What an item lacks before signing, without the sentences: the counting half of missing.h.
#pragma once

#include <algorithm>
#include <optional>

#include "shared/checklist/evaluation.h"
#include "shared/checklist/missing.h"

namespace plumb::checklist {

inline int photosNeeded(const Evaluation& evaluation, std::size_t index) {
    const Item& item = evaluation.checklist().items[index];
    const Verdict verdict = evaluation.outcome(index).verdict;
    if (verdict == Verdict::notApplicable || verdict == Verdict::notRelevant) return 0;
    const bool fell = verdict == Verdict::fail || verdict == Verdict::part;
    return std::max(item.evidence.photos, fell ? item.evidence.photosWhenFailed : 0);
}

// Calls see(what, question index or none) for each thing that lacks, in the order in which a person meets them.
template <class See>
void visitMissing(const Evaluation& evaluation, std::size_t index, See&& see) {
    const Item& item = evaluation.checklist().items[index];
    const Outcome& outcome = evaluation.outcome(index);
    if (outcome.verdict == Verdict::notApplicable || outcome.verdict == Verdict::notRelevant) return;
    bool blank = false;
    for (const auto q : item.questions) {
        const Question& question = evaluation.checklist().questions[q];
        const QuestionValue& value = evaluation.question(q);
        if (!value.relevant) continue;
        if (evaluation.lacks(q)) {
            // A calculation lacks only because something before it does.
            if (question.isInput()) {
                see(Missing::What::answer, std::optional<std::size_t>(q));
                blank = true;
            }
        } else if (!evaluation.valid(q)) {
            see(Missing::What::invalid, std::optional<std::size_t>(q));
        }
    }
    const bool waits = outcome.verdict == Verdict::unanswered && (!item.advisory || outcome.undecidable);
    if (waits && !blank) see(Missing::What::verdict, std::optional<std::size_t>());
    if (outcome.contradicted) see(Missing::What::contradiction, item.rule.choice);
    if (evaluation.photos(index) < photosNeeded(evaluation, index))
        see(Missing::What::photo, std::optional<std::size_t>());
    const bool fell = outcome.verdict == Verdict::fail || outcome.verdict == Verdict::part;
    if (((item.evidence.noteWhenFailed && fell) || outcome.overruled) && evaluation.note(index).empty()) {
        see(Missing::What::note, std::optional<std::size_t>());
    }
}

}  // namespace plumb::checklist
