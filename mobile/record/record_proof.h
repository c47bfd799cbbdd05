// What this device itself verified about a record: signature, chain, the party's signature, the log and the time
// bracket, the files. Blocking; on the vault thread.
#pragma once

#include "mobile/record/record_detail.h"
#include "shared/record/payload.h"

namespace plumb::mobile {

void verify(store::TabletStore& store, RecordDetail& detail, const store::RecordRow& row,
            const record::Payload& payload);

}  // namespace plumb::mobile
