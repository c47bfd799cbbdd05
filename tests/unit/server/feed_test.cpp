#include <catch2/catch.hpp>

#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

const Said kSite{"yongchang-veg", "620321"};

std::vector<std::string> linesOf(const Response& response) {
    std::vector<std::string> out;
    std::istringstream in(response.body);
    for (std::string line; std::getline(in, line);) {
        if (line.front() >= '0' && line.front() <= '9') out.push_back(line.substr(line.find(' ') + 1));
    }
    return out;
}

}  // namespace

TEST_CASE("the feed gives the log in order, and goes on from its cursor") {
    World world;
    auto& admin = world.admin();
    for (int i = 0; i < 7; ++i) world.push({admin.say("standard.feedback", {{"text", std::to_string(i)}})}, admin);
    const auto whole = linesOf(world.get("/v1/records?after=0", &admin));
    CHECK(whole.size() == world.services().head.get()->size);
    std::vector<std::string> parts;
    std::string cursor = "0";
    for (;;) {
        const auto page = world.get("/v1/records?limit=2&after=" + cursor, &admin);
        for (auto& line : linesOf(page)) parts.push_back(std::move(line));
        cursor = std::string(page.header("Plumb-Cursor"));
        if (page.header("Plumb-More") != "1") break;
    }
    CHECK(parts == whole);
    const auto none = world.get("/v1/records?have=" + cursor + "&after=" + cursor, &admin);
    CHECK(none.body.empty());
    CHECK(none.header("Plumb-Cursor") == cursor);
}

TEST_CASE("a caller is given only what its role and region may read, and the cursor passes over the rest") {
    World world;
    world.publish();
    auto inspector = world.enrol(domain::Role::inspector, {"620321"});
    const auto neighbour = world.enrol(domain::Role::supervisor, {"6204"});
    const auto line = inspector.say("inspection.submitted", inspectionBody(), kSite);
    REQUIRE(world.fate(line, inspector) == "accepted");
    const auto own = world.get("/v1/records", &inspector), other = world.get("/v1/records", &neighbour);
    CHECK_THAT(own.body, Catch::Contains(line.text()));
    CHECK_THAT(other.body, !Catch::Contains(line.text()));
    CHECK(other.header("Plumb-Cursor") == std::to_string(world.services().head.get()->size));
    // Reference and trust lines are everyone's.
    CHECK_THAT(other.body, Catch::Contains("checklist.published"));
}

TEST_CASE("a feed with nothing new asks its caller to wait, and does not when there is something") {
    World world;
    auto& admin = world.admin();
    const auto size = std::to_string(world.services().head.get()->size);
    const auto idle = world.get("/v1/records?wait=20&after=" + size, &admin);
    REQUIRE(idle.wait);
    CHECK(*idle.wait == std::chrono::seconds(20));
    CHECK_FALSE(world.get("/v1/records?wait=20&after=0", &admin).wait);
    CHECK(world.get("/v1/records?wait=56", &admin).status == 400);
    CHECK(world.get("/v1/records?after=-1", &admin).status == 400);
}

TEST_CASE("a cursor beyond the log gives nothing and stays where it is") {
    World world;
    const auto page = world.get("/v1/records?after=1000", &world.admin());
    CHECK(page.status == 200);
    CHECK(linesOf(page).empty());
    CHECK(page.header("Plumb-Cursor") == "1000");
}
