// What one message tells of the log: of the lines in a stretch those that the receiver asked for and its owner may read
// now, or as soon as their panel is over. No text of a line, no person: who wants the body fetches it by her own
// rights. For the thread of the reader.
#pragma once

#include "sync-server/auth/trust.h"
#include "sync-server/store/hook_book.h"
#include "sync-server/store/store.h"

namespace plumb::server {

// By whose rights a receiver is told: an administrator whose key stands and whose rights cover the receiver's region.
// Codes: owner_revoked, owner_rights.
Result<Principal> hookOwner(const Hook& hook, const Trust& trust);

struct HookStretch {
    std::uint64_t from = 0, to = 0;      // log indexes, `to` not included
    std::size_t most = std::size_t(-1);  // records
};
struct HookRecords {
    std::vector<Entry> records;
    std::uint64_t to = 0;  // looked at until here
};
// At most kHookRowsLookedAt rows are looked at.
HookRecords readStretch(const Hook& hook, const Principal& owner, HookStretch stretch, StoreReader& reader);

// {"type":"records.logged","timestamp":…,"data":{…}} (PROTOCOL.md, Webhooks).
std::string hookBody(const Hook& hook, const HookBatch& batch, const std::vector<Entry>& records,
                     std::string_view origin, StoreReader& reader);

}  // namespace plumb::server
