// What becomes of a word on a clause (standard.feedback): somebody of its region classifies it and answers
// (feedback.answered), and whoever said it reads the answer on her tablet; RECORDS.md. The newest answer counts. Pure;
// any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/json.h"
#include "shared/base/result.h"

namespace plumb::records {

inline constexpr std::string_view kFeedback = "standard.feedback", kFeedbackAnswered = "feedback.answered";

// What reviews of standards ask of those who use them (实施效果评价, 复审): whether a clause can be understood,
// followed, is of its time, cites what it means, agrees with others, leaves something out.
enum class FeedbackClass { unclear, impracticable, outdated, wrongReference, conflicting, incomplete, noFault, other };
std::string_view feedbackClassName(FeedbackClass of);
std::optional<FeedbackClass> feedbackClassNamed(std::string_view name);

struct FeedbackAnswered {
    std::string of;
    std::string person;  // who answers: the author herself (planning/persons.h)
    FeedbackClass as = FeedbackClass::other;
    std::string text;

    friend bool operator==(const FeedbackAnswered&, const FeedbackAnswered&) = default;
};
// bad_payload with the member's path.
Result<FeedbackAnswered> readFeedbackAnswered(const json::object& body);
json::object toBody(const FeedbackAnswered& answered);

}  // namespace plumb::records
