// RECORDS.md and the programs say the same: each example keeps its type's rule, is read, and is composed again as it
// was.
#include <catch2/catch.hpp>
#include <functional>

#include "shared/checklist/load/loader.h"
#include "shared/domain/record_types.h"
#include "shared/domain/recovery.h"
#include "shared/domain/trust_body.h"
#include "shared/records/assessment/assignment.h"
#include "shared/records/assessment/contribution.h"
#include "shared/records/disposal/disposal.h"
#include "shared/records/document/issued.h"
#include "shared/records/inspection/body.h"
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
#include "shared/records/rules.h"
#include "shared/records/voice/complaint.h"
#include "shared/records/voice/feedback.h"
#include "shared/records/voice/rating.h"
#include "tests/unit/records/record_examples.h"

using namespace plumb;
using namespace plumb::records;

namespace {

using Again = std::function<json::object(const json::object&)>;

template <auto read>
json::object again(const json::object& body) {
    const auto value = read(body);
    if (!value) FAIL(value.error().detail);
    return toBody(*value);
}

template <ActKind kind>
json::object actAgain(const json::object& body) {
    const auto act = readAct(kind, body);
    if (!act) FAIL(act.error().detail);
    return toBody(*act);
}

// Of the types that have a reader of their own.
const std::map<std::string, Again> kAgain{
    {"invite.issued", again<domain::readInviteBody>},
    {"key.enrolled", again<domain::readEnrolmentBody>},
    {"key.revoked", again<domain::readRevocationBody>},
    {"role.granted", again<domain::readRoleChangeBody>},
    {"role.withdrawn", again<domain::readRoleChangeBody>},
    {"documents.certified", again<domain::readAuthorityBody>},
    {"document.issued", again<readIssued>},
    {"feedback.answered", again<readFeedbackAnswered>},
    {"complaint.received", again<readComplaint>},
    {"complaint.classified", again<readComplaintClassified>},
    {"complaint.tasked", again<readComplaintTasked>},
    {"complaint.answered", again<readComplaintAnswered>},
    {"rating.counted", again<readRatingCounted>},
    {"rating.said", again<readRatingSaid>},
    {"panel.assigned", again<readPanel>},
    {"panel.scored", again<readPanelScored>},
    {"panel.closed", again<readPanelClosed>},
    {"finding.referred", again<readReferral>},
    {"referral.answered", again<readReferralAnswer>},
    {"disposal.proposed", again<readDisposal>},
    {"disposal.approved", again<readDisposalApproval>},
    {"disposal.refused", again<readDisposalRefusal>},
    {"site.published", again<readSite>},
    {"site.proposed", again<readProposal>},
    {"site.declined", again<readDeclined>},
    {"checklist.published", again<readChecklistPublication>},
    {"task.assigned", again<readTask>},
    {"document.filed", again<readIssued>},
    {"publication.made", again<readPublication>},
    {"publication.corrected", again<readCorrection>},
    {"publication.withdrawn", again<readPublicationWithdrawn>},
    {"check.proposed", again<readCheck>},
    {"check.approved", again<readApproval>},
    {"check.refused", again<readCheckRefusal>},
    {"plan.proposed", again<readPlan>},
    {"plan.approved", again<readPlanApproval>},
    {"plan.refused", again<readPlanRefusal>},
    {"plan.published", again<readPlanPublished>},
    {"programme.published", again<readProgramme>},
    {"register.published", again<readItemRegister>},
    {"retention.published", again<readRetention>},
    {"draw.committed", again<readDrawCommitted>},
    {"draw.revealed", again<readDrawRevealed>},
    {"task.answered", again<readTaskAnswer>},
    {"task.cancelled", again<readTaskCancelled>},
    {"inspection.submitted", again<readInspection>},
    {"inspection.amended", again<readAmendment>},
    {"review.accepted", again<readReview>},
    {"review.returned", again<readReview>},
    {"review.assigned", again<readReviewAssignment>},
    {"remark.added", again<readRemark>},
    {"round.published", again<readRound>},
    {"assessment.contributed", again<readContribution>},
    {"assessment.assigned", again<readAssignment>},
    {"assessment.submitted", again<readAssessment>},
    {"assessment.amended", again<readAssessmentAmendment>},
    {"rectification.ordered", actAgain<ActKind::ordered>},
    {"rectification.delivered", actAgain<ActKind::delivered>},
    {"rectification.reported", actAgain<ActKind::reported>},
    {"rectification.objected", actAgain<ActKind::objected>},
    {"rectification.extension_requested", actAgain<ActKind::extensionRequested>},
    {"rectification.extended", actAgain<ActKind::extended>},
    {"rectification.extension_refused", actAgain<ActKind::extensionRefused>},
    {"rectification.verified", actAgain<ActKind::verified>},
    {"rectification.rejected", actAgain<ActKind::rejected>},
    {"rectification.withdrawn", actAgain<ActKind::withdrawn>},
    {"rectification.handed_over", actAgain<ActKind::handedOver>},
    {"rectification.ended", actAgain<ActKind::ended>},
    {"rectification.archived", actAgain<ActKind::archived>},
};

const std::map<std::string, json::object>& examples() {
    static const auto all = test::recordExamples();
    return all;
}

}  // namespace

