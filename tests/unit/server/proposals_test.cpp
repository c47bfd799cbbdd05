// Proposals about sites on the server: who may make one and answer it, the first answer, and what is handed out.
#include <catch2/catch.hpp>

#include "sync-server/projections/proposals/proposal_rows.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

const Said kSite{"yongchang-veg", "620321"};

std::string idOf(const record::Line& line) {
    return record::parsePayload(line.payload()).value().id;
}

struct Case {
    World world;
    Author inspector, supervisor;
    record::Line proposal;
    std::string id;

    Case()
        : inspector((world.publish(), world.enrol(domain::Role::inspector, {"62"}))),
          supervisor(world.enrol(domain::Role::supervisor, {"62"})),
          proposal(propose(inspector)),
          id(idOf(proposal)) {
        if (world.fate(proposal, inspector) != "accepted") throw std::runtime_error("the proposal was refused");
    }
    static record::Line propose(Author& by, Said said = kSite) {
        return by.say("site.proposed",
                      {{"base", std::string(64, 'a')}, {"changes", {{"name", "另一个名称"}}}, {"reason", "牌匾"}},
                      std::move(said));
    }
    std::string decline(Author& by, const std::string& of, Said said = kSite) {
        return world.fate(by.say("site.declined", {{"of", of}, {"reason", "以批复为准"}}, std::move(said)), by);
    }
    std::string publish(const std::string& of) {
        return world.fate(
            world.admin().say("site.published",
                              {{"id", "yongchang-veg"}, {"name", "另一个名称"}, {"region", "620321"}, {"proposal", of}},
                              kSite),
            world.admin());
    }
    records::ProposalState state() { return ProposalRows(*world.services().readers.borrow()).find(id).value().state; }
};

std::size_t linesOf(const Response& page) {
    std::size_t out = 0;
    for (std::size_t at = 0; at < page.body.size(); at = page.body.find('\n', at) + 1)
        out += page.body[at] >= '0' && page.body[at] <= '9' ? 1 : 0;
    return out;
}

}  // namespace

TEST_CASE("a proposal is taken up once") {
    Case c;
    CHECK(c.state() == records::ProposalState::open);
    CHECK(c.publish(c.id) == "accepted");
    CHECK(c.state() == records::ProposalState::accepted);
    CHECK(c.publish(c.id) == "proposal_answered");
    CHECK(c.decline(c.supervisor, c.id) == "proposal_answered");
}

TEST_CASE("a proposal is declined by another person with the right, and not taken up then") {
    Case c;
    auto other = c.world.enrol(domain::Role::inspector, {"62"});
    auto elsewhere = c.world.enrol(domain::Role::supervisor, {"63"});
    CHECK(c.decline(other, c.id) == "wrong_role");
    CHECK(c.decline(elsewhere, c.id) == "wrong_region");
    CHECK(c.decline(c.supervisor, c.id) == "accepted");
    CHECK(c.state() == records::ProposalState::declined);
    CHECK(c.publish(c.id) == "proposal_answered");
}

TEST_CASE("an answer to what is no proposal is refused") {
    Case c;
    const auto nothing = std::string("0198d2c4-7a10-7c3e-8f21-0000000000a1");
    CHECK(c.publish(nothing) == "proposal_unknown");
    CHECK(c.decline(c.supervisor, nothing) == "of_unknown");
    CHECK(c.publish(idOf(c.world.admin().say("site.published", {{"id", "x"}}, kSite))) == "proposal_unknown");
}

TEST_CASE("whose region it is not, or who is no inspector, proposes nothing") {
    Case c;
    auto far = c.world.enrol(domain::Role::inspector, {"63"});
    CHECK(c.world.fate(Case::propose(far), far) == "wrong_region");
    CHECK(c.world.fate(Case::propose(c.supervisor), c.supervisor) == "wrong_role");
    CHECK(c.world.fate(Case::propose(c.inspector, {"nowhere", "620321"}), c.inspector) == "site_unknown");
}

TEST_CASE("proposals are handed out with what answers them and every publication of the site, to who may read") {
    Case c;
    const auto seen = [&](const Author& by, const std::string& rest = "") {
        return linesOf(c.world.get("/v1/proposals" + rest, &by));
    };
    CHECK(seen(c.supervisor) == 2);  // the first publication, and the proposal
    REQUIRE(c.publish(c.id) == "accepted");
    CHECK(seen(c.supervisor) == 3);
    CHECK(seen(c.inspector) == 3);
    CHECK(seen(c.supervisor, "?limit=1") == 1);
    CHECK(c.world.get("/v1/proposals?limit=1", &c.supervisor).body.find("proof") != std::string::npos);
    auto elsewhere = c.world.enrol(domain::Role::supervisor, {"63"});
    CHECK(seen(elsewhere) == 0);
    CHECK(c.world.get("/v1/proposals?size=100000", &c.supervisor).status == 409);
    c.world.restart();
    CHECK(seen(c.supervisor) == 3);
}
