#include "shared/records/rules.h"

#include <algorithm>
#include <array>

#include "shared/domain/recovery.h"
#include "shared/domain/trust_body.h"
#include "shared/domain/working_days.h"
#include "shared/records/assessment/assignment.h"
#include "shared/records/assessment/contribution.h"
#include "shared/records/body_reader.h"
#include "shared/records/disposal/disposal.h"
#include "shared/records/document/issued.h"
#include "shared/records/evidence/signed_place.h"
#include "shared/records/inspection/body.h"
#include "shared/records/inspection/cosignature.h"
#include "shared/records/inspection/result_delivery.h"
#include "shared/records/inspection/signed_content.h"
#include "shared/records/panel/panel.h"
#include "shared/records/planning/check.h"
#include "shared/records/planning/draw_lines.h"
#include "shared/records/planning/plan.h"
#include "shared/records/planning/task.h"
#include "shared/records/publication/published.h"
#include "shared/records/rectification/act.h"
#include "shared/records/rectification/referral.h"
#include "shared/records/reference/checklist_publication.h"
#include "shared/records/reference/item_register.h"
#include "shared/records/reference/programme.h"
#include "shared/records/reference/proposal.h"
#include "shared/records/reference/retention.h"
#include "shared/records/reference/round.h"
#include "shared/records/reference/site.h"
#include "shared/records/review/assignment.h"
#include "shared/records/review/body.h"
#include "shared/records/review/remark.h"
#include "shared/records/voice/complaint.h"
#include "shared/records/voice/feedback.h"
#include "shared/records/voice/rating.h"

