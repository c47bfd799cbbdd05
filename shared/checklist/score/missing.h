// What stands between a filled checklist and a signature, in document order.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "shared/base/result.h"
#include "shared/checklist/model/answers.h"
#include "shared/checklist/model/model.h"

namespace plumb::checklist {

struct Missing {
    enum class What {
        answer,         // a required question is blank
        verdict,        // all is filled, but it cannot be judged
        invalid,        // an answer breaks its constraint
        contradiction,  // a choice is better than what was measured, and does not say that it overrules
        photo,          // fewer photos than the item asks for
        note,           // a note is asked for
        calibration,    // the instrument's calibration had ended when it was used
        fact,           // a required fact of the site is blank; concerns no item
    };
    std::string item;      // "" where it concerns a fact
    std::string question;  // the fact's id where it concerns a fact, "" where it concerns the whole item
    What what = What::answer;
    LocalText sentence;
};

// "answer", "verdict", "invalid", "contradiction", "photo", "note", "calibration", "fact".
std::string_view whatName(Missing::What what);

// The same for answers that did not come through a session; `photos` counts them per item. `today` (YYYY-MM-DD) is the
// day for constraints that read today(); without it these are not checked.
Result<std::vector<Missing>> missingOf(const Checklist& checklist, const Answers& answers,
                                       const std::map<std::string, int>& photos, std::string_view today = "");

}  // namespace plumb::checklist
