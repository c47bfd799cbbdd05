#include "shared/records/inspection/standing.h"

#include "shared/records/inspection/cosignature.h"
#include "shared/records/inspection/result_delivery.h"
#include "shared/records/inspection/summary.h"
#include "shared/records/inspection/test_mode.h"

namespace plumb::records {

std::string_view statusName(InspectionStatus status) {
    switch (status) {
        case InspectionStatus::submitted:
            return "submitted";
        case InspectionStatus::returned:
            return "returned";
        case InspectionStatus::accepted:
            return "accepted";
        case InspectionStatus::incomplete:
            return "incomplete";
        case InspectionStatus::test:
            return "test";
    }
    return "";
}

InspectionStatus firstStatus(const json::object& body) {
    if (isTest(body)) return InspectionStatus::test;
    return signersOf(body) > 1 ? InspectionStatus::incomplete : InspectionStatus::submitted;
}

InspectionStatus firstStatus(const InspectionSummary& says) {
    if (says.test) return InspectionStatus::test;
    return says.signers > 1 ? InspectionStatus::incomplete : InspectionStatus::submitted;
}

Step advance(Standing& standing, const record::Payload& payload, const Sha256& hash, std::string_view kid) {
    // What was accepted is closed, and what was made in test mode was never open.
    if (standing.status == InspectionStatus::accepted || isTest(standing.status)) return Step::none;
    if (textOr(payload.body, "of") != standing.id) return Step::none;
    if (isAmendment(payload.type)) {
        if (isAssessment(payload.type) != standing.assessment) return Step::none;
        if (kid != standing.kid) return Step::none;
        standing.newest = hash;
        ++standing.version;
        standing.status = firstStatus(payload.body);
        standing.cosigned.reset();
        return Step::version;
    }
    if (isCosignature(payload.type)) {
        const auto said = readCosignature(payload.body);
        if (!said || !mayCosign(standing, *said, kid)) return Step::none;
        standing.cosigned = hash;
        standing.status = InspectionStatus::submitted;
        return Step::cosigned;
    }
    // What one of two has signed is nothing to review yet.
    if (!isReview(payload.type) || standing.status == InspectionStatus::incomplete) return Step::none;
    if (kid == standing.kid || textOr(payload.body, "hash") != standing.newest.hex()) return Step::none;
    standing.status = payload.type == "review.accepted" ? InspectionStatus::accepted : InspectionStatus::returned;
    return Step::review;
}

History historyOf(const std::vector<HistoryLine>& lines) {
    History history;
    if (lines.empty()) return history;
    Standing standing{lines.front().payload.id, lines.front().kid, lines.front().hash};
    standing.assessment = isAssessment(lines.front().payload.type);
    standing.status = firstStatus(lines.front().payload.body);
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (isDelivery(lines[i].payload.type)) {
            const auto said = readResultDelivery(lines[i].payload.body);
            if (said && said->of == standing.id && mayDeliverResult(standing, *said)) history.delivered.push_back(i);
            continue;
        }
        const auto step = advance(standing, lines[i].payload, lines[i].hash, lines[i].kid);
        if (step == Step::version) {
            history.newest = i;
            history.cosigned.reset();
        }
        if (step == Step::cosigned) history.cosigned = i;
        if (step == Step::review) history.reviews.push_back(i);
    }
    history.status = standing.status;
    history.version = standing.version;
    return history;
}

}  // namespace plumb::records
