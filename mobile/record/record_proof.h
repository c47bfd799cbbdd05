// What this device itself verified about a record: signature, chain, the party's signature, the log and the time
// bracket, the files. Blocking; on the vault thread.
#pragma once

#include "mobile/record/record_detail.h"
#include "shared/record/payload.h"
#include "shared/records/inspection/body.h"

namespace plumb::mobile {

// The inspected party's word, and whether its signature is the image that the record names.
void readParty(store::TabletStore& store, RecordDetail& detail, const record::Payload& payload,
               const records::InspectionBody& said);
void verify(store::TabletStore& store, RecordDetail& detail, const store::RecordRow& row,
            const record::Payload& payload);

}  // namespace plumb::mobile
