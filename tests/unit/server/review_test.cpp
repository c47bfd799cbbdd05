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

struct Case {
    World world;
    Author inspector, supervisor;
    record::Line submission;
    std::string id;

    Case()
        : inspector((world.publish(), world.enrol(domain::Role::inspector, {"62"}))),
          supervisor(world.enrol(domain::Role::supervisor, {"62"})),
          submission(inspector.say("inspection.submitted", inspectionBody(), kSite)),
          id(record::parsePayload(submission.payload()).value().id) {
        if (world.fate(submission, inspector) != "accepted") throw std::runtime_error("the submission was refused");
    }
    std::string review(Author& by, const char* type, const record::Line& version, Said said = kSite) {
        return world.fate(
            by.say(type, {{"of", id}, {"hash", version.hash().hex()}, {"comment", "c"}, {"items", json::array{}}},
                   std::move(said)),
            by);
    }
    record::Line amendment() {
        auto body = inspectionBody();
        body["of"] = id;
        body["reason"] = "corrected";
        return inspector.say("inspection.amended", std::move(body), kSite);
    }
    std::string status() { return textOr(world.answered(world.get("/v1/query/records/" + id, &supervisor)), "status"); }
};

}  // namespace

TEST_CASE("a submission is returned, amended and accepted, and its status follows") {
    Case c;
    CHECK(c.status() == "submitted");
    CHECK(c.review(c.supervisor, "review.returned", c.submission) == "accepted");
    CHECK(c.status() == "returned");
    const auto amended = c.amendment();
    CHECK(c.world.fate(amended, c.inspector) == "accepted");
    CHECK(c.status() == "submitted");
    // A review of what is no longer the newest version is kept and decides nothing.
    CHECK(c.review(c.supervisor, "review.accepted", c.submission) == "accepted");
    CHECK(c.status() == "submitted");
    CHECK(c.review(c.supervisor, "review.accepted", amended) == "accepted");
    CHECK(c.status() == "accepted");
    const auto row = InspectionRows(*c.world.services().readers.borrow()).find(c.id).value();
    CHECK(row.version == 2);
    CHECK(row.hash == amended.hash());
}

TEST_CASE("a review or an amendment of nothing is refused") {
    Case c;
    c.id = makeUuid7(c.world.now());
    CHECK(c.review(c.supervisor, "review.accepted", c.submission) == "of_unknown");
    CHECK(c.world.fate(c.amendment(), c.inspector) == "of_unknown");
}

TEST_CASE("only who signed an inspection amends it") {
    Case c;
    auto other = c.world.enrol(domain::Role::inspector, {"62"});
    auto body = inspectionBody();
    body["of"] = c.id;
    body["reason"] = "mine is better";
    CHECK(c.world.fate(other.say("inspection.amended", std::move(body), kSite), other) == "wrong_role");
}

TEST_CASE("a review counts by the place of what is reviewed, whatever the review says of itself") {
    Case c;
    auto elsewhere = c.world.enrol(domain::Role::supervisor, {"63"});
    CHECK(c.review(elsewhere, "review.accepted", c.submission) == "wrong_region");
    CHECK(c.review(elsewhere, "review.accepted", c.submission, {"other", "630000"}) == "wrong_region");
    CHECK(c.review(c.inspector, "review.accepted", c.submission) == "wrong_role");
}

