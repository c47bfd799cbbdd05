// A paper that was issued stays what it is: printing it again gives those bytes, or says that this is a newer one.
#include "shared/papers/issued_paper.h"

#include <catch2/catch.hpp>

#include "shared/crypto/hash.h"
#include "shared/papers/issue.h"
#include "shared/store/inspection_delivery.h"
#include "tests/unit/document/office.h"
#include "tests/unit/store/documents.h"
#include "tests/unit/store/store_fixture.h"

using namespace plumb;
using namespace plumb::store;
using papers::PrintedPaper;
using test::Tablet;

namespace {

struct Issued {
    Tablet tablet;
    document::test::Office office{"示例市市场监督管理局"};
    std::string id, pdf;

    Issued() {
        tablet.publishChecklist(test::smallDocument(1));
        const auto draft = beginInspection(*tablet.store, "yongchang", "small").value().id;
        REQUIRE(tablet.store->putEntries(
            draft,
            answerEntries({{{"a_c", "pass"}, {"b_n", "4"}, {"d_c", "pass"}}, {}, {}, {{"product", "fruit"}}, {}})));
        SignRequest request;
        request.draft = draft;
        request.party.absent = "没有人在";
        id = record::parsePayload(signInspection(*tablet.store, request).value().payload()).value().id;
        pdf = print(order()).pdf.content;
    }
    document::PaperOrder order(const std::string& head = {}) const {
        document::PaperOrder out;
        out.record = id;
        out.papers = {"inspection_record"};
        out.language = "zh";
        out.office = head;
        out.page = papers::publicPageOf(*tablet.store);
        return out;
    }
    PrintedPaper print(const document::PaperOrder& wanted) { return papers::printPaper(*tablet.store, wanted).value(); }
    // As issuePaper() signs it, once the log has the record.
    std::string issue(bool keep = true) {
        const auto sealed = office.sign(pdf);
        if (keep) REQUIRE(tablet.store->importFile(asBytes(sealed), "application/pdf"));
        const auto row = tablet.store->recordById(id).value();
        const records::IssuedBody says{
            id, row.hash, "inspection_record", "zh", crypto::sha256("layout"), crypto::sha256(sealed), "620321-2026-1"};
        tablet.pullFrom(tablet.colleague, "document.issued", records::toBody(says),
                        {{says.pdf, sealed.size(), "application/pdf", std::string(records::kPaperRole), {}}});
        return sealed;
    }
};

}  // namespace

TEST_CASE("an issued paper is printed again as it was issued, byte for byte") {
    Issued it;
    CHECK(it.print(it.order()).as == PrintedPaper::As::made);
    const auto sealed = it.issue();
    const auto again = it.print(it.order());
    CHECK(again.as == PrintedPaper::As::issued);
    CHECK(again.pdf.content == sealed);
    CHECK(again.issued->says.number == "620321-2026-1");
    // Headed otherwise it is another paper, and so is one that binds several.
    CHECK(it.print(it.order("示例县局")).as == PrintedPaper::As::newer);
    auto bound = it.order();
    bound.papers = {"inspection_record", "score_sheet"};
    CHECK(it.print(bound).as == PrintedPaper::As::made);
}

TEST_CASE("what was said since makes another paper, which says so; the issued bytes stay") {
    Issued it;
    const auto sealed = it.issue();
    it.tablet.now.utc += std::chrono::minutes(5);
    REQUIRE(signDelivery(*it.tablet.store, {it.id, records::ResultDeliveryWay::sent, "post", "收发室", "EMS 1"}));
    const auto again = it.print(it.order());
    CHECK(again.as == PrintedPaper::As::newer);
    CHECK(again.pdf.content != sealed);
    CHECK(again.issued->says.pdf == crypto::sha256(sealed));
    CHECK(asText(it.tablet.store->vault().get(crypto::sha256(sealed)).value()) == sealed);
}

TEST_CASE("nothing is said of whether it is the same where the issued file is not here") {
    Issued it;
    it.issue(false);
    CHECK(it.print(it.order()).as == PrintedPaper::As::apart);
}
