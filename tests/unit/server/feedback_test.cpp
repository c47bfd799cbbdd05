// What was said about standards, as the server hands it out: proved, and to who may read it.
#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

// Lines of a page of the feed.
std::ptrdiff_t linesOf(const std::string& body) {
    std::ptrdiff_t out = 0;
    for (std::size_t at = 0; (at = body.find("standard.feedback", at)) != std::string::npos; ++at) ++out;
    return out;
}

}  // namespace

TEST_CASE("what was said about standards is handed out in log order, proved, a page at a time, to who may read it") {
    World world;
    auto inspector = world.enrol(domain::Role::inspector, {"62"});
    auto supervisor = world.enrol(domain::Role::supervisor, {"62"});
    auto elsewhere = world.enrol(domain::Role::supervisor, {"63"});
    const auto say = [&](const std::string& text) {
        return world.fate(
            inspector.say("standard.feedback", {{"text", text}, {"standard", "NY/T 3445"}}, {"", "620321"}), inspector);
    };
    const auto seen = [&](const Author& by, const std::string& rest = "") {
        const auto answer = world.get("/v1/feedback" + rest, &by);
        CHECK(answer.status == 200);
        return linesOf(answer.body);
    };
    CHECK(seen(supervisor) == 0);
    for (const auto* text : {"一", "二", "三"}) REQUIRE(say(text) == "accepted");
    CHECK(say("") == "bad_payload");
    CHECK(seen(supervisor) == 3);
    CHECK(seen(elsewhere) == 0);
    const auto page = world.get("/v1/feedback?limit=2", &supervisor);
    CHECK(linesOf(page.body) == 2);
    CHECK(page.body.find("proof") != std::string::npos);
    CHECK(world.get("/v1/feedback?size=100000", &supervisor).status == 409);
    CHECK(world.get("/v1/feedback", nullptr).status == 401);
    world.restart();
    CHECK(seen(supervisor) == 3);
}
