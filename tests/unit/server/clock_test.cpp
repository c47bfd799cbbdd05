// The order of the log and the clock of its machine are two things: a clock that jumps does not get into a checkpoint,
// and an operator's word sets right what a wrong one left behind.
#include <catch2/catch.hpp>

#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

constexpr auto kDay = std::chrono::hours(24);

record::Line next(World& world) {
    return world.admin().say("standard.feedback", {{"text", "no word"}}, {});
}

json::object healthOf(World& world) {
    return world.answered(world.get("/healthz"));
}

TimePoint headTime(World& world) {
    return world.services().head.get()->time;
}

// What `plumbserver clock --is-right` does.
void sayRight(World& world) {
    const auto size = world.services().head.get()->size;
    world.stop();
    saveClockWord(world.folder(), {size, world.now()});
    world.restart();
}

}  // namespace

TEST_CASE("a server that was off for a month comes up without help") {
    World world;
    REQUIRE(world.fate(next(world), world.admin()) == "accepted");
    world.pass(kDay * 31);
    CHECK(textOr(healthOf(world), "status") == "ok");
    CHECK(world.fate(next(world), world.admin()) == "accepted");
    CHECK(headTime(world) == world.now());
}

TEST_CASE("at a clock that is ten years ahead nothing is signed, and once it is right all goes on") {
    World world;
    REQUIRE(world.fate(next(world), world.admin()) == "accepted");
    const auto before = world.services().head.get();
    const auto line = next(world);
    world.pass(kDay * 3650);
    const auto refused = world.call({Method::post, "/v1/records", joined({line})}, &world.admin());
    CHECK(refused.status == 503);
    CHECK(refused.body.find("clock_jumped") != std::string::npos);
    CHECK(world.services().head.get()->note == before->note);
    CHECK(textOr(healthOf(world), "status") == "clock_jumped");
    CHECK(world.get("/metrics").body.find("plumb_clock_jumped 1") != std::string::npos);
    // Nor does a receipt tell a tablet this time.
    CHECK(world.call({Method::post, "/v1/receipt", R"({"nonce":"AAAAAAAAAAAAAAAAAAAAAA","files":[]})"}, &world.admin())
              .status == 503);
    world.pass(-kDay * 3650);
    CHECK(textOr(healthOf(world), "status") == "ok");
    CHECK(world.fate(line, world.admin()) == "accepted");
    CHECK(headTime(world) - before->time < kDay);
}

TEST_CASE("an operator's word lets a log go on after years") {
    World world;
    REQUIRE(world.fate(next(world), world.admin()) == "accepted");
    const auto line = next(world);
    world.pass(kDay * 800);
    CHECK(textOr(healthOf(world), "status") == "clock_jumped");
    sayRight(world);
    CHECK(textOr(healthOf(world), "status") == "ok");
    CHECK(world.fate(line, world.admin()) == "accepted");
    CHECK(headTime(world) == world.now());
    // The word was about that day, not about every one to come.
    const auto later = next(world);
    world.pass(kDay * 800);
    CHECK(world.call({Method::post, "/v1/records", joined({later})}, &world.admin()).status == 503);
}

TEST_CASE("a log whose time ran ahead says so, and goes back at an operator's word") {
    World world;
    REQUIRE(world.fate(next(world), world.admin()) == "accepted");
    world.pass(kDay * 300);
    REQUIRE(world.fate(next(world), world.admin()) == "accepted");
    const auto ahead = headTime(world);
    world.pass(-kDay * 300);
    world.restart();
    CHECK(healthOf(world).at("log_ahead_seconds").as_int64() == 300 * 86400);
    REQUIRE(world.fate(next(world), world.admin()) == "accepted");
    CHECK(headTime(world) > ahead);
    sayRight(world);
    REQUIRE(world.fate(next(world), world.admin()) == "accepted");
    CHECK(headTime(world) == world.now());
    CHECK_FALSE(healthOf(world).contains("log_ahead_seconds"));
    // The same checkpoint is made again after a restart.
    const auto note = world.services().head.get()->note;
    world.restart();
    CHECK(world.services().head.get()->note == note);
    REQUIRE(world.fate(next(world), world.admin()) == "accepted");
}
