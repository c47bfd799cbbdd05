#include "shared/records/rules.h"

#include <algorithm>
#include <array>

#include "shared/base/encoding.h"
#include "shared/domain/recovery.h"
#include "shared/domain/trust_body.h"
#include "shared/records/inspection/body.h"
#include "shared/records/inspection/read_parts.h"
#include "shared/records/reference/checklist_publication.h"
#include "shared/records/reference/site.h"
#include "shared/records/review/body.h"

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

// A body that none reads yet: the members without which it means nothing.
template <auto members>
Result<void> has(const json::object& body) {
    BodyReader read(body);
    members(read);
    return read.done();
}

void titled(BodyReader& read) {
    (void)read.text("id");
    if (read.localTextIf("title").empty()) read.fault("title", "must be an object of texts by language");
}

void task(BodyReader& read) {
    (void)read.text("person");
    (void)read.day("due");
}

void drawCommitted(BodyReader& read) {
    (void)read.hash("pool");
    if (read.integer("count") < 1) read.fault("count", "must be at least 1");
}

void drawRevealed(BodyReader& read) {
    (void)read.recordId("of");
    (void)read.object("checkpoint", [](BodyReader& checkpoint) {
        if (checkpoint.integer("size") < 1) checkpoint.fault("size", "must be at least 1");
        const auto root = fromBase64(checkpoint.text("root"));
        if (!root || !Sha256::fromView(*root)) checkpoint.fault("root", "must be a hash in base64");
    });
}

void assessment(BodyReader& read) {
    (void)checklistRefFrom(read);
    if (!read.members().contains("answers")) read.fault("answers", "must be an object of texts by question");
    if (const auto answers = checklist::Answers::fromJson(read.members()); !answers) read.fault(answers.error());
}

void order(BodyReader& read) {
    (void)read.recordId("of");
    if (read.eachIf("findings", [](BodyReader& finding) { (void)finding.text("item"); }) == 0)
        read.fault("findings", "must name at least one finding");
}

void about(BodyReader& read) {
    (void)read.recordId("of");
}

void rejection(BodyReader& read) {
    (void)read.recordId("of");
    (void)read.text("reason");
}

void words(BodyReader& read) {
    (void)read.text("text");
}

void answer(BodyReader& read) {
    (void)read.recordId("of");
    (void)read.text("text");
}

void erasure(BodyReader& read) {
    (void)read.hash("line");
    (void)read.text("reason");
}

constexpr std::array<std::pair<std::string_view, Rule>, 26> kRules{{
    {"invite.issued", readable<domain::readInviteBody>},
    {"key.enrolled", readable<domain::readEnrolmentBody>},
    {"key.revoked", readable<domain::readRevocationBody>},
    {"role.granted", readable<domain::readRoleChangeBody>},
    {"role.withdrawn", readable<domain::readRoleChangeBody>},
    {"programme.published", has<titled>},
    {"site.published", readable<readSite>},
    {"checklist.published", readable<readChecklistPublication>},
    {"standard.published", has<titled>},
    {"task.assigned", has<task>},
    {"draw.committed", has<drawCommitted>},
    {"draw.revealed", has<drawRevealed>},
    {"inspection.submitted", readable<readInspection>},
    {"inspection.amended", readable<readAmendment>},
    {"assessment.submitted", has<assessment>},
    {"review.accepted", readable<readReview>},
    {"review.returned", readable<readReview>},
    {"rectification.ordered", has<order>},
    {"rectification.reported", has<about>},
    {"rectification.verified", has<about>},
    {"rectification.rejected", has<rejection>},
    {"standard.feedback", has<words>},
    {"complaint.received", has<words>},
    {"complaint.answered", has<answer>},
    {"log.recovered", domain::checkRecoveryForm},
    {"line.erased", has<erasure>},
}};

}  // namespace

Result<void> checkBody(std::string_view type, const json::object& body) {
    const auto found = std::find_if(kRules.begin(), kRules.end(), [&](const auto& rule) { return rule.first == type; });
    return found == kRules.end() ? Result<void>() : found->second(body);
}

}  // namespace plumb::records
