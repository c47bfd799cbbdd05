// What an act of a rectification rests on is asked of the log: a re-check that is not there, or is another order's,
// passes nothing; an order taken in person shows what was drawn; a clock that stood behind sets no day that had passed.
#include <catch2/catch.hpp>

#include "shared/base/uuid.h"
#include "shared/crypto/hash.h"
#include "sync-server/projections/cases/case_rows.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

const Said kSite{"yongchang-veg", "620321"};
constexpr auto kDay = std::chrono::hours(24);

std::string idOf(const record::Line& line) {
    return record::parsePayload(line.payload()).value().id;
}

// Two visits to one site, each with a finding at item 2, and an order for it.
struct TwoOrders {
    World world;
    Author inspector, supervisor, enterprise;
    std::string first, second;
    std::string firstOrder, secondOrder;

    TwoOrders()
        : inspector((world.publish(), world.enrol(domain::Role::inspector, {"62"}))),
          supervisor(world.enrol(domain::Role::supervisor, {"62"})),
          enterprise(world.enrolAt("yongchang-veg")) {
        for (auto [visit, order] : {std::pair{&first, &firstOrder}, std::pair{&second, &secondOrder}}) {
            const auto line = inspector.say("inspection.submitted", visited(), kSite);
            REQUIRE(world.fate(line, inspector) == "accepted");
            *visit = idOf(line);
            REQUIRE(ordered(*visit, line.hash().hex(), {{"how", "electronic"}}) == "accepted");
            *order = last;
        }
    }
    static json::object visited() {
        auto out = inspectionBody();
        out["findings"] = json::array{
            json::object{{"item", "2"}, {"severity", "major"}, {"text", "标签未标注"}, {"due", "2026-12-06"}}};
        return out;
    }
    std::string ordered(const std::string& of, const std::string& hash, json::object delivery, Said said = kSite) {
        return fate(
            inspector, "ordered",
            {{"of", of}, {"hash", hash}, {"office", "局"}, {"count", "calendar"}, {"delivery", std::move(delivery)}},
            {{"facts", "标签未标注"}, {"requirement", "补齐"}, {"due", day(14)}}, std::move(said));
    }
    std::string fate(Author& by, const std::string& what, json::object body, json::object finding, Said said = kSite) {
        finding["item"] = "2";
        body["findings"] = json::array{std::move(finding)};
        const auto line = by.say("rectification." + what, std::move(body), std::move(said));
        last = idOf(line);
        return world.fate(line, by);
    }
    std::string verified(const std::string& recheck) {
        return fate(inspector, "verified", {{"of", first}, {"order", firstOrder}, {"inspection", recheck}}, {});
    }
    std::string recheckFor(const std::string& order) {
        auto body = visited();
        body["order"] = order;
        const auto line = inspector.say("inspection.submitted", std::move(body), kSite);
        REQUIRE(world.fate(line, inspector) == "accepted");
        return idOf(line);
    }
    std::string day(int after) const {
        return dayText(std::chrono::floor<std::chrono::days>(world.now()) + std::chrono::days(after));
    }
    std::string state() {
        const auto row = CaseRows(*world.services().readers.borrow()).find(first).value().row;
        return std::string(records::stateName(row.finding("2")->state));
    }
    // A checkpoint of this log as it stands.
    record::Seen seen() {
        const auto head = world.services().head.get();
        return {head->size, head->root};
    }
    std::string last;
};

}  // namespace

TEST_CASE("a finding that nobody reported passes by a re-check for its own order, and by nothing else") {
    TwoOrders it;
    CHECK(it.verified(makeUuid7(it.world.now())) == "recheck_unknown");
    CHECK(it.verified(it.second) == "recheck_unknown");
    CHECK(it.verified(it.firstOrder) == "recheck_unknown");
    CHECK(it.verified(it.recheckFor(it.secondOrder)) == "recheck_unknown");
    CHECK(it.state() == "ordered");
    CHECK(it.verified(it.recheckFor(it.firstOrder)) == "accepted");
    CHECK(it.state() == "passed");
}

TEST_CASE("an order that was taken in person names the drawing among its files") {
    TwoOrders it;
    const auto visit = it.inspector.say("inspection.submitted", TwoOrders::visited(), kSite);
    REQUIRE(it.world.fate(visit, it.inspector) == "accepted");
    const std::string drawing = "a drawing";
    const auto hash = crypto::sha256(drawing);
    const json::object taken{{"how", "in_person"}, {"name", "陈负责"}, {"signature", hash.hex()}};
    CHECK(it.ordered(idOf(visit), visit.hash().hex(), taken) == "bad_payload");
    auto said = kSite;
    said.files = {{hash, drawing.size(), "image/png", "signature", ""}};
    CHECK(it.ordered(idOf(visit), visit.hash().hex(), taken, said) == "accepted");
}

TEST_CASE("a clock that stands behind what its own line has seen sets no day that had passed") {
    TwoOrders it;
    auto behind = kSite;
    behind.seen = it.seen();
    const auto rejected = [&](int due, const Said& said) {
        auto payload = it.inspector.next(
            "rectification.rejected",
            {{"of", it.first},
             {"order", it.firstOrder},
             {"findings", json::array{json::object{{"item", "2"}, {"reason", "看不清"}, {"due", it.day(due)}}}}},
            said);
        payload.at.utc -= kDay * 365;
        const auto line = it.inspector.sign(record::formatPayload(payload));
        it.inspector.tip = {payload.seq, line.hash()};
        return it.world.fate(line, it.inspector);
    };
    REQUIRE(it.fate(it.enterprise, "reported", {{"of", it.first}, {"order", it.firstOrder}}, {{"done", "已补"}}) ==
            "accepted");
    CHECK(rejected(-300, behind) == "due_past");
    CHECK(it.state() == "reported");
    // A checkpoint that this log never had says nothing about when.
    auto strange = behind;
    strange.seen->root = Sha256{{1}};
    CHECK(rejected(-300, strange) == "accepted");
    REQUIRE(it.fate(it.enterprise, "reported", {{"of", it.first}, {"order", it.firstOrder}}, {{"done", "重补"}}) ==
            "accepted");
    CHECK(rejected(3, behind) == "accepted");
}

TEST_CASE("who waited weeks for a network orders by the days of when she signed") {
    TwoOrders it;
    const auto visit = it.inspector.say("inspection.submitted", TwoOrders::visited(), kSite);
    REQUIRE(it.world.fate(visit, it.inspector) == "accepted");
    auto then = kSite;
    then.seen = it.seen();
    const auto order = it.inspector.say(
        "rectification.ordered",
        {{"of", idOf(visit)},
         {"hash", visit.hash().hex()},
         {"office", "局"},
         {"count", "calendar"},
         {"delivery", {{"how", "electronic"}}},
         {"findings",
          json::array{json::object{{"item", "2"}, {"facts", "缺"}, {"requirement", "补"}, {"due", it.day(3)}}}}},
        then);
    it.world.pass(kDay * 21);
    CHECK(it.world.fate(order, it.inspector) == "accepted");
}
