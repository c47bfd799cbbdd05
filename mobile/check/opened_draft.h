// A draft as the Check screen takes it: what was filled, and what stands beside it. Plain values, copied between
// threads.
#pragma once

#include <QString>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "mobile/store/counterpart.h"
#include "shared/checklist/model/model.h"
#include "shared/checklist/score/score.h"
#include "shared/checklist/session/session.h"
#include "shared/records/planning/task.h"
#include "shared/store/inspection_draft.h"
#include "shared/store/previous_visit.h"
#include "shared/store/reference.h"

namespace plumb::mobile {

// A newer version of a draft's checklist than the one on which it stands.
struct NewerInfo {
    Sha256 sha256;
    std::shared_ptr<const checklist::Checklist> checklist;
};

struct OpenedDraft {
    store::InspectionDraft draft;
    checklist::SessionOptions options;  // that the draft brings: its trail, and what a re-check looks at again
    std::shared_ptr<const checklist::Checklist> checklist;
    store::Site site;
    QString signer;
    std::optional<records::VisitFault> task;  // whether its record will end the task that it names; none: it names none
    // The newest earlier record for the same site and checklist: what it said, and what each item came to.
    std::optional<store::PreviousVisit> previous;
    std::map<std::string, checklist::Verdict> lastVerdicts;
    // Beside an inspection: what the enterprise says of itself. None beside a self-assessment.
    std::optional<Counterpart> assessed;
    std::optional<NewerInfo> newer;
    QString withdrawn;  // why nothing begins on its own version any more; "": it stands
    // The documents of the versions on which the draft stood before; null where one is not here any more.
    std::vector<std::shared_ptr<const checklist::Checklist>> left;
};

}  // namespace plumb::mobile
