// What waits for a review, through the handlers: whose it is, who may say so, and filters that nobody wrote down.
#include <catch2/catch.hpp>

#include "shared/base/uuid.h"
#include "sync-server/projections/inspections/inspection_rows.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

const Said kSite{"yongchang-veg", "620321"};

struct Desk {
    World world;
    Author inspector = (world.publish(), world.enrol(domain::Role::inspector, {"62"}));
    Author supervisor = world.enrol(domain::Role::supervisor, {"6203"});
    Author colleague = world.enrol(domain::Role::supervisor, {"62"});
    Author elsewhere = world.enrol(domain::Role::supervisor, {"63"});

    std::string submit(json::array findings = {}) {
        auto body = inspectionBody();
        body["findings"] = std::move(findings);
        const auto line = inspector.say("inspection.submitted", std::move(body), kSite);
        REQUIRE(world.fate(line, inspector) == "accepted");
        return record::parsePayload(line.payload()).value().id;
    }
    std::string person(const Author& author) { return world.services().trust.personId(author.kid()); }
    std::string give(const std::string& id, const std::string& to, Author& by) {
        return world.fate(by.say("review.assigned", {{"of", id}, {"to", to}, {"comment", "先看照片"}}, kSite), by);
    }
    std::string accept(const std::string& id) {
        const auto row = InspectionRows(*world.services().readers.borrow()).find(id).value();
        return world.fate(
            supervisor.say("review.accepted", {{"of", id}, {"hash", row.hash.hex()}, {"comment", ""}}, kSite),
            supervisor);
    }
    json::object list(const std::string& query, const Author& by) {
        return world.answered(world.get("/v1/query/reviews?" + query, &by));
    }
    std::vector<std::string> ids(const std::string& query, const Author& by) {
        std::vector<std::string> out;
        const auto page = list(query, by);
        for (const auto& item : page.at("items").get_array()) out.push_back(textOr(item.get_object(), "id"));
        return out;
    }
};

}  // namespace

TEST_CASE("what was given to the caller comes first, and to nobody else") {
    Desk it;
    const auto first = it.submit(), second = it.submit(), third = it.submit();
    CHECK(it.give(third, it.person(it.supervisor), it.colleague) == "accepted");
    CHECK(it.ids("", it.supervisor) == std::vector{third, first, second});
    CHECK(it.ids("", it.colleague) == std::vector{first, second, third});
    CHECK(it.ids("assigned=me", it.supervisor) == std::vector{third});
    CHECK(it.ids("assigned=nobody", it.supervisor) == std::vector{first, second});
    CHECK(it.ids("limit=1&after=0-0", it.supervisor).front() == third);
    const auto told = it.list("assigned=me", it.supervisor).at("items").get_array().front().get_object();
    CHECK(textOr(told.at("assigned").get_object(), "id") == it.person(it.supervisor));
    // It stays hers over all versions, until it is taken back.
    auto body = inspectionBody();
    body["of"] = third;
    body["reason"] = "又看了一遍";
    CHECK(it.world.fate(it.inspector.say("inspection.amended", std::move(body), kSite), it.inspector) == "accepted");
    CHECK(it.ids("assigned=me", it.supervisor) == std::vector{third});
    CHECK(it.give(third, "", it.supervisor) == "accepted");
    CHECK(it.ids("assigned=me", it.supervisor).empty());
    // What was decided waits for nobody.
    CHECK(it.accept(first) == "accepted");
    CHECK(it.ids("", it.colleague) == std::vector{second, third});
}

