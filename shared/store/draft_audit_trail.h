// The trail of answers (shared/checklist/session/audit_trail.h) as a draft keeps it: one sealed row an entry, kind
// "trail", named by its number, written in the same transaction as the answer that it tells of. Values only.
#pragma once

#include <map>

#include "shared/checklist/session/audit_trail.h"
#include "shared/store/tablet_store.h"

namespace plumb::store {

constexpr const char* kTrailType = "application/x-ndjson";  // of the text that goes along with the signed record
constexpr const char* kTrailRole = "trail";

// `entry.number` names the row; what is typed in one go writes the same row again.
DraftEntry trailEntry(const checklist::AuditEntry& entry);
// broken "store_broken".
Result<checklist::AuditEntry> trailFromEntry(const DraftEntry& entry);

// The trail with what it does not tell yet, as a run of its own at `at`: answers that came from a file, from the record
// that is amended or from a draft that kept no trail; and, blank in the end, those that are not signed because nothing
// asks for them any more. Unchanged where replaying it leads to `answers` and to `photos` (by item) already.
checklist::AuditTrail trailLeadingTo(checklist::AuditTrail trail, const checklist::Answers& answers,
                                     const std::map<std::string, int>& photos, const Instant& at);

// Rows for the entries from number `after` + 1 on.
std::vector<DraftEntry> trailRows(const checklist::AuditTrail& trail, std::size_t after = 0);

}  // namespace plumb::store
