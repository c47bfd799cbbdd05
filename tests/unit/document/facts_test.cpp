// What papers say of records: taken from what was signed and from nothing else.
#include <catch2/catch.hpp>

#include "shared/base/encoding.h"
#include "shared/checklist/load/loader.h"
#include "shared/checklist/score/score.h"
#include "shared/checklist/score/stated_score.h"
#include "shared/crypto/hash.h"
#include "shared/document/papers/act_facts.h"
#include "shared/document/papers/archive_facts.h"
#include "shared/document/papers/inspection_facts.h"
#include "shared/document/papers/order_facts.h"
#include "shared/document/papers/papers.h"
#include "shared/document/papers/verify_address.h"
#include "tests/unit/store/documents.h"

using namespace plumb;
using namespace plumb::document;

namespace {

Sha256 hashOf(std::uint8_t byte) {
    Sha256 out;
    out.bytes.fill(byte);
    return out;
}

struct Signed {
    record::Payload payload;
    records::InspectionBody body;
    std::shared_ptr<const checklist::Checklist> checklist = *checklist::loadChecklist(test::smallDocument(1));

    Signed() {
        payload.type = "inspection.submitted";
        payload.seq = 42;
        payload.at = *parseInstant("2026-11-22T09:22:07.123+08:00");
        payload.site = "yongchang";
        payload.region = "620321";
        payload.files = {{hashOf(1), 52'000, "image/jpeg", "evidence", "a"},
                         {hashOf(2), 52'000, "image/jpeg", "evidence", "b"},
                         {hashOf(3), 52'000, "image/jpeg", "evidence", "b"},
                         {hashOf(4), 2'345'678, "application/pdf", "document", "b"},
                         {hashOf(5), 9'000, "image/png", "signature", ""}};
        body.kind = "supervision";
        body.checklist = {"small", "1", hashOf(9)};
        body.started = *parseInstant("2026-11-22T08:02:00.000+08:00");
        body.finished = *parseInstant("2026-11-22T09:21:00.000+08:00");
        body.team = {"检查员甲", "检查员乙"};
        body.answers.values = {{"a_c", "pass"}, {"b_n", "2"}, {"d_c", "fail"}};
        body.answers.notes = {{"d", "标识缺产地"}};
        body.answers.facts = {{"product", "vegetable"}};
        body.answers.local = checklist::LocalDay{std::chrono::minutes(480), parseDay("2026-11-22")};
        body.findings = {{"b", "minor", "间隔 2 天", "", "2026-12-01"},
                         {"d", "minor", "标识缺产地", "", "", records::Corrected{"已补标", {}, {}}}};
        body.score = checklist::statedOf(*checklist::scoreAnswers(*checklist, body.answers));
        body.party = records::Party{"陪同人", "负责人", hashOf(5), "", "", ""};
    }

    [[nodiscard]] InspectionSource source() const {
        return {{payload, hashOf(0x9f), "kid", "检查员甲"}, body, *checklist};
    }
};

const json::object& rowOf(const json::object& facts, std::string_view no) {
    for (const auto& row : facts.at("rows").as_array()) {
        const auto* has = row.as_object().if_contains("no");
        if (has && std::string_view(has->as_string()) == no) return row.as_object();
    }
    FAIL("no row " << no);
    return facts;
}

}  // namespace

TEST_CASE("A paper names the record as people call it, and by its fingerprint") {
    const Signed one;
    const auto facts = inspectionFacts(one.source(), "zh");
    CHECK(facts.at("number").as_string().starts_with("620321-2026-"));
    CHECK(facts.at("number").as_string().ends_with("-42"));
    CHECK(facts.at("fingerprint") == "9f9f 9f9f 9f9f 9f9f 9f9f 9f9f 9f9f 9f9f");
    CHECK(facts.at("from") == "2026-11-22 08:02");
    CHECK(facts.at("to") == "09:21");
    CHECK(facts.at("site").at("address") == "甘肃省金昌市永昌县");
    // Nothing is claimed that was not shown: no place in the log, no address of a page.
    CHECK(facts.at("log").is_null());
    CHECK(facts.at("code") == "");
}

TEST_CASE("Photos are numbered as the record names them, and runs of numbers are drawn together") {
    Signed one;
    for (std::uint8_t n = 10; n < 12; ++n) one.payload.files.push_back({hashOf(n), 1, "image/jpeg", "evidence", "a"});
    const auto facts = inspectionFacts(one.source(), "zh");
    CHECK(facts.at("photo_count") == 5);
    CHECK(facts.at("file_count") == 1);
    CHECK(rowOf(facts, "a").at("evidence") == "1, 4–5");
    CHECK(rowOf(facts, "b").at("evidence") == "2–3");
    CHECK(facts.at("files").as_array()[0].at("bytes") == "2.3 MB");
}

TEST_CASE("The score sheet says what is signed, and why only where the engine comes to the same") {
    Signed one;
    const auto facts = inspectionFacts(one.source(), "zh");
    CHECK(rowOf(facts, "d").at("kind") == "failed");
    CHECK(rowOf(facts, "d").at("lost") == "5");
    CHECK(rowOf(facts, "d").at("why").as_string().ends_with("标识缺产地"));
    CHECK(facts.at("score").at("points").as_string() == checklist::pointsText(one.body.score.points));
    CHECK(facts.at("score").at("explanation") != "");

    one.body.score.points += 1;
    for (auto& item : *one.body.score.items) item.points = 1;
    one.body.answers.notes.clear();
    const auto other = inspectionFacts(one.source(), "zh");
    CHECK(other.at("score").at("explanation") == "");
    CHECK(rowOf(other, "a").at("why") == "");
    CHECK(rowOf(other, "a").at("points") == "0.001");
}

TEST_CASE("What followed a finding is a kind of row, and its words are the layout's") {
    const Signed one;
    const auto findings = inspectionFacts(one.source(), "zh").at("findings").as_array();
    CHECK(findings[0].at("kind") == "due");
    CHECK(findings[0].at("due") == "2026-12-01");
    CHECK(findings[1].at("kind") == "corrected");
    CHECK(findings[1].at("corrected") == "已补标");
}

TEST_CASE("Who signed stands on the paper with the drawing that the record names; who refused, with the reason") {
    Signed one;
    const auto signers = inspectionFacts(one.source(), "zh").at("signers").as_array();
    REQUIRE(signers.size() == 3);
    CHECK(signers[1].at("role") == "member");
    CHECK(signers[2].at("drawing").as_string() == hashOf(5).hex());
    one.body.party = records::Party{"陪同人", "负责人", std::nullopt, "不认可", "见证人丙", ""};
    const auto facts = inspectionFacts(one.source(), "zh");
    CHECK(facts.at("signers").as_array().size() == 2);
    CHECK(facts.at("party").at("refused") == true);
    CHECK(facts.at("party").at("witness") == "见证人丙");
}

TEST_CASE("An order says what is to be done by when, and how it was delivered") {
    const Signed one;
    records::Act act;
    act.kind = records::ActKind::ordered;
    act.entries = {
        {"b", "间隔 2 天", "改正", "", parseDay("2026-12-07"), {{"standard", "GB 2763-2026"}, {"clause", "5.2"}}}};
    act.office = "示例局";
    act.delivery = records::Delivery{records::DeliveryWay::inPerson, "收件人", hashOf(5), "", "", ""};
    const auto facts = orderFacts({one.source().record, act, *one.checklist, "620321-2026-K-7"});
    CHECK(facts.at("office") == "示例局");
    CHECK(facts.at("entries").as_array()[0].at("due") == "2026-12-07");
    CHECK(facts.at("entries").as_array()[0].at("clause") == "GB 2763-2026 5.2");
    CHECK(facts.at("delivery").at("in_person") == true);
    CHECK(facts.at("signers").as_array()[1].at("name") == "收件人");
}

TEST_CASE("A paper that waits for its second signature says so, and whose place is free") {
    Signed one;
    CHECK(inspectionFacts(one.source(), "zh").at("waits") == false);
    one.body.signers = 2;
    const auto waiting = inspectionFacts(one.source(), "zh");
    CHECK(waiting.at("waits") == true);
    const auto awaited = [](const json::object& facts) {
        const auto& signers = facts.at("signers").as_array();
        return std::count_if(signers.begin(), signers.end(),
                             [](const auto& box) { return box.at("role") == "awaited"; });
    };
    CHECK(awaited(waiting) == 1);
    const auto* layout = builtinLayout("score_sheet", "zh");
    const auto said = [&](const json::object& facts) {
        return compose(*layout, facts, [](std::string_view) { return std::string(); }).blocks.size();
    };
    auto source = one.source();
    source.cosigner = "检查员乙";
    const auto signedTwice = inspectionFacts(source, "zh");
    CHECK(signedTwice.at("waits") == false);
    CHECK(awaited(signedTwice) == 0);
    CHECK(said(waiting) == said(signedTwice) + 1);
}

TEST_CASE(
    "A record's paper says where each of its signatures and deliveries was made, and nothing where nobody knows") {
    Signed one;
    one.body.places = {};
    auto source = one.source();
    records::ResultDelivery sent;
    sent.place = domain::NoPlace::denied;
    source.deliveries = {sent, sent};
    source.cosigner = "检查员乙";
    const auto blank = inspectionFacts(source, "zh");
    CHECK(blank.at("place") == "");
    CHECK(blank.at("cosigned_place") == "");
    CHECK(blank.at("deliveries").at(0).at("place") == "");
    const auto blocks = [](const json::object& facts, const char* language) {
        return compose(*builtinLayout("inspection_record", language), facts,
                       [](std::string_view) { return std::string(); })
            .blocks.size();
    };
    const domain::Place here{38.2471, 101.9683, 4.2, source.record.payload.at, domain::PlaceSource::satellite};
    one.body.places.signedAt = here;
    source.cosignedWhere = here;
    source.deliveries[1].place = here;
    const auto placed = inspectionFacts(source, "zh");
    CHECK(placed.at("place") == "38.24710, 101.96830 ± 4 m");
    CHECK(placed.at("cosigned_place") == placed.at("place"));
    CHECK(placed.at("deliveries").at(0).at("place") == "");
    CHECK(placed.at("deliveries").at(1).at("place") == placed.at("place"));
    // One line each: a delivery that knows none does not borrow the inspection's.
    for (const auto* language : {"zh", "en"}) CHECK(blocks(placed, language) == blocks(blank, language) + 3);
}

TEST_CASE("A report says what was demanded beside what was done; an opinion what came of it") {
    Signed one;
    records::Act order, act;
    order.kind = records::ActKind::ordered;
    order.entries = {{"b", "间隔 2 天", "停用", "", parseDay("2026-12-07"), {}},
                     {"d", "标识缺产地", "补标", "", parseDay("2026-12-07"), {}}};
    order.office = "示例局";
    act.kind = records::ActKind::reported;
    act.entries = {{"b", "已停用", "", "", parseDay("2026-12-01"), {}},
                   {"d", "已补标", "", "等材料", parseDay("2026-12-09"), {}}};
    const auto factsOf = [&] {
        return actFacts(
            {one.source().record, act, *one.checklist, "620321-2026-K-6", "620321-2026-K-7", "2026-11-23", order});
    };
    const auto report = factsOf();
    const auto& rows = report.at("entries").as_array();
    CHECK(rows[0].at("kind") == "reported");
    CHECK(rows[0].at("requirement") == "停用");
    CHECK(rows[0].at("said") == "已停用");
    CHECK(rows[0].at("day") == "2026-12-01");
    CHECK(rows[0].at("evidence") == "2–3");
    CHECK(rows[1].at("kind") == "late");
    CHECK(report.at("order").at("number") == "620321-2026-K-7");
    // An enterprise's own paper is not headed by the office.
    CHECK(report.at("office") == "");

    act.kind = records::ActKind::rejected;
    const auto opinion = factsOf();
    CHECK(opinion.at("entries").as_array()[0].at("kind") == "failed");
    CHECK(opinion.at("office") == "示例局");
    act.kind = records::ActKind::delivered;
    act.entries = {};
    act.delivery = records::Delivery{records::DeliveryWay::refused, "", {}, "见证人丙", "不认可", ""};
    const auto proof = factsOf();
    CHECK(proof.at("sent") == false);
    CHECK(proof.at("delivery").at("refused") == true);
    CHECK(proof.at("delivery").at("reason") == "不认可");
    act.kind = records::ActKind::ordered;
    act.delivery = records::Delivery{records::DeliveryWay::post, "", {}, "", "", "EMS 1"};
    CHECK(factsOf().at("sent") == true);
}

TEST_CASE("The index of a case lists every record with what is enclosed, and counts it") {
    Signed one;
    record::Payload archived = one.payload;
    archived.type = "rectification.archived";
    archived.files = {};
    const auto facts =
        archiveFacts({archived, hashOf(0x11), "kid", "审核员丁"},
                     {{one.payload, hashOf(0x9f), "kid", "检查员甲"}, {archived, hashOf(0x11), "kid", "审核员丁"}},
                     "620321-2026-K-42", "30");
    CHECK(facts.at("count") == 2);
    CHECK(facts.at("photo_count") == 3);
    CHECK(facts.at("file_count") == 1);
    const auto& rows = facts.at("rows").as_array();
    CHECK(rows[0].at("enclosed") == "4");
    CHECK(rows[1].at("enclosed") == "");
    CHECK(rows[0].at("short") == "9f9f 9f9f 9f9f 9f9f");
    CHECK(rows[1].at("type") == "rectification.archived");
}

TEST_CASE("the code on a paper carries what a reader holds the server's answer against") {
    CHECK(verifyAddress("https://example.invalid/verify/", hashOf(0x9f), hashOf(0x01), "log") ==
          "https://example.invalid/verify/9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f#AQEBAQEBAQEBAQEBAQEBAQ." +
              toBase64Url(crypto::sha256("log").view().first(16)));
}

TEST_CASE(
    "Of a HEIC the picture is printed that the record names for it, and marks are those of the photo's own item") {
    Signed one;
    one.payload.files.push_back({hashOf(20), 9, "image/heic", "evidence", "a"});
    one.payload.files.push_back({hashOf(21), 9, "image/jpeg", "shown", "a", hashOf(20)});
    one.payload.files.push_back({hashOf(22), 9, "application/vnd.plumb.marks+json", "marks", "a", hashOf(1)});
    one.payload.files.push_back({hashOf(23), 9, "application/vnd.plumb.marks+json", "marks", "b", hashOf(1)});
    const auto photos = inspectionFacts(one.source(), "zh").at("photos").as_array();
    REQUIRE(photos.size() == 4);
    CHECK(photos[0].at("shown").as_string() == hashOf(1).hex());
    CHECK(photos[0].at("marks").as_string() == hashOf(22).hex());
    CHECK(photos[1].at("marks").as_string().empty());
    CHECK(photos[3].at("hash").as_string() == hashOf(20).hex());
    CHECK(photos[3].at("shown").as_string() == hashOf(21).hex());
}
