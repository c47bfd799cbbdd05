// What a person should know before signing and may sign all the same. In document order.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/checklist/model/answers.h"
#include "shared/checklist/model/standards.h"

namespace plumb::checklist {

class Evaluation;

struct Warning {
    enum class What {
        calibration,  // the instrument's calibration had ended when it was used
        standard,     // a cited standard was not current on the day of the check
    };
    std::string item;
    std::string question;  // "" where it concerns the whole item
    What what = What::calibration;
    LocalText sentence;
};

// REQUIRES: the evaluation is settled.
std::vector<Warning> listWarnings(const Evaluation& evaluation, Day today, const StandardTable& table);

// The same for answers that did not come through a session; `today` as YYYY-MM-DD.
Result<std::vector<Warning>> warningsOf(const Checklist& checklist, const Answers& answers, std::string_view today,
                                        const StandardTable& table = {});

}  // namespace plumb::checklist
