// What a filled form says of a self-assessment's progress: sections with what lacks, who filled them, points beside the
// inspection before. Pure but for the session that is asked.
#pragma once

#include <map>
#include <string>

#include "mobile/assess/assess_info.h"
#include "shared/checklist/score/stated_score.h"
#include "shared/checklist/session/session.h"

namespace plumb::mobile {

// Who answered an item, and when.
struct ItemTouch {
    Instant first, newest;
    QString who;  // of the newest answer
};

struct AssessFilled {
    const checklist::Session& session;                  // with the photos and documents of its items counted
    std::map<std::string, ItemTouch> touches;           // by item
    const checklist::StatedScore* inspected = nullptr;  // of the inspection before, under the same checklist
    std::map<std::string, int> documents = {};          // by item
    std::map<std::string, int> conflicts = {};          // by item
};

// Fills the figures, sections and the next item of `info`, and, where it has a `last`, its worst items; the line as
// well, whose days are set already.
void tellFilled(AssessInfo& info, const AssessFilled& filled);

}  // namespace plumb::mobile
