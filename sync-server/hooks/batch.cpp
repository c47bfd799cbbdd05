#include "sync-server/hooks/batch.h"

#include <algorithm>

#include "shared/base/json.h"
#include "shared/record/line.h"
#include "shared/record/payload.h"
#include "sync-server/hooks/tuning.h"
#include "sync-server/query/entry_rights.h"

namespace plumb::server {
namespace {

bool asksFor(const Hook& hook, const Entry& entry) {
    return entry.region.starts_with(hook.region) &&
           (hook.types.empty() || std::find(hook.types.begin(), hook.types.end(), entry.type) != hook.types.end());
}

// The record that the line is about: its own, or the one that it answers.
std::string caseOf(const Entry& entry, StoreReader& reader) {
    if (const auto text = reader.line(entry.index)) {
        if (const auto line = record::Line::parse(*text)) {
            const auto payload = record::parsePayload(line->payload());
            if (const auto of = payload ? textOr(payload->body, "of") : std::string(); !of.empty()) return of;
        }
    }
    return entry.record;
}

}  // namespace

Result<Principal> hookOwner(const Hook& hook, const Trust& trust) {
    auto owner = trust.principal(hook.owner);
    if (!owner)
        return fail(ErrorKind::forbidden, "owner_revoked",
                    "the key of whoever registered this receiver was revoked; an administrator who sets it going again "
                    "becomes its owner");
    const auto& grants = owner->grants;
    if (std::none_of(grants.begin(), grants.end(), [&](const domain::Grant& grant) {
            return grant.role == domain::Role::administrator && grant.covers(hook.region);
        }))
        return fail(ErrorKind::forbidden, "owner_rights",
                    "whoever registered this receiver is no longer an administrator of its region; one who sets it "
                    "going again becomes its owner");
    return owner;
}

HookRecords readStretch(const Hook& hook, const Principal& owner, HookStretch stretch, StoreReader& reader) {
    HookRecords out;
    out.to = stretch.from;
    reader.scan(stretch.from, kHookRowsLookedAt, [&](const Entry& entry) {
        if (entry.index >= stretch.to || out.records.size() == stretch.most) return false;
        if (asksFor(hook, entry) && mayKnowOfEntry(owner, entry, reader)) out.records.push_back(entry);
        out.to = entry.index + 1;
        return true;
    });
    return out;
}

std::string hookBody(const Hook& hook, const HookBatch& batch, const std::vector<Entry>& records,
                     std::string_view origin, StoreReader& reader) {
    json::array told;
    for (const auto& entry : records)
        told.push_back(json::object{{"index", entry.index},
                                    {"hash", entry.hash.hex()},
                                    {"kind", entry.type},
                                    {"case", caseOf(entry, reader)},
                                    {"region", entry.region}});
    return toText(json::object{
        {"type", "records.logged"},
        {"timestamp", formatInstant({batch.made, std::chrono::minutes{0}})},
        {"data",
         {{"hook", hook.id}, {"log", origin}, {"from", batch.from}, {"to", batch.to}, {"records", std::move(told)}}}});
}

}  // namespace plumb::server
