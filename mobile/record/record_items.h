// The sections and items of a record: verdicts and points as it states them; where an older record states none, as its
// answers are scored here. Blocking; on the vault thread.
#pragma once

#include "mobile/record/record_detail.h"
#include "mobile/store/local_store.h"
#include "shared/checklist/model/model.h"
#include "shared/record/payload.h"
#include "shared/records/inspection/body.h"

namespace plumb::mobile {

// Fills the sections, the facts of the site and the score's explanation of `detail`. What the engine adds (why an item
// came out so) is shown only where it comes to what is stated.
void readItems(LocalStore& store, RecordDetail& detail, const record::Payload& payload,
               const records::InspectionBody& said, const checklist::Checklist& checklist);

}  // namespace plumb::mobile
