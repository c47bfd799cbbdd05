// The sections and items of a record, as its answers say and as they are scored here. Blocking; on the vault thread.
#pragma once

#include "mobile/record/record_detail.h"
#include "mobile/store/local_store.h"
#include "shared/checklist/model/model.h"
#include "shared/record/payload.h"

namespace plumb::mobile {

// Fills the sections, the facts of the site and the score's explanation of `detail`; nothing where the answers cannot
// be read or scored.
void readItems(LocalStore& store, RecordDetail& detail, const record::Payload& payload,
               const checklist::Checklist& checklist);

}  // namespace plumb::mobile
