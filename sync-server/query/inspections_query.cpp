#include "sync-server/query/inspections_query.h"

#include "sync-server/archive/disposed.h"
#include "sync-server/projections/files/file_uses.h"
#include "sync-server/projections/inspections/inspection_rows.h"
#include "sync-server/projections/sites/site_rows.h"
#include "sync-server/query/told.h"
#include "sync-server/query/tuning.h"

namespace plumb::server {
namespace {

using records::InspectionStatus;

constexpr InspectionStatus kStatuses[] = {InspectionStatus::submitted, InspectionStatus::returned,
                                          InspectionStatus::accepted, InspectionStatus::incomplete,
                                          InspectionStatus::test};

}  // namespace

json::object tellInspection(const records::InspectionRow& row, const QuerySources& sources) {
    const auto files = FileUses(sources.reader).of(*row.newest);
    int missing = 0;
    for (const auto& file : files)
        missing += sources.blobs.seemsThere(file) || disposedFile(file, sources.reader) ? 0 : 1;
    const auto& says = row.says;
    const std::string author = sources.trust.personName(row.kid);
    return {{"id", row.id},
            {"hash", row.hash.hex()},
            {"index", *row.newest},
            {"site", row.site},
            {"site_name", SiteRows(sources.reader).name(row.site)},
            {"region", row.region},
            {"checklist", tellChecklist(says.checklist, sources.reader)},
            {"kind", says.kind},
            {"at", formatInstant(row.at)},
            {"author", author.empty() ? row.kid : author},
            {"points", says.points},
            {"max", says.max},
            {"grade", says.grade},
            {"vetoes", says.vetoes},
            {"findings", says.findings},
            {"files", files.size()},
            {"files_missing", missing},
            {"status", records::statusName(row.status)},
            {"version", row.version},
            {"round", says.round},
            {"signers", says.signers}};
}

Result<InspectionStatus> statusByName(std::string_view name) {
    for (const auto status : kStatuses) {
        if (records::statusName(status) == name) return status;
    }
    return fail(ErrorKind::malformed, "bad_query", "status must be submitted, returned, accepted, incomplete or test");
}

json::object countInspections(Family family, const std::string& site, const Principal& caller,
                              const QuerySources& sources) {
    std::uint64_t counts[std::size(kStatuses)] = {};  // by the status's own number
    for (const auto& tally : InspectionRows(sources.reader).tallies(family, caller.kid)) {
        if (!site.empty() && site != tally.site) continue;
        auto& count = counts[static_cast<int>(tally.status)];
        if (mayReadVisit(caller, tally.region, tally.site, {}))
            count += tally.count;
        else if (tally.own > 0 && mayReadVisit(caller, tally.region, tally.site, caller.kid))
            count += tally.own;
    }
    json::object out;
    for (const auto status : kStatuses) out[records::statusName(status)] = counts[static_cast<int>(status)];
    return out;
}

json::object listInspections(const InspectionsQuestion& question, const Principal& caller,
                             const QuerySources& sources) {
    InspectionRows inspections(sources.reader);
    std::vector<records::InspectionRow> rows;
    std::optional<std::uint64_t> lastSeen;
    std::size_t looked = 0;
    bool more = false;
    inspections.each(question.family, question.status, question.after, [&](const records::InspectionRow& row) {
        const bool readable =
            mayReadVisit(caller, row.region, row.site, row.kid) && (question.site.empty() || question.site == row.site);
        more = looked == kMaxRowsLookedAt || (readable && rows.size() == question.limit);
        if (more) return false;
        if (readable) rows.push_back(row);
        lastSeen = row.first;
        ++looked;
        return true;
    });
    json::array items;
    for (const auto& row : rows) items.push_back(tellInspection(row, sources));
    json::object out{{"items", std::move(items)}, {"next", nullptr}};
    if (more) out["next"] = std::to_string(*lastSeen);
    out["counts"] = countInspections(question.family, question.site, caller, sources);
    return out;
}

}  // namespace plumb::server
