#include <catch2/catch.hpp>

#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

TEST_CASE("a full disk: 507, nothing of the push is stored, and the server goes on when there is space again",
          "[sqlite]") {
    // A ceiling on the database's size stands for the disk.
    World world({}, 120);
    auto& admin = world.admin();
    const auto before = world.services().head.get();
    std::vector<record::Line> lines;
    for (int i = 0; i < 8; ++i) lines.push_back(admin.say("standard.feedback", {{"text", std::string(200'000, 'x')}}));
    const auto refused = world.call({Method::post, "/v1/records", joined(lines)}, &admin);
    CHECK(refused.status == 507);
    CHECK(textOr(parseJson(refused.body).value().get_object(), "code") == "disk_full");
    CHECK(world.services().head.get()->note == before->note);
    CHECK(world.services().readers.borrow()->size() == before->size);

    // What was there can be read, and what fits is still taken, in its place in the chain.
    CHECK(world.get("/v1/records", &admin).status == 200);
    auto small = admin;
    small.tip = {};
    CHECK(world.fate(small.say("standard.feedback", {{"text", "fits"}}), admin) == "accepted");

    world.restart();
    const auto answer = world.push(lines, admin);
    for (const auto& result : answer.at("results").get_array()) CHECK(result.get_object().at("status") == "accepted");
}

TEST_CASE("what a failed transaction taught the memory is forgotten with it", "[sqlite]") {
    World world({}, 120);
    auto& admin = world.admin();
    // An enrolment and a filling line in one push: neither may be believed afterwards.
    const auto invitation = world.invite(domain::Role::inspector, {"62"});
    Author device(crypto::PrivateKey::generate(crypto::Suite::eddsa), world.clock());
    std::vector<record::Line> lines{claim(invitation, device.key(), world.clock()())};
    for (int i = 0; i < 8; ++i) lines.push_back(device.say("standard.feedback", {{"text", std::string(200'000, 'x')}}));
    CHECK(world.call({Method::post, "/v1/records", joined(lines)}, &admin).status == 507);
    CHECK_FALSE(world.services().trust.principal(device.kid()));
    // The invitation is still good: the first enrolment in the log wins, and none is in the log.
    CHECK(world.fate(lines.front(), admin) == "accepted");
}
