// Brings answers from outside into an evaluation, each made canonical. Pure but for the evaluation that is filled.
#pragma once

#include <vector>

#include "shared/base/error.h"
#include "shared/checklist/evaluate/evaluation.h"
#include "shared/checklist/model/answers.h"

namespace plumb::checklist {

// What a score is made with: the zone and day of its answers, and nothing else of the world.
EvaluationOptions scoringOptions(const Answers& answers);

// What the checklist cannot take is left out and reported, one error each. Nothing is computed: settle() follows.
// REQUIRES: facts and preconditions aside nothing was entered yet, or what was may be overwritten.
std::vector<Error> fill(Evaluation& evaluation, const Answers& answers);

// An answer of one question as it is kept: its key and its canonical text.
// `zone`: of a moment that was entered without its offset; it is kept with it.
Result<std::pair<AnswerKey, std::string>> acceptedAnswer(const Checklist& checklist, std::string_view key,
                                                         std::string_view text, std::chrono::minutes zone);

// All of them as one refusal, a line each, with the first one's kind and code.
Error joined(const std::vector<Error>& errors);

// Whether "not applicable" may be said of the item, for this reason.
Result<std::string> acceptedReason(const Item& item, std::string_view reason);

// "there is no item \"x\"" and "there is no question \"x\"", with a suggestion.
Error unknownItem(const Checklist& checklist, std::string_view id);
Error unknownQuestion(const Checklist& checklist, std::string_view id);
Error unknownFact(const Checklist& checklist, std::string_view id);

}  // namespace plumb::checklist
