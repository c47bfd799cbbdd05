// Findings offered for failed and partly failed items: the checklist's default wording with the measured values in it,
// severity, and the day by which to rectify. A person edits them before they are signed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/base/result.h"
#include "shared/checklist/model/answers.h"
#include "shared/checklist/model/model.h"
#include "shared/checklist/model/standards.h"

namespace plumb::checklist {

struct Finding {
    std::string item;
    Severity severity = Severity::minor;
    LocalText text;
    int days = 0;
    std::string due;  // YYYY-MM-DD
    Consequence consequence = Consequence::finding;
    std::vector<ClauseStanding> clauses;  // what the item cites, as it stood on the day
};

// In document order; `today` as YYYY-MM-DD (malformed otherwise).
// Failing a recommended standard that does not bind, or one that was not in force, is no finding: adviceOf() has it.
Result<std::vector<Finding>> findingsOf(const Checklist& checklist, const Answers& answers, std::string_view today,
                                        const StandardTable& table = {});
Result<std::vector<Finding>> adviceOf(const Checklist& checklist, const Answers& answers, std::string_view today,
                                      const StandardTable& table = {});

}  // namespace plumb::checklist
