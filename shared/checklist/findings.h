// Findings offered for failed and partly failed items: the checklist's default wording with the measured values in it,
// severity, and the day by which to rectify. A person edits them before they are signed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/base/result.h"
#include "shared/checklist/answers.h"
#include "shared/checklist/model.h"

namespace plumb::checklist {

struct Finding {
    std::string item;
    Severity severity = Severity::minor;
    LocalText text;
    int days = 0;
    std::string due;  // YYYY-MM-DD
};

// In document order; `today` as YYYY-MM-DD (malformed otherwise).
Result<std::vector<Finding>> findingsOf(const Checklist& checklist, const Answers& answers, std::string_view today);

}  // namespace plumb::checklist
