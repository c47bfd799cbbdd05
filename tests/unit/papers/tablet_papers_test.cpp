#include "shared/papers/tablet_papers.h"

#include <catch2/catch.hpp>

#include "tests/unit/store/documents.h"
#include "tests/unit/store/store_fixture.h"

using namespace plumb;
using namespace plumb::store;
using test::Tablet;

namespace {

record::Line signSmall(Tablet& tablet, const std::string& draft) {
    SignRequest request;
    request.draft = draft;
    request.reason = "看错了";
    request.party.absent = "没有人在";
    tablet.now.utc += std::chrono::seconds(1);
    return signInspection(*tablet.store, request).value();
}

}  // namespace

TEST_CASE("the index of a case holds what counts: what the server refused is no part of it") {
    Tablet tablet;
    tablet.publishChecklist(test::smallDocument(1));
    const auto draft = beginInspection(*tablet.store, "yongchang", "small").value().id;
    REQUIRE(tablet.store->putEntries(
        draft, answerEntries({{{"a_c", "pass"}, {"b_n", "4"}, {"d_c", "pass"}}, {}, {}, {{"product", "fruit"}}, {}})));
    const auto first = signSmall(tablet, draft);
    const auto id = record::parsePayload(first.payload()).value().id;
    const auto amending = beginAmendment(*tablet.store, id).value().id;
    REQUIRE(tablet.store->putEntries(amending, {answerEntry("b_n", "8")}));
    const auto amendment = signSmall(tablet, amending);

    papers::TabletPapers papers(*tablet.store);
    CHECK(papers.caseLines(id).value().size() == 2);
    REQUIRE(tablet.store->markRefused(amendment.hash(), "bad_score: the server computes another score"));
    const auto lines = papers.caseLines(id).value();
    REQUIRE(lines.size() == 1);
    CHECK(lines.front().hash == first.hash());
}

TEST_CASE("every paper of a test says that it is one, whatever else is to stand across it") {
    Tablet tablet;
    tablet.publishChecklist(test::smallDocument(1));
    const auto signedIn = [&](bool test) {
        const auto draft = beginInspection(*tablet.store, "yongchang", "small", {{}, {}, test}).value().id;
        REQUIRE(tablet.store->putEntries(
            draft,
            answerEntries({{{"a_c", "pass"}, {"b_n", "4"}, {"d_c", "pass"}}, {}, {}, {{"product", "fruit"}}, {}})));
        return record::parsePayload(signSmall(tablet, draft).payload()).value().id;
    };
    papers::TabletPapers source(*tablet.store);
    const auto printed = [&](const std::string& id, const std::string& watermark) {
        document::PaperOrder order;
        order.record = id;
        order.papers = {"score_sheet"};
        order.language = "zh";
        order.watermark = watermark;
        return document::printRecord(source, order).value();
    };
    const auto real = signedIn(false), tried = signedIn(true);
    CHECK(printed(real, "副本").content != printed(real, "").content);
    CHECK(printed(tried, "副本").content == printed(tried, "").content);
}

TEST_CASE(
    "the paper by which a visit is rated carries its code, on the device that signed it and where it is asked for") {
    Tablet tablet;
    tablet.publishChecklist(test::smallDocument(1));
    const auto draft = beginInspection(*tablet.store, "yongchang", "small").value().id;
    REQUIRE(tablet.store->putEntries(
        draft, answerEntries({{{"a_c", "pass"}, {"b_n", "4"}, {"d_c", "pass"}}, {}, {}, {{"product", "fruit"}}, {}})));
    const auto payload = record::parsePayload(signSmall(tablet, draft).payload()).value();
    papers::TabletPapers source(*tablet.store);
    const auto code = source.visitCode(payload);
    CHECK(code.size() == 24);
    CHECK(papers::ratePageOf(*tablet.store).empty());  // this tablet knows no server

    document::PaperOrder order;
    order.record = payload.id;
    order.papers = {std::string(document::kVisitRating)};
    // Not where nobody says where it is rated: so no paper with it is ever issued.
    CHECK(document::printRecord(source, order).error().code == "no_paper");
    order.ratePage = "https://example.test/rate";
    for (const char* language : {"zh", "en"}) {
        order.language = language;
        const auto pdf = document::printRecord(source, order);
        REQUIRE(pdf);
        CHECK(pdf->unknown.empty());
        CHECK(pdf->pages == 1);
    }
    // Bound with none.
    order.papers = {"inspection_record", std::string(document::kVisitRating)};
    CHECK(document::printRecord(source, order).error().code == "no_paper");

    // Of an amendment, and of what a colleague signed, there is none.
    auto other = payload;
    other.body["rating"].as_object()["salt"] = std::string(32, '0');
    CHECK(source.visitCode(other).empty());
    const auto amending = beginAmendment(*tablet.store, payload.id).value().id;
    REQUIRE(tablet.store->putEntries(amending, {answerEntry("b_n", "8")}));
    const auto amended = record::parsePayload(signSmall(tablet, amending).payload()).value();
    CHECK_FALSE(amended.body.contains("rating"));
    CHECK(source.visitCode(amended).empty());
}
