#include "sync-server/ingest/draw_check.h"

#include <set>

#include "sync-server/projections/draws/draw_rows.h"
#include "sync-server/projections/sites/site_rows.h"

namespace plumb::server {
namespace {

// 20,000 sites with long names have some 2 MB.
constexpr std::uint64_t kLargestPool = 8 * 1024 * 1024;

// Who can be drawn at all: the rest would make a task that nobody may take. Who left since the commitment is excluded
// by the reveal, with the reason.
Result<void> checkPool(const records::DrawPool& pool, const records::DrawCommitted& committed,
                       const records::DrawRevealed& says, const std::string& region, StoreReader& reader,
                       const Trust& trust) {
    std::set<std::string> out;
    for (const auto& one : says.excluded) out.insert(one.id);
    if (committed.excluded)
        for (const auto& one : *committed.excluded) out.insert(one.id);
    std::set<std::string> known;
    for (const auto& person : trust.inspectorsOf(region)) known.insert(person.id);
    for (const auto& person : pool.inspectors) {
        if (!known.contains(person) && !out.contains(person))
            return fail(ErrorKind::refused, "person_not_inspector",
                        "person " + person.substr(0, 80) + " of the pool is no inspector over all of region " + region);
    }
    SiteRows sites(reader);
    for (const auto& [stratum, ids] : pool.sites) {
        for (const auto& id : ids) {
            if (out.contains(id)) continue;
            const auto site = sites.find(id);
            if (!site || !site->region.starts_with(region))
                return fail(ErrorKind::refused, "site_unknown",
                            "site " + id.substr(0, 80) + " of the pool is not published in region " + region);
        }
    }
    return {};
}

}  // namespace

Result<void> checkReveal(const record::Payload& payload, StoreReader& reader, const BlobStore& blobs,
                         const Trust& trust) {
    DrawRows rows(reader);
    const auto found = rows.find(records::drawOf(payload));
    if (auto may = records::mayReveal(found ? std::optional(found->row) : std::nullopt, payload); !may) return may;
    const auto says = records::readDrawRevealed(payload.body);
    if (!says) return fail(says.error());
    const auto size = rows.decidingSize(*found, [&](const std::string& kid) { return trust.personId(kid); });
    if (!size || says->checkpoint.size != *size || says->checkpoint.root != crypto::rootOf(*size, nodesOf(reader)))
        return fail(ErrorKind::refused, "checkpoint_wrong",
                    "the draw is decided by the log just after the first line behind the commitment that is by "
                    "another person, and this is not that checkpoint");
    const auto text = blobs.read(found->row.says.pool, kLargestPool);
    if (!text)
        return fail(ErrorKind::notFound, "file_missing",
                    "the pool that was committed is not here yet; send the file first");
    const auto pool = records::committedPool(found->row.says, *text);
    if (!pool) return fail(pool.error());
    if (auto good = checkPool(*pool, found->row.says, *says, found->row.region, reader, trust); !good) return good;
    return records::checkDraw(found->row.says, *pool, *says);
}

}  // namespace plumb::server