TEST_CASE("nobody reviews an inspection of her own, not even with another device") {
    World world;
    world.publish();
    // One person with both roles, on one key.
    auto& admin = world.admin();
    const auto inviteKey = crypto::PrivateKey::generate(crypto::Suite::es256);
    json::object person{{"id", makeUuid7(world.now())}, {"name", "both"}};
    json::object body{{"key", inviteKey.publicKey().jwk()},
                      {"person", person},
                      {"grants",
                       {{{"role", "inspector"}, {"regions", {"62"}}, {"sites", json::array{}}},
                        {{"role", "supervisor"}, {"regions", {"62"}}, {"sites", json::array{}}}}},
                      {"expires", formatInstant({world.now() + std::chrono::hours(10), std::chrono::hours(8)})}};
    REQUIRE(world.fate(admin.say("invite.issued", body), admin) == "accepted");
    auto invitation = world.firstInvitation();
    invitation.secret = inviteKey.secret();
    Author both(crypto::PrivateKey::generate(crypto::Suite::eddsa), world.clock());
    REQUIRE(world.fate(claim(invitation, both.key(), world.clock()()), admin) == "accepted");

    const auto otherKey = crypto::PrivateKey::generate(crypto::Suite::es256);
    body["key"] = otherKey.publicKey().jwk();
    REQUIRE(world.fate(admin.say("invite.issued", body), admin) == "accepted");
    invitation.secret = otherKey.secret();
    Author tablet(crypto::PrivateKey::generate(crypto::Suite::eddsa), world.clock());
    REQUIRE(world.fate(claim(invitation, tablet.key(), world.clock()()), admin) == "accepted");

    const auto submission = both.say("inspection.submitted", inspectionBody(), kSite);
    REQUIRE(world.fate(submission, both) == "accepted");
    const auto id = record::parsePayload(submission.payload()).value().id;
    const auto review = [&](Author& by) {
        return world.fate(
            by.say("review.accepted",
                   {{"of", id}, {"hash", submission.hash().hex()}, {"comment", ""}, {"items", json::array{}}}, kSite),
            by);
    };
    CHECK(review(both) == "wrong_role");
    CHECK(review(tablet) == "wrong_role");
}

namespace {

// A record with a veto, a second supervisor, and what they say.
struct Vetoed {
    World world;
    Author inspector = (world.publish(), world.enrol(domain::Role::inspector, {"62"}));
    Author supervisor = world.enrol(domain::Role::supervisor, {"62"}),
           second = world.enrol(domain::Role::supervisor, {"6203"});
    record::Line submission = inspector.say("inspection.submitted", vetoedBody(), kSite);
    std::string id = record::parsePayload(submission.payload()).value().id;

    Vetoed() { REQUIRE(world.fate(submission, inspector) == "accepted"); }
    std::string person(const Author& author) { return world.services().trust.personId(author.kid()); }
    std::string accept(Author& by, const std::string& person, const char* type = "review.accepted") {
        json::object body{{"of", id}, {"hash", submission.hash().hex()}, {"comment", "c"}};
        if (!person.empty()) body["person"] = person;
        return world.fate(by.say(type, std::move(body), kSite), by);
    }
    std::string status() { return textOr(world.answered(world.get("/v1/query/records/" + id, &supervisor)), "status"); }
    json::array listed(const std::string& query) {
        return world.answered(world.get("/v1/query/reviews?" + query, &supervisor)).at("items").as_array();
    }
};

}  // namespace

TEST_CASE("a record with a veto is accepted when two different persons who may review it agree") {
    Vetoed it;
    CHECK(it.accept(it.supervisor, "") == "person_missing");
    CHECK(it.accept(it.supervisor, it.person(it.second)) == "wrong_person");
    CHECK(it.listed("second=1").empty());
    CHECK(it.accept(it.supervisor, it.person(it.supervisor)) == "accepted");
    CHECK(it.status() == "submitted");
    CHECK(it.accept(it.supervisor, it.person(it.supervisor)) == "agreed_already");
    CHECK(it.accept(it.inspector, it.person(it.inspector)) == "wrong_role");
    // Who agreed is told, and the queue finds it.
    const auto waiting = it.listed("second=1");
    REQUIRE(waiting.size() == 1);
    CHECK(textOr(waiting.front().get_object().at("agreed").get_object(), "id") == it.person(it.supervisor));
    CHECK(it.listed("second=0").empty());
    it.world.restart();
    CHECK(it.accept(it.second, it.person(it.second)) == "accepted");
    CHECK(it.status() == "accepted");
}

