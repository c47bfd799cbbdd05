// An inspection beside what the enterprise says of itself: while checking, and on the record's page.
#include <catch2/catch.hpp>

#include "mobile/check/check_model.h"
#include "mobile/check/field_rows.h"
#include "mobile/record/record_model.h"
#include "mobile/ui/settings.h"
#include "mobile/ui/text.h"
#include "shared/base/uuid.h"
#include "shared/checklist/load/loader.h"
#include "shared/crypto/hash.h"
#include "tests/unit/mobile/records.h"
#include "tests/unit/store/documents.h"

using namespace plumb;
using namespace plumb::mobile;
using test::Bench;
using test::waitFor;

namespace {

// The enterprise finds that everything of the small checklist conforms; b after 5 days.
void pullAssessment(Bench& bench, std::uint64_t index) {
    const auto document = test::smallDocument(1);
    const auto list = checklist::loadChecklist(document).value();
    records::InspectionBody body;
    body.kind = records::kSelfKind;
    body.checklist = {"small", "1", crypto::sha256(asBytes(document))};
    body.started = body.finished = bench.now;
    body.team = {"质量员甲"};
    body.answers.values = {{"a_c", "pass"}, {"b_n", "5"}, {"d_c", "pass"}};
    body.answers.notes = {{"b", "按标签执行"}};
    body.answers.facts = {{"product", "vegetable"}};
    body.answers.local = checklist::LocalDay{std::chrono::minutes(480), dayOf(bench.now)};
    body.score = checklist::statedOf(checklist::scoreAnswers(*list, body.answers).value());
    body.round = "gs-2026";
    body.contributors = {{bench.deviceKey().publicKey().kid(), "质量员甲", {"a", "b", "d"}}};
    record::Payload payload;
    payload.id = makeUuid7(bench.now.utc);
    payload.type = "assessment.submitted";
    payload.seq = 1;
    payload.at = bench.now;
    payload.site = "yongchang";
    payload.region = "620321";
    payload.body = records::toBody(body);
    auto line = record::Line::sign(bench.deviceKey(), record::formatPayload(payload));
    REQUIRE(test::connect(bench)->takePulled({{index, std::move(line), std::move(payload)}}));
}

QString saidOf(CheckModel& check, const QString& question) {
    const auto* rows = static_cast<Rows<QuestionRow>*>(check.item()->questions());
    const auto* row = rows->find(question);
    REQUIRE(row);
    return row->said;
}

}  // namespace

TEST_CASE("beside a field stands what the enterprise says of itself, until that is switched off for good") {
    Bench bench;
    bench.publish(test::smallDocument(1));
    pullAssessment(bench, 100);
    CheckModel check(bench.store(), nullptr);
    check.begin("yongchang", "small");
    waitFor([&] { return check.isOpen(); });
    check.place()->goTo("b");
    CHECK(saidOf(check, "b_n") == "5 天");
    CHECK(check.item()->property("selfVerdict") == "pass");
    CHECK(check.item()->property("selfPoints") == "5 / 5");
    CHECK(check.item()->property("selfNote") == "按标签执行");
    Settings::instance().setBesideShown(false);
    CHECK(saidOf(check, "b_n").isEmpty());
    CHECK(check.item()->property("selfVerdict").toString().isEmpty());
    CHECK(check.item()->property("selfKnown").toBool());
    // It is no visit before.
    CHECK_FALSE(check.openedDraft()->previous);
}

TEST_CASE("without a self-assessment nothing stands beside a field") {
    Bench bench;
    bench.publish(test::smallDocument(1));
    CheckModel check(bench.store(), nullptr);
    check.begin("yongchang", "small");
    waitFor([&] { return check.isOpen(); });
    check.place()->goTo("b");
    CHECK(saidOf(check, "b_n").isEmpty());
    CHECK_FALSE(check.item()->property("selfKnown").toBool());
}

TEST_CASE("on the record's page the items that differ come first, what costs most before") {
    Bench bench;
    bench.publish(test::smallDocument(1));
    pullAssessment(bench, 100);
    const QString id = test::signSmall(bench);  // b and d fail
    RecordModel record(bench.store(), nullptr);
    record.show(id);
    waitFor([&] { return record.ready(); });
    CHECK_FALSE(record.assessment());
    CHECK(record.differences() == 2);
    const auto& rows = static_cast<Rows<BesideRow>*>(record.beside())->rows();
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].differs);
    CHECK(rows[1].differs);
    CHECK(rows[0].inspectedVerdict == "fail");
    CHECK(rows[0].assessedVerdict == "pass");
    CHECK_FALSE(rows[2].differs);
    CHECK(rows[2].id == "a");
    // What was inspected after it does not stand beside the self-assessment (counterpart_test.cpp has the whole rule).
    const QString other = record.besideOther();
    record.show(other);
    waitFor([&] { return record.ready() && record.id() == other; });
    CHECK(record.assessment());
    CHECK(record.besideOther().isEmpty());
}
