// What supervisor and inspector write to each other, on a device: asked and answered without a network, counted where
// somebody is waited for; lists say the same as the lines.
#include <catch2/catch.hpp>

#include "shared/records/inspection/cosignature.h"
#include "shared/store/derived/derived_tables.h"
#include "shared/store/inspection_history.h"
#include "shared/store/remarks.h"
#include "tests/unit/store/store_fixture.h"

using namespace plumb;
using namespace plumb::store;
using test::Tablet;

namespace {

// A supervisor's device; a colleague's inspection is to be reviewed.
struct Case {
    Tablet tablet{domain::Grant{domain::Role::supervisor, {"6203"}, {}}};
    std::string inspection = tablet.pullInspection(test::wholeBody());
    std::shared_ptr<DerivedTables> tables = DerivedTables::open(*tablet.store);
    std::uint64_t index = 500;

    std::string say(records::Remark said) {
        said.of = inspection;
        const auto line = signRemark(*tablet.store, std::move(said));
        if (!line) return line.error().code;
        // The log has it before anybody answers.
        REQUIRE(tablet.store->markSent(line->hash()));
        REQUIRE(tablet.store->markProved(line->hash(), index, index + 1));
        tablet.jumpTo(++index);
        return record::parsePayload(line->payload()).value().id;
    }
    std::string colleague(records::Remark said) {
        said.of = inspection;
        said.person = "p3";
        ++index;
        return tablet.pullFrom(tablet.colleague, std::string(records::kRemarkAdded), records::toBody(said));
    }
    ThreadPage waiting() {
        while (!tables->follow(*tablet.store, 3)) {
        }
        const auto fresh = DerivedTables::open(*tablet.store);
        while (!fresh->follow(*tablet.store, 1000)) {
        }
        auto page = tables->waitingThreads(*tablet.store, 10);
        const auto again = fresh->waitingThreads(*tablet.store, 10);
        REQUIRE(page.total == again.total);
        for (std::size_t i = 0; i < page.rows.size(); ++i) CHECK(page.rows[i].thread == again.rows[i].thread);
        return page;
    }
    int open() { return tables->inspections({inspection}).front().threads; }
};

}  // namespace

TEST_CASE("an answer waits for whoever asked, until it is resolved or the record accepted") {
    Case c;
    const auto thread = c.say({{}, "2", "记录是哪一天的？", {}});
    CHECK(c.waiting().total == 0);
    CHECK(c.open() == 1);
    c.colleague({{}, "2", "当天", {}, thread});
    auto page = c.waiting();
    REQUIRE(page.total == 1);
    CHECK(page.rows.front().text == "当天");
    CHECK(page.rows.front().inspection == c.inspection);
    CHECK(page.rows.front().thread == records::Thread{thread, "2", "p2", "p3", 2, false});
    c.say({{}, "2", "", {}, thread, true});
    CHECK(c.waiting().total == 0);
    CHECK(c.open() == 0);
    c.colleague({{}, "2", "补一句", {}, thread});
    CHECK(c.waiting().total == 1);
    CHECK(c.open() == 1);

    const auto hash = historyOf(*c.tablet.store, c.inspection).value().newest().hash;
    const auto other = c.tablet.enrolOther("p9", "审核员丁", {domain::Role::supervisor, {"6203"}, {}});
    c.tablet.pullFrom(other, "review.accepted", records::toBody(records::ReviewBody{c.inspection, hash, "", {}}));
    CHECK(c.waiting().total == 0);
    CHECK(c.open() == 0);
    CHECK(c.say({{}, "2", "还有一问", {}}) == "thread_over");
}