namespace plumb::records {
namespace {

using Rule = Result<void> (*)(const json::object& body);

// A body that has a reader of its own: what that one takes.
template <auto read>
Result<void> readable(const json::object& body) {
    const auto value = read(body);
    if (value) return {};
    return fail(ErrorKind::malformed, "bad_payload", value.error().detail);
}

template <ActKind kind>
Result<void> act(const json::object& body) {
    const auto value = readAct(kind, body);
    if (value) return {};
    return fail(value.error());
}

// Years of the working-day calendar, each whole.
Result<void> calendar(const json::object& body) {
    BodyReader read(body);
    if (read.text("id") != "working_days") read.fault("id", "must be \"working_days\"");
    const bool any = read.object("years", [](BodyReader& years) {
        if (years.members().empty()) years.fault("", "must name one year at least");
    });
    if (any && read.good()) {
        const auto years = domain::WorkingCalendar::parse(toText(body));
        if (!years) read.fault(years.error());
    }
    return read.done();
}

// A body that none reads yet: the members without which it means nothing.
template <auto members>
Result<void> has(const json::object& body) {
    BodyReader read(body);
    members(read);
    return read.done();
}

void titled(BodyReader& read) {
    (void)read.text("id");
    (void)read.localText("title");
}

void words(BodyReader& read) {
    (void)read.text("text");
}

void erasure(BodyReader& read) {
    (void)read.hash("line");
    (void)read.text("reason");
}

// A refusal that nobody witnessed is somebody's word alone, unless it can be heard or seen.
Result<void> checkRefusal(const record::Payload& payload) {
    const auto* party = payload.body.if_contains("party");
    const auto* refused = party && party->is_object() ? party->get_object().if_contains("refused") : nullptr;
    if (!refused || !refused->is_object() || textOr(refused->get_object(), "no_witness").empty()) return {};
    const bool shown = std::any_of(payload.files.begin(), payload.files.end(), [](const record::FileRef& file) {
        return file.role == kRefusalRole && (file.type.starts_with("audio/") || file.type.starts_with("video/"));
    });
    if (shown) return {};
    return fail(ErrorKind::malformed, "bad_payload",
                "\"body.party.refused\" has no witness: a sound or film of the role \"refusal\" must show it");
}

constexpr std::array<std::pair<std::string_view, Rule>, 76> kRules{{
    {"invite.issued", readable<domain::readInviteBody>},
    {"key.enrolled", readable<domain::readEnrolmentBody>},
    {"key.revoked", readable<domain::readRevocationBody>},
    {"role.granted", readable<domain::readRoleChangeBody>},
    {"role.withdrawn", readable<domain::readRoleChangeBody>},
    {"documents.certified", readable<domain::readAuthorityBody>},
    {"programme.published", readable<readProgramme>},
    {"site.published", readable<readSite>},
    {"site.proposed", readable<readProposal>},
    {"site.declined", readable<readDeclined>},
    {"checklist.published", readable<readChecklistPublication>},
    {"standard.published", has<titled>},
    {"round.published", readable<readRound>},
    {"calendar.published", calendar},
    {"register.published", readable<readItemRegister>},
    {"retention.published", readable<readRetention>},
    {"task.assigned", readable<readTask>},
    {"task.answered", readable<readTaskAnswer>},
    {"task.cancelled", readable<readTaskCancelled>},
    {"check.proposed", readable<readCheck>},
    {"check.approved", readable<readApproval>},
    {"check.refused", readable<readCheckRefusal>},
    {"plan.proposed", readable<readPlan>},
    {"plan.approved", readable<readPlanApproval>},
    {"plan.refused", readable<readPlanRefusal>},
    {"plan.published", readable<readPlanPublished>},
    {"draw.committed", readable<readDrawCommitted>},
    {"draw.revealed", readable<readDrawRevealed>},
    {"inspection.submitted", readable<readInspection>},
    {"inspection.amended", readable<readAmendment>},
    {"inspection.cosigned", readable<readCosignature>},
    {"inspection.delivered", readable<readResultDelivery>},
    {"assessment.contributed", readable<readContribution>},
    {"assessment.assigned", readable<readAssignment>},
    {"assessment.submitted", readable<readAssessment>},
    {"assessment.amended", readable<readAssessmentAmendment>},
    {"review.accepted", readable<readReview>},
    {"review.returned", readable<readReview>},
    {"review.assigned", readable<readReviewAssignment>},
    {"panel.assigned", readable<readPanel>},
    {"panel.scored", readable<readPanelScored>},
    {"panel.closed", readable<readPanelClosed>},
    {"remark.added", readable<readRemark>},
    {"rectification.ordered", act<ActKind::ordered>},
    {"rectification.delivered", act<ActKind::delivered>},
    {"rectification.reported", act<ActKind::reported>},
    {"rectification.objected", act<ActKind::objected>},
    {"rectification.extension_requested", act<ActKind::extensionRequested>},
    {"rectification.extended", act<ActKind::extended>},
    {"rectification.extension_refused", act<ActKind::extensionRefused>},
    {"rectification.verified", act<ActKind::verified>},
    {"rectification.rejected", act<ActKind::rejected>},
    {"rectification.withdrawn", act<ActKind::withdrawn>},
    {"rectification.handed_over", act<ActKind::handedOver>},
    {"rectification.ended", act<ActKind::ended>},
    {"rectification.archived", act<ActKind::archived>},
    {"finding.referred", readable<readReferral>},
    {"referral.answered", readable<readReferralAnswer>},
    {"disposal.proposed", readable<readDisposal>},
    {"disposal.approved", readable<readDisposalApproval>},
    {"disposal.refused", readable<readDisposalRefusal>},
    {"document.issued", readable<readIssued>},
    {"document.filed", readable<readIssued>},
    {"publication.made", readable<readPublication>},
    {"publication.corrected", readable<readCorrection>},
    {"publication.withdrawn", readable<readPublicationWithdrawn>},
    {"standard.feedback", has<words>},
    {"feedback.answered", readable<readFeedbackAnswered>},
    {"complaint.received", readable<readComplaint>},
    {"complaint.classified", readable<readComplaintClassified>},
    {"complaint.tasked", readable<readComplaintTasked>},
    {"complaint.answered", readable<readComplaintAnswered>},
    {"rating.counted", readable<readRatingCounted>},
    {"rating.said", readable<readRatingSaid>},
    {"log.recovered", domain::checkRecoveryForm},
    {"line.erased", has<erasure>},
}};

}  // namespace

Result<void> checkBody(std::string_view type, const json::object& body) {
    const auto found = std::find_if(kRules.begin(), kRules.end(), [&](const auto& rule) { return rule.first == type; });
    return found == kRules.end() ? Result<void>() : found->second(body);
}

Result<void> checkContext(const record::Payload& payload) {
    if (auto good = checkSignedPlace(payload); !good) return good;
    if (auto good = checkDoneDay(payload); !good) return good;
    if (!isVersion(payload.type)) return checkDelivered(payload);
    if (auto good = checkDrawn(payload); !good) return good;
    return checkRefusal(payload);
}

Result<void> checkPayload(const record::Payload& payload) {
    if (auto good = checkBody(payload.type, payload.body); !good) return good;
    return checkContext(payload);
}

}  // namespace plumb::records
