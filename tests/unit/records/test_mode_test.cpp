// What is made in test mode is marked in its signed body, counts for nothing, and stays so whatever follows.
#include "shared/records/inspection/test_mode.h"

#include <catch2/catch.hpp>

#include "shared/records/assessment/assessment.h"
#include "shared/records/inspection/body.h"
#include "shared/records/inspection/cosignature.h"
#include "shared/records/inspection/fold.h"
#include "shared/records/inspection/result_delivery.h"
#include "shared/records/inspection/signed_content.h"
#include "shared/records/rectification/case.h"
#include "shared/records/review/assignment.h"
#include "shared/records/rules.h"
#include "tests/unit/records/record_examples.h"

using namespace plumb;
using namespace plumb::records;

namespace {

constexpr const char* kId = "0198d2c4-7a10-7c3e-8f21-5b6a7c8d9e0f";

json::object example(const std::string& type, const json::object& more = {}) {
    static const auto all = test::recordExamples();
    auto out = all.at(type);
    for (const auto& member : more) out[member.key()] = member.value();
    return out;
}

record::Payload payloadOf(std::string type, json::object body, std::string id = kId) {
    record::Payload out;
    out.id = std::move(id);
    out.type = std::move(type);
    out.site = "yongchang-veg";
    out.region = "620321";
    out.body = std::move(body);
    return out;
}

struct Submitted {
    record::Payload payload;
    InspectionSummary summary;
    std::vector<FoundFinding> findings;
};
Submitted submitted(const std::string& type = "inspection.submitted") {
    Submitted out{payloadOf(type, example(type, {{"test", true}})), {}, {}};
    REQUIRE(checkBody(type, out.payload.body));
    out.summary = readSummary(out.payload.body).value();
    out.findings = findingsOf(out.payload.body);
    return out;
}

}  // namespace

TEST_CASE("a body says that it was made in test mode, and is composed as it was read") {
    const auto body = readInspection(example("inspection.submitted", {{"test", true}}));
    REQUIRE(body);
    CHECK(body->test);
    CHECK(summaryOf(*body).test);
    CHECK(isTest(toBody(*body)));
    const auto real = readInspection(example("inspection.submitted"));
    REQUIRE(real);
    CHECK_FALSE(real->test);
    CHECK_FALSE(toBody(*real).contains("test"));
}

TEST_CASE("a test is of no task and of no order, and no amendment gives or takes the mark") {
    const auto why = [](const std::string& type, json::object body) {
        const auto good = checkBody(type, body);
        return good ? std::string() : good.error().detail;
    };
    CHECK(why("inspection.submitted", example("inspection.submitted", {{"test", true}, {"task", kId}})) ==
          "\"body.task\" must not be there: no task is done in test mode");
    CHECK(why("inspection.submitted", example("inspection.submitted", {{"test", true}, {"order", kId}})) ==
          "\"body.order\" must not be there: nothing is re-checked in test mode");
    CHECK(
        why("inspection.submitted",
            example("inspection.submitted",
                    {{"test", true}, {"rating", {{"salt", std::string(32, '0')}, {"code", std::string(64, 'a')}}}})) ==
        "\"body.rating\" must not be there: nobody rates a visit that was none");
    CHECK(why("inspection.submitted", example("inspection.submitted", {{"test", false}})) ==
          "\"body.test\" must be true where it stands");
    CHECK(why("inspection.amended", example("inspection.amended", {{"test", true}})) ==
          "\"body.test\" must not be there: it is the submission that is made in test mode, and never amended");
}

TEST_CASE("nothing that follows moves a test: not its author, not a supervisor, not a second inspector") {
    const auto test = submitted();
    std::optional<InspectionRow> row;
    REQUIRE(foldInspection(row, {test.payload, Sha256{{1}}, "ann", 4}, &test.summary));
    CHECK(row->status == InspectionStatus::test);
    const auto before = row;
    auto amended = payloadOf("inspection.amended", example("inspection.amended", {{"of", kId}}), "other");
    const auto summary = readSummary(amended.body).value();
    CHECK_FALSE(foldInspection(row, {amended, Sha256{{2}}, "ann", 5}, &summary));
    const json::object about{{"of", kId}, {"hash", Sha256{{1}}.hex()}};
    for (const auto* type : {"review.accepted", "review.returned"}) {
        const auto review = payloadOf(type, about, "other");
        CHECK_FALSE(foldInspection(row, {review, Sha256{{3}}, "bob", 6}, nullptr));
    }
    auto cosigned = payloadOf("inspection.cosigned", about, "other");
    cosigned.body["content"] = Sha256{{9}}.hex();
    CHECK_FALSE(foldInspection(row, {cosigned, Sha256{{4}}, "bob", 7}, nullptr));
    CHECK(row == before);
    const auto history = historyOf({{test.payload, Sha256{{1}}, "ann"}, {amended, Sha256{{2}}, "ann"}});
    CHECK((history.status == InspectionStatus::test && history.version == 1));
}

TEST_CASE("one who has to sign second does not wait for a test") {
    const auto body = example("inspection.submitted", {{"test", true}, {"signers", 2}});
    CHECK(firstStatus(body) == InspectionStatus::test);
    CHECK(firstStatus(readSummary(body).value()) == InspectionStatus::test);
}

TEST_CASE("a test opens no case, and is no progress of a round") {
    const auto test = submitted();
    std::optional<CaseRow> opened;
    CHECK_FALSE(foldCase(opened, {test.payload, Sha256{{1}}, "ann", 4}, {test.summary, test.findings, {}}));
    CHECK_FALSE(opened);
    const auto assessed = submitted("assessment.submitted");
    std::optional<AssessmentRow> row;
    const AssessmentReading reading{{}, {}, assessed.summary};
    CHECK_FALSE(assessmentOf(assessed.payload, reading));
    CHECK_FALSE(foldAssessment(row, {assessed.payload, Sha256{{1}}, "ann", 4}, reading));
    CHECK_FALSE(row);
}

TEST_CASE("whatever is said of a test is refused with one sentence") {
    const Standing standing{kId, "ann", Sha256{{1}}, InspectionStatus::test};
    const auto code = [](const Result<void>& may) { return may ? std::string("good") : may.error().code; };
    CHECK(code(mayCosign(standing, {kId, Sha256{{1}}, Sha256{{9}}}, "bob")) == "test_record");
    CHECK(code(mayDeliverResult(standing, {kId, Sha256{{1}}})) == "test_record");
    CHECK(code(mayAssign(InspectionStatus::test, "", {kId, "bob", ""})) == "test_record");
    CHECK(code(mayFollow(InspectionStatus::test)) == "test_record");
    for (const auto status : {InspectionStatus::submitted, InspectionStatus::returned, InspectionStatus::accepted,
                              InspectionStatus::incomplete})
        CHECK(code(mayFollow(status)) == "good");
    CHECK(followedBy(payloadOf("review.accepted", {{"of", kId}})) == kId);
    CHECK(followedBy(payloadOf("check.proposed", {{"urgent", json::object{{"inspection", kId}}}})) == kId);
    CHECK(followedBy(payloadOf("inspection.submitted", example("inspection.submitted"))).empty());
}

TEST_CASE("a signature that was drawn in test mode is over no other record") {
    const auto real = example("inspection.submitted"), test = example("inspection.submitted", {{"test", true}});
    CHECK(signedContent("a", real, {}).value() != signedContent("a", test, {}).value());
}
