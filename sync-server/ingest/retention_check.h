// The archiving of a case, held against the terms of keeping as this log has them (records/reference/retention.h). For
// the thread of the writer.
#pragma once

#include "shared/record/payload.h"
#include "shared/records/rectification/case.h"
#include "sync-server/store/store.h"

namespace plumb::server {

// As records::checkTerm, of the tables for the case's place that hold on the day that the line states.
Result<void> checkKept(const records::CaseRow& row, const records::Act& act, const record::Payload& payload,
                       StoreReader& reader);

}  // namespace plumb::server
