// A re-check: only what failed is asked again, everything else stands as it was answered, and the whole is scored anew.
// Pure.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "shared/base/result.h"
#include "shared/checklist/model/answers.h"
#include "shared/checklist/model/model.h"

namespace plumb::checklist {

struct Recheck {
    std::vector<std::string> items;  // to ask again: failed, failed in part, or never judged; in document order
    Answers carried;                 // everything that counted, but the answers, reasons and notes of those
    std::set<std::string> unseenItems, unseenQuestions;  // not relevant before: asked once they are
};

// Refused as scoreAnswers() refuses.
Result<Recheck> recheckOf(const Checklist& checklist, const Answers& before);

// The whole form after a re-check: what is carried, with the re-check's answers to the items that were asked. Answers
// to other items are refused ("not_asked"), but for those that had none.
Result<Answers> completed(const Checklist& checklist, const Recheck& recheck, const Answers& answers);

}  // namespace plumb::checklist