TEST_CASE("a record is given by a supervisor of its region to one who may review it, while it is not accepted") {
    Desk it;
    const auto id = it.submit();
    const auto mine = it.person(it.supervisor);
    CHECK(it.give(id, mine, it.inspector) == "wrong_role");
    CHECK(it.give(id, mine, it.elsewhere) == "wrong_region");
    CHECK(it.give(id, it.person(it.inspector), it.supervisor) == "person_not_supervisor");
    CHECK(it.give(id, it.person(it.elsewhere), it.supervisor) == "person_not_supervisor");
    CHECK(it.give(id, "nobody at all", it.supervisor) == "person_not_supervisor");
    CHECK(it.give(makeUuid7(it.world.now()), mine, it.supervisor) == "of_unknown");
    CHECK(it.give(id, "", it.supervisor) == "already_assigned");
    CHECK(it.give(id, mine, it.supervisor) == "accepted");
    CHECK(it.give(id, mine, it.colleague) == "already_assigned");
    CHECK(it.accept(id) == "accepted");
    CHECK(it.give(id, it.person(it.colleague), it.supervisor) == "record_accepted");
}

TEST_CASE("of many accepted at once what changed meanwhile, or has findings, is left out and says why") {
    Desk it;
    const auto batch = makeUuid7(it.world.now());
    const auto together = [&](const char* type, const std::string& id, const Sha256& hash) {
        return it.world.fate(
            it.supervisor.say(type, {{"of", id}, {"hash", hash.hex()}, {"comment", "同意"}, {"batch", batch}}, kSite),
            it.supervisor);
    };
    const auto hashOf = [&](const std::string& id) {
        return InspectionRows(*it.world.services().readers.borrow()).find(id)->hash;
    };
    const auto clean = it.inspector.say("inspection.submitted", inspectionBody(), kSite);
    REQUIRE(it.world.fate(clean, it.inspector) == "accepted");
    const auto id = record::parsePayload(clean.payload()).value().id;
    const auto found = it.submit({{{"item", "2"}, {"severity", "minor"}, {"text", "库门未上锁"}}});
    CHECK(together("review.accepted", found, hashOf(found)) == "has_findings");
    CHECK(together("review.returned", id, clean.hash()) == "has_findings");
    auto again = inspectionBody();
    again["of"] = id;
    again["reason"] = "又看了一遍";
    REQUIRE(it.world.fate(it.inspector.say("inspection.amended", std::move(again), kSite), it.inspector) == "accepted");
    CHECK(together("review.accepted", id, clean.hash()) == "version_old");
    CHECK(together("review.accepted", id, hashOf(id)) == "accepted");
    CHECK(together("review.accepted", id, hashOf(id)) == "not_waiting");
    CHECK(it.world.fate(it.supervisor.say("review.accepted",
                                          {{"of", found}, {"hash", hashOf(found).hex()}, {"batch", "x"}}, kSite),
                        it.supervisor) == "bad_payload");
}

TEST_CASE("the check before this one is the site's newest by the same checklist that counts") {
    Desk it;
    const auto previous = [&](const std::string& id, const Author& by) {
        const auto told = it.world.answered(it.world.get("/v1/query/records/" + id + "/previous", &by)).at("previous");
        return told.is_null() ? std::string() : textOr(told.get_object(), "id");
    };
    const auto first = it.submit();
    CHECK(previous(first, it.supervisor).empty());
    it.world.pass(std::chrono::hours(1));
    const auto second = it.submit();
    CHECK(previous(second, it.supervisor) == first);
    it.world.pass(std::chrono::hours(1));
    const auto third = it.submit();
    CHECK(previous(third, it.supervisor) == second);
    // An amendment moves no check in time.
    it.world.pass(std::chrono::hours(1));
    for (const auto& id : {second, first}) {
        auto again = inspectionBody();
        again["of"] = id;
        again["reason"] = "又看了一遍";
        REQUIRE(it.world.fate(it.inspector.say("inspection.amended", std::move(again), kSite), it.inspector) ==
                "accepted");
    }
    CHECK(previous(first, it.supervisor).empty());
    CHECK(previous(second, it.supervisor) == first);
    CHECK(previous(third, it.supervisor) == second);
    // What was returned is compared with nothing, until it is put right.
    const auto hash = InspectionRows(*it.world.services().readers.borrow()).find(second)->hash.hex();
    REQUIRE(it.world.fate(
                it.supervisor.say("review.returned", {{"of", second}, {"hash", hash}, {"comment", "补正"}}, kSite),
                it.supervisor) == "accepted");
    CHECK(previous(third, it.supervisor) == first);
    CHECK(it.world.get("/v1/query/records/" + third + "/previous", &it.elsewhere).status == 404);
    CHECK(it.world.get("/v1/query/records/nothing/previous", &it.supervisor).status == 404);
}

