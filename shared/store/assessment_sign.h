// From the draft of the responsible person to the record that states the whole self-assessment: what others contributed
// is taken in, her own contributed, who filled which items stated, the score computed. Same thread as the store.
#pragma once

#include "shared/store/assessment_draft.h"
#include "shared/store/inspection_sign.h"

namespace plumb::store {

struct SubmitRequest {
    std::string draft;
    std::string reason;                              // of an amendment: why
    std::optional<records::Whereabouts> where = {};  // of the device when it is signed; none where nobody asks
};

// The body as it will be signed, for reading before; what lacks is not an error here.
Result<records::InspectionBody> previewAssessment(TabletStore& store, const std::string& draft);

// Signs what of the draft was not contributed yet (as long as anybody contributes), then assessment.submitted (or
// .amended), which ends the draft. What was submitted is amended by its author until it is accepted, returned or not.
// As signInspection(), and: refused "divergent" (items that were changed here and elsewhere are to be settled first;
// the sentence names them), round_submitted, record_accepted, round_closed, round_unknown; notFound of_unknown.
Result<record::Line> submitAssessment(TabletStore& store, const SubmitRequest& request);

}  // namespace plumb::store
