#include "shared/records/inspection/standing.h"

#include "shared/records/inspection/summary.h"

namespace plumb::records {

std::string_view statusName(InspectionStatus status) {
    switch (status) {
        case InspectionStatus::submitted:
            return "submitted";
        case InspectionStatus::returned:
            return "returned";
        case InspectionStatus::accepted:
            return "accepted";
    }
    return "";
}

Step advance(Standing& standing, const record::Payload& payload, const Sha256& hash, std::string_view kid) {
    // What was accepted is closed.
    if (standing.status == InspectionStatus::accepted || textOr(payload.body, "of") != standing.id) return Step::none;
    if (isAmendment(payload.type)) {
        if (isAssessment(payload.type) != standing.assessment) return Step::none;
        if (kid != standing.kid) return Step::none;
        standing.newest = hash;
        ++standing.version;
        standing.status = InspectionStatus::submitted;
        return Step::version;
    }
    if (!isReview(payload.type)) return Step::none;
    if (kid == standing.kid || textOr(payload.body, "hash") != standing.newest.hex()) return Step::none;
    standing.status = payload.type == "review.accepted" ? InspectionStatus::accepted : InspectionStatus::returned;
    return Step::review;
}

History historyOf(const std::vector<HistoryLine>& lines) {
    History history;
    if (lines.empty()) return history;
    Standing standing{lines.front().payload.id, lines.front().kid, lines.front().hash};
    standing.assessment = isAssessment(lines.front().payload.type);
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const auto step = advance(standing, lines[i].payload, lines[i].hash, lines[i].kid);
        if (step == Step::version) history.newest = i;
        if (step == Step::review) history.reviews.push_back(i);
    }
    history.status = standing.status;
    history.version = standing.version;
    return history;
}

}  // namespace plumb::records