TEST_CASE("every type of the table has an example, and every example a type of the table") {
    CHECK(examples().size() == domain::recordTypes().size());
    for (const auto& type : domain::recordTypes()) {
        INFO(type.name);
        REQUIRE(examples().contains(type.name));
        const auto good = checkBody(type.name, examples().at(type.name));
        INFO((good ? std::string() : good.error().detail));
        CHECK(good);
    }
}

TEST_CASE("an example that is read is composed again as it was") {
    for (const auto& [type, compose] : kAgain) {
        INFO(type);
        const auto& body = examples().at(type);
        const json::value composed = compose(body), shown = body;
        INFO(toText(composed));
        CHECK(composed == shown);  // whatever the order of the members
    }
}

TEST_CASE("the example of log.recovered is signed by the log that the example of invite.issued names") {
    const auto key = crypto::parseNoteKey(textOr(examples().at("invite.issued"), "log"));
    REQUIRE(key);
    const auto recovery = domain::readRecovery(examples().at("log.recovered"), *key);
    INFO((recovery ? std::string() : recovery.error().detail));
    REQUIRE(recovery);
    const auto composed = domain::recoveryBody(textOr(examples().at("log.recovered").at("lost").as_object(), "note"),
                                               crypto::Checkpoint{"", recovery->kept, recovery->root, {}},
                                               recovery->opened, recovery->reason);
    CHECK(*parseJson(toText(composed)) == json::value(examples().at("log.recovered")));
}

TEST_CASE("the proof in the example of key.enrolled is by the key that it enrols") {
    const auto invite = domain::readInviteBody(examples().at("invite.issued"));
    const auto enrolment = domain::readEnrolmentBody(examples().at("key.enrolled"));
    REQUIRE(invite);
    REQUIRE(enrolment);
    CHECK(crypto::verifyDetached(enrolment->key, crypto::kEnrolTyp, enrolment->proof,
                                 "plumb-enrol-v1\n" + invite->key.kid() + "\n" + enrolment->key.kid()));
    CHECK(domain::readRevocationBody(examples().at("key.revoked"))->key == enrolment->key.kid());
}

TEST_CASE("the score of the submitted example follows from its answers under the example of CHECKLIST.md") {
    const auto page = test::readPage("shared/checklist/CHECKLIST.md");
    const auto from = page.find("```json checklist\n") + 18;
    const auto document = checklist::loadChecklist(page.substr(from, page.find("\n```", from) - from));
    REQUIRE(document);
    const auto inspection = readInspection(examples().at("inspection.submitted"));
    REQUIRE(inspection);
    const auto score = checklist::scoreAnswers(**document, inspection->answers);
    REQUIRE(score);
    const auto good =
        checklist::checkStatedScore(examples().at("inspection.submitted").at("score").as_object(), *score);
    INFO((good ? std::string() : good.error().detail));
    CHECK(good);
    CHECK(checklist::statedOf(*score) == inspection->score);
}
