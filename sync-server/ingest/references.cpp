#include "sync-server/ingest/references.h"

#include <algorithm>

#include "shared/records/inspection/summary.h"
#include "shared/records/reference/checklist_publication.h"

namespace plumb::server {
namespace {

tl::unexpected<Error> badPayload(std::string why) {
    return fail(ErrorKind::malformed, "bad_payload", std::move(why));
}

// What an amendment or a review speaks of. That it says so is the body's rule (records/rules.h), asked before.
Result<void> checkInspection(const record::Payload& payload, StoreReader& reader) {
    const auto of = textOr(payload.body, "of");
    if (reader.inspection(of)) return {};
    return fail(ErrorKind::notFound, "of_unknown",
                "no submitted inspection " + of.substr(0, 40) + " is in this log; send it first");
}

Result<void> checkPublishedChecklist(const record::Payload& payload, const ReferenceSources& sources) {
    const auto said = records::readChecklistPublication(payload.body);
    if (!said) return fail(said.error());
    const bool named = std::any_of(payload.files.begin(), payload.files.end(), [&](const auto& file) {
        return file.sha256 == said->sha256 && file.role == "checklist";
    });
    if (!named) return badPayload("\"files\" must name the checklist's document with role \"checklist\"");
    const auto document = sources.checklists.read(said->sha256);
    if (!document) return fail(document.error());
    if ((*document)->id != said->id || (*document)->version != said->version) {
        return fail(ErrorKind::malformed, "bad_checklist",
                    "the document calls itself " + (*document)->id + " version " + (*document)->version +
                        ", the line says " + said->id + " version " + said->version);
    }
    // Tablets fetch what the record names: a file that only the document names would never reach them.
    for (const auto& [name, hash] : (*document)->attachments) {
        const bool carried = std::any_of(payload.files.begin(), payload.files.end(), [&](const auto& file) {
            return file.sha256 == hash && file.role == "attachment";
        });
        if (!carried)
            return badPayload("\"files\" must name " + name + ", which the document needs, with role \"attachment\"");
    }
    const auto stands = sources.reader.checklist(said->id, said->version);
    if (stands && stands->sha256 != said->sha256) {
        return fail(ErrorKind::conflict, "bad_checklist",
                    "checklist " + said->id + " version " + said->version +
                        " is published with other contents; give the new one a new version");
    }
    return {};
}

}  // namespace

Result<void> checkReferences(const record::Payload& payload, const ReferenceSources& sources) {
    if (payload.type == "inspection.amended" || records::isReview(payload.type))
        return checkInspection(payload, sources.reader);
    if (payload.type == "checklist.published") return checkPublishedChecklist(payload, sources);
    return {};
}

}  // namespace plumb::server
