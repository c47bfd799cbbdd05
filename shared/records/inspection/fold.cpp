#include "shared/records/inspection/fold.h"

namespace plumb::records {
namespace {

void show(InspectionRow& row, const BelievedLine& line, const InspectionSummary& summary) {
    row.newest = line.place;
    row.hash = line.hash;
    row.site = line.payload.site;
    row.region = line.payload.region;
    row.at = line.payload.at;
    row.files = static_cast<int>(line.payload.files.size());
    row.says = summary;
}

}  // namespace

std::string inspectionOf(const record::Payload& payload) {
    if (isSubmission(payload.type)) return payload.id;
    if (isAmendment(payload.type) || isReview(payload.type) || isCosignature(payload.type) || isDelivery(payload.type))
        return textOr(payload.body, "of");
    return {};
}

Standing standingOf(const InspectionRow& row) {
    return {row.id,       row.kid,
            row.hash,     row.status,
            row.version,  row.says.isAssessment(),
            row.cosigned, row.says.vetoes > 0,
            row.agreed};
}

bool foldInspection(std::optional<InspectionRow>& row, const BelievedLine& line, const InspectionSummary* summary) {
    if (isSubmission(line.payload.type)) {
        if (row || !summary) return false;
        row.emplace();
        row->id = line.payload.id;
        row->kid = line.kid;
        row->status = firstStatus(*summary);
        row->first = line.place;
        show(*row, line, *summary);
        return true;
    }
    if (!row || (isAmendment(line.payload.type) && !summary)) return false;
    auto standing = standingOf(*row);
    const auto step = advance(standing, line.payload, line.hash, line.kid);
    if (step == Step::none) return false;
    row->decided.reset();
    if (step == Step::version) show(*row, line, *summary);
    if (step == Step::review) row->decided = line.hash;
    row->version = standing.version;
    row->status = standing.status;
    row->cosigned = standing.cosigned;
    row->agreed = std::move(standing.agreed);
    return true;
}

}  // namespace plumb::records