TEST_CASE("what an inspector asks waits for those who may review, and what another reviewer asked does not") {
    Case c;
    c.colleague({{}, "2", "这样判可以吗？", {}});
    CHECK(c.waiting().total == 1);
    const auto other = c.tablet.enrolOther("p9", "审核员丁", {domain::Role::supervisor, {"6203"}, {}});
    const auto hers = c.tablet.pullFrom(other, std::string(records::kRemarkAdded),
                                        records::toBody(records::Remark{c.inspection, "6", "哪一袋？", "p9"}));
    c.colleague({{}, "6", "左边那袋", {}, hers});
    CHECK(c.waiting().total == 1);
    const auto discussion = discussionOf(*c.tablet.store, c.inspection);
    REQUIRE(discussion.threads.size() == 2);
    CHECK(discussion.visitors == std::vector<std::string>{"p3"});
    CHECK(discussion.threads[0].waits);
    CHECK_FALSE(discussion.threads[1].waits);
}

TEST_CASE("nothing is signed that the server would refuse, and what it refused counts for nothing") {
    Case c;
    const auto thread = c.say({{}, "2", "哪一天？", {}});
    CHECK(c.say({{}, "2", "", {}}) == "bad_payload");
    CHECK(c.say({{}, "3", "x", {}, thread}) == "thread_unknown");
    const auto line = signRemark(*c.tablet.store, {c.inspection, "2", "再问一次", {}}).value();
    CHECK(discussionOf(*c.tablet.store, c.inspection).threads.size() == 2);
    c.waiting();
    CHECK(c.open() == 2);
    REQUIRE(c.tablet.store->markRefused(line.hash(), "thread_over: it was accepted"));
    c.waiting();
    CHECK(c.open() == 1);
    CHECK(discussionOf(*c.tablet.store, c.inspection).threads.size() == 1);
}

TEST_CASE("who made the visit is who signed its newest version, first and second, and no other") {
    Case c;
    c.inspection = c.tablet.pullInspection(test::wholeBody({{"signers", 2}}));
    const auto second = c.tablet.enrolOther("p9", "检查员戊", {domain::Role::inspector, {"6203"}, {}});
    const auto cosign = [&](const Sha256& version, const std::string& of) {
        const auto line = c.tablet.store->line(version).value();
        c.tablet.pullFrom(
            second, "inspection.cosigned",
            records::toBody(records::Cosignature{of, version, records::contentDigest(line.payload()), {}, {}, {}}));
    };
    const auto visitors = [&] { return discussionOf(*c.tablet.store, c.inspection).visitors; };
    const auto submitted = historyOf(*c.tablet.store, c.inspection)->newest().hash;
    const auto other = c.tablet.pullInspection(test::wholeBody({{"signers", 2}}));
    cosign(historyOf(*c.tablet.store, other)->newest().hash, c.inspection);  // of another line
    CHECK(visitors() == std::vector<std::string>{"p3"});
    cosign(submitted, c.inspection);
    CHECK(visitors() == std::vector<std::string>{"p3", "p9"});

    const auto thread = c.say({{}, "2", "记录是哪一天的？", {}});
    c.tablet.pullFrom(second, std::string(records::kRemarkAdded),
                      records::toBody(records::Remark{c.inspection, "2", "当天", "p9", thread}));
    CHECK(c.waiting().total == 1);
    // What she signed with was followed by a version that she did not sign.
    c.tablet.pullFrom(c.tablet.colleague, "inspection.amended",
                      test::wholeBody({{"signers", 2}, {"of", c.inspection}, {"reason", "看错了"}}));
    CHECK(visitors() == std::vector<std::string>{"p3"});
    CHECK(c.waiting().total == 0);
}

TEST_CASE("a right to review that was given since counts for the threads that were there before") {
    Case c{Tablet{domain::Grant{domain::Role::inspector, {"6203"}, {}}}};
    c.colleague({{}, "2", "这样判可以吗？", {}});
    CHECK_FALSE(discussionOf(*c.tablet.store, c.inspection).threads.front().waits);
    CHECK(c.waiting().total == 0);
    c.tablet.grantDevice(domain::Role::supervisor, {});
    CHECK(discussionOf(*c.tablet.store, c.inspection).threads.front().waits);
    CHECK(c.waiting().total == 1);
}
