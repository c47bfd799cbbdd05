// A draft as it would be signed now: its answers, what lacks, score, findings and trail, and the body that these give.
// For the sources of this room that sign: inspection_sign, assessment_sign.
#pragma once

#include "shared/checklist/score/score.h"
#include "shared/store/inspection_sign.h"

namespace plumb::store {

struct Filled {
    InspectionDraft draft;
    std::shared_ptr<const checklist::Checklist> checklist;
    checklist::Answers answers;  // without what is not relevant; with the zone and day in which they hold
    std::vector<checklist::Missing> missing;
    checklist::Score score;
    std::vector<SignedFinding> findings;
    checklist::AuditTrail trail;  // leads to exactly `answers`
    Instant finished;             // in the zone of the answers
    std::string siteName = {};    // as it is published now; "" where this device does not know it
};
Result<Filled> fillIn(TabletStore& store, const std::string& draft);

// Refused "incomplete", a sentence per line for what lacks.
Result<void> checkComplete(const Filled& filled);
// Malformed "bad_value": what is typed beside the answers, by whatever program; a finding that was put right on the
// spot and does not show it.
Result<void> checkTexts(const Filled& filled, const SignRequest& request);
records::InspectionBody bodyOf(const Filled& filled, const SignRequest& request);

// Names the files that these answers name: pictures are evidence of their item, others are told apart by their role.
// `known`: as nameFile() takes them.
Result<void> nameAnswerFiles(TabletStore& store, const checklist::Checklist& document,
                             const std::map<std::string, std::string>& values,
                             const std::vector<record::FileRef>& known, NewRecord& record);
// Names a photo, and the layer of marks over it as a file of its own beside it. What an earlier record said of one that
// nobody could look at here stays. `role`: of the photo in the record.
Result<void> namePhoto(TabletStore& store, const Photo& photo, const std::vector<record::FileRef>& known,
                       NewRecord& record, std::string_view role = "evidence");
// Names what is shown to whoever signs: photos with their marks, documents, the files that answers name.
Result<void> nameShownFiles(TabletStore& store, const Filled& filled, const std::vector<record::FileRef>& known,
                            NewRecord& record);
// The same, and the trail.
Result<void> nameFiles(TabletStore& store, const Filled& filled, const std::vector<record::FileRef>& known,
                       NewRecord& record);

}  // namespace plumb::store
