// What a panel of experts refers to: the inspection that it scores, which none of its experts made or co-signed, and
// the programme whose rule it repeats, as it was published last. For the writer.
#pragma once

#include "shared/record/payload.h"
#include "sync-server/auth/trust.h"
#include "sync-server/store/store.h"

namespace plumb::server {

// Of a panel.* line. Codes: of_unknown, not_cosigned, panel_rule, panel_own, those of records::mayChangePanel().
Result<void> checkPanel(const record::Payload& payload, StoreReader& reader, const Trust& trust);

}  // namespace plumb::server
