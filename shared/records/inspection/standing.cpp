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

Standing firstStanding(const record::Payload& submission, const Sha256& hash, std::string_view kid) {
    Standing out{submission.id, std::string(kid), hash, firstStatus(submission.body)};
    out.assessment = isAssessment(submission.type);
    out.veto = vetoesOf(submission.body) > 0;
    return out;
}

namespace {

// Of an acceptance of a version that two have to accept. One that says nobody's name is from before that rule, and
// comes after none that does.
Step agree(Standing& standing, std::string person, const Sha256& hash) {
    if (person.empty()) return standing.agreed ? Step::none : Step::review;
    if (standing.agreed) return standing.agreed->person == person ? Step::none : Step::review;
    standing.agreed = Agreement{hash, std::move(person)};
    standing.status = InspectionStatus::submitted;
    return Step::agreed;
}

}  // namespace

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
        standing.veto = vetoesOf(payload.body) > 0;
        standing.agreed.reset();
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
    if (payload.type == "review.returned") {
        standing.agreed.reset();
        standing.status = InspectionStatus::returned;
        return Step::review;
    }
    const auto step = standing.veto ? agree(standing, textOr(payload.body, "person"), hash) : Step::review;
    if (step == Step::review) standing.status = InspectionStatus::accepted;
    return step;
}

History historyOf(const std::vector<HistoryLine>& lines) {
    History history;
    if (lines.empty()) return history;
    auto standing = firstStanding(lines.front().payload, lines.front().hash, lines.front().kid);
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
        if (step == Step::review || step == Step::agreed) history.reviews.push_back(i);
        if (step == Step::agreed) history.agreed = i;
        if (!standing.agreed) history.agreed.reset();
    }
    history.status = standing.status;
    history.version = standing.version;
    history.standing = std::move(standing);
    return history;
}

}  // namespace plumb::records
