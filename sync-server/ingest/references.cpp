#include "sync-server/ingest/references.h"

#include <algorithm>

#include "shared/records/inspection/summary.h"
#include "sync-server/projections/checklists/checklist_rows.h"
#include "sync-server/projections/inspections/inspection_rows.h"

namespace plumb::server {
namespace {

tl::unexpected<Error> badPayload(std::string why) {
    return fail(ErrorKind::malformed, "bad_payload", std::move(why));
}

Result<records::InspectionRow> inspectionOf(const record::Payload& payload, StoreReader& reader) {
    const auto of = plumb::textAt(payload.body, "of", "body");
    if (!of) return badPayload(of.error().detail);
    auto row = InspectionRows(reader).find(*of);
    if (!row)
        return fail(ErrorKind::notFound, "of_unknown",
                    "no submitted inspection " + of->substr(0, 40) + " is in this log; send it first");
    return std::move(*row);
}

Result<void> checkAmendment(const record::Payload& payload, StoreReader& reader) {
    const auto row = inspectionOf(payload, reader);
    if (!row) return fail(row.error());
    if (const auto reason = plumb::textAt(payload.body, "reason", "body"); !reason)
        return badPayload(reason.error().detail);
    return {};
}

Result<void> checkReview(const record::Payload& payload, StoreReader& reader) {
    const auto row = inspectionOf(payload, reader);
    if (!row) return fail(row.error());
    if (!Sha256::fromHex(textOr(payload.body, "hash")))
        return badPayload("\"body.hash\" must be the line hash of the version that was read");
    return {};
}

Result<void> checkPublishedChecklist(const record::Payload& payload, const ReferenceSources& sources) {
    const auto id = plumb::textAt(payload.body, "id", "body"), version = plumb::textAt(payload.body, "version", "body");
    if (!id) return badPayload(id.error().detail);
    if (!version) return badPayload(version.error().detail);
    const auto sha256 = Sha256::fromHex(textOr(payload.body, "sha256"));
    if (!sha256) return badPayload("\"body.sha256\" must be the hash of the checklist's document");
    const bool named = std::any_of(payload.files.begin(), payload.files.end(), [&](const auto& file) {
        return file.sha256 == *sha256 && file.role == "checklist";
    });
    if (!named) return badPayload("\"files\" must name the checklist's document with role \"checklist\"");
    const auto document = sources.checklists.read(*sha256);
    if (!document) return fail(document.error());
    if ((*document)->id != *id || (*document)->version != *version) {
        return fail(ErrorKind::malformed, "bad_checklist",
                    "the document calls itself " + (*document)->id + " version " + (*document)->version +
                        ", the line says " + *id + " version " + *version);
    }
    // Tablets fetch what the record names: a file that only the document names would never reach them.
    for (const auto& [name, hash] : (*document)->attachments) {
        const bool carried = std::any_of(payload.files.begin(), payload.files.end(), [&](const auto& file) {
            return file.sha256 == hash && file.role == "attachment";
        });
        if (!carried)
            return badPayload("\"files\" must name " + name + ", which the document needs, with role \"attachment\"");
    }
    const auto stands = ChecklistRows(sources.reader).find(*id, *version);
    if (stands && stands->sha256 != *sha256) {
        return fail(ErrorKind::conflict, "bad_checklist",
                    "checklist " + *id + " version " + *version +
                        " is published with other contents; give the new one a new version");
    }
    return {};
}

// That the line and its body name the same site and region is a matter of rights (shared/domain/rights.h).
Result<void> checkPublishedSite(const record::Payload& payload) {
    const auto name = plumb::textAt(payload.body, "name", "body");
    return name ? Result<void>() : badPayload(name.error().detail);
}

}  // namespace

Result<void> checkReferences(const record::Payload& payload, const ReferenceSources& sources) {
    if (payload.type == "inspection.amended") return checkAmendment(payload, sources.reader);
    if (records::isReview(payload.type)) return checkReview(payload, sources.reader);
    if (payload.type == "checklist.published") return checkPublishedChecklist(payload, sources);
    if (payload.type == "site.published") return checkPublishedSite(payload);
    return {};
}

}  // namespace plumb::server
