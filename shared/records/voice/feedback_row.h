// A word on a clause and its newest answer, as lists, counts and files show them: folded from standard.feedback and
// feedback.answered (feedback.h). Pure; any thread.
#pragma once

#include "shared/base/clock.h"
#include "shared/records/believed.h"
#include "shared/records/voice/feedback.h"

namespace plumb::records {

struct FeedbackAnswer {
    std::string id, kid;
    FeedbackAnswered says;
    Instant at;

    friend bool operator==(const FeedbackAnswer&, const FeedbackAnswer&) = default;
};

struct FeedbackRow {
    std::string id, site, region, kid;
    Instant at;
    std::string standard, clause;  // as cited, without blanks around; "": the standard as a whole, or none
    std::string text;
    std::string checklist, item;  // where it was met; ""
    std::optional<FeedbackAnswer> answer;

    friend bool operator==(const FeedbackRow&, const FeedbackRow&) = default;
};

// What says of two citations that they mean one standard: signs, blanks and letters as the catalogue writes them.
std::string standardKey(std::string_view cited);

// The word that a line is about: its own id, or the one that it answers; "": none.
std::string feedbackOf(const record::Payload& payload);
// Takes the line in. True: the row is another now.
bool foldFeedback(std::optional<FeedbackRow>& row, const BelievedLine& line);

json::object toJson(const FeedbackRow& row);
// Takes what toJson() gave, and throws std::exception for anything else.
FeedbackRow feedbackFromJson(const json::object& object);

}  // namespace plumb::records