TEST_CASE("one person returns a record with a veto, and the first agreement is void") {
    Vetoed it;
    CHECK(it.accept(it.supervisor, it.person(it.supervisor)) == "accepted");
    CHECK(it.accept(it.second, it.person(it.second), "review.returned") == "accepted");
    CHECK(it.status() == "returned");
    CHECK(it.accept(it.second, it.person(it.second)) == "accepted");
    CHECK(it.status() == "submitted");
    CHECK(it.accept(it.supervisor, it.person(it.supervisor)) == "accepted");
    CHECK(it.status() == "accepted");
}

TEST_CASE("supervisor and inspector write to each other at an item, and staff alone read it") {
    Vetoed it;
    const auto say = [&](Author& by, json::object body) {
        body["of"] = it.id;
        if (!body.contains("item")) body["item"] = "2";
        body["person"] = it.person(by);
        const auto line = by.say("remark.added", std::move(body), kSite);
        return std::pair(it.world.fate(line, by), record::parsePayload(line.payload()).value().id);
    };
    auto elsewhere = it.world.enrol(domain::Role::supervisor, {"63"});
    auto enterprise = it.world.enrolAt("yongchang-veg");
    CHECK(say(elsewhere, {{"text", "?"}}).first == "wrong_region");
    CHECK(say(enterprise, {{"text", "?"}}).first == "wrong_role");
    CHECK(say(it.supervisor, {{"text", "?"}, {"item", "no such item"}}).first == "item_unknown");
    const auto [fate, thread] = say(it.supervisor, {{"text", "记录是哪一天的？"}});
    CHECK(fate == "accepted");
    CHECK(it.listed("threads=open").size() == 1);
    CHECK(it.listed("threads=answered").empty());
    CHECK(say(it.inspector, {{"text", "?"}, {"answers", makeUuid7(it.world.now())}}).first == "thread_unknown");
    CHECK(say(it.inspector, {{"text", "?"}, {"answers", thread}, {"item", "6"}}).first == "thread_unknown");
    CHECK(say(it.inspector, {{"answers", thread}, {"resolved", true}}).first == "thread_not_yours");
    CHECK(say(it.inspector, {{"text", "当天"}, {"answers", thread}}).first == "accepted");
    const auto waiting = it.listed("threads=answered");
    REQUIRE(waiting.size() == 1);
    CHECK(waiting.front().get_object().at("threads").get_object() == json::object{{"open", 1}, {"answered", 1}});
    CHECK(say(it.second, {{"answers", thread}, {"resolved", true}}).first == "accepted");
    CHECK(say(it.second, {{"answers", thread}, {"resolved", true}}).first == "thread_resolved");
    CHECK(it.listed("threads=open").empty());
    const auto remarksFor = [&](const Author& by) {
        return it.world.answered(it.world.get("/v1/query/records/" + it.id, &by)).at("remarks").get_array().size();
    };
    CHECK(remarksFor(it.supervisor) == 3);
    CHECK(remarksFor(enterprise) == 0);
    // With the acceptance nothing new is asked; an answer that was on its way is kept.
    CHECK(it.accept(it.supervisor, it.person(it.supervisor)) == "accepted");
    CHECK(it.accept(it.second, it.person(it.second)) == "accepted");
    CHECK(say(it.supervisor, {{"text", "还有一问"}}).first == "thread_over");
    CHECK(say(it.inspector, {{"text", "补一句"}, {"answers", thread}}).first == "accepted");
    const auto body = [&](std::string text) {
        return json::object{{"of", it.id}, {"item", "2"}, {"text", std::move(text)}, {"person", it.person(it.second)}};
    };
    CHECK(it.world.fate(it.inspector.say("remark.added", body("替别人说"), kSite), it.inspector) == "wrong_person");
}