TEST_CASE("what an enterprise reads of what waits does not say whose it is") {
    Desk it;
    const auto enterprise = it.world.enrolAt("yongchang-veg");
    const auto id = it.submit();
    REQUIRE(it.give(id, it.person(it.supervisor), it.supervisor) == "accepted");
    const auto answer = it.list("", enterprise);
    REQUIRE(answer.at("items").get_array().size() == 1);
    CHECK_FALSE(answer.at("items").get_array().front().get_object().contains("assigned"));
    CHECK_FALSE(answer.at("facets").get_object().contains("assigned"));
}

TEST_CASE("filters tell nobody but staff of the place whose a record is and how its threads stand") {
    Desk it;
    const auto enterprise = it.world.enrolAt("yongchang-veg");
    // Of an enterprise, and staff elsewhere.
    auto both = it.world.enrolAt("yongchang-veg");
    const json::object grant{{"key", both.kid()},
                             {"grants", domain::grantsToJson({{domain::Role::supervisor, {"63"}, {}}})}};
    REQUIRE(it.world.fate(it.world.admin().say("role.granted", grant), it.world.admin()) == "accepted");
    const auto id = it.submit(), free = it.submit();
    const auto mine = it.person(it.supervisor);
    REQUIRE(it.give(id, mine, it.supervisor) == "accepted");
    const auto say = [&](Author& by, json::object body) {
        body["of"] = id;
        body["item"] = "2";
        body["person"] = it.person(by);
        body["text"] = "哪一天的记录？";
        const auto line = by.say("remark.added", std::move(body), kSite);
        REQUIRE(it.world.fate(line, by) == "accepted");
        return record::parsePayload(line.payload()).value().id;
    };
    say(it.inspector, {{"answers", say(it.supervisor, {})}});
    const auto asked = {std::string("threads=open"), std::string("threads=answered"), "assigned=" + mine};
    for (const auto& query : asked) CHECK(it.ids(query, it.supervisor) == std::vector{id});
    CHECK(it.ids("assigned=nobody", it.supervisor) == std::vector{free});
    for (const Author* caller : std::vector<const Author*>{&enterprise, &both}) {
        CHECK(it.ids("", *caller).size() == 2);
        for (const auto& query : asked) CHECK(it.ids(query, *caller).empty());
        CHECK(it.ids("assigned=nobody", *caller).empty());
        for (const auto& query : asked)
            CHECK(it.world.get("/v1/export/reviews.csv?" + query, caller).body.find(id) == std::string::npos);
    }
    CHECK(it.world.get("/v1/export/reviews.csv?threads=open", &it.supervisor).body.find(id) != std::string::npos);
    const auto facets = it.list("", both).at("facets").get_object();
    CHECK(facets.at("threads").as_array().empty());
    CHECK(facets.at("assigned").as_array().empty());
}

TEST_CASE("a filter that says nothing clear is refused, and so is a key that no page gave") {
    Desk it;
    for (const char* query : {"findings=yes", "veto=2", "days=-1", "days=soon", "family=both", "after=7", "after=2-7",
                              "after=0-", "after=1-7x", "after=1-7-2-3", "after=2-7-1", "order=points", "limit=0"}) {
        CAPTURE(query);
        CHECK(textOr(it.world.answered(it.world.get("/v1/query/reviews?" + std::string(query), &it.supervisor), 400),
                     "code") == "bad_query");
    }
}

TEST_CASE("who may review is told to staff of the region alone") {
    Desk it;
    const auto answer = it.world.answered(it.world.get("/v1/query/reviewers?region=620321", &it.supervisor));
    CHECK(answer.at("items").get_array().size() == 2);
    CHECK(it.world.get("/v1/query/reviewers?region=620321", &it.elsewhere).status == 403);
}
