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
