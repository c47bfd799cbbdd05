#include <catch2/catch.hpp>

#include "shared/base/uuid.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

std::vector<std::string> notesOf(World& world, const record::Line& line) {
    const auto answer = world.push({line}, world.admin());
    const auto& result = answer.at("results").get_array().at(0).get_object();
    INFO(toText(result));
    CHECK(result.at("status") == "accepted");
    std::vector<std::string> out;
    if (const auto* notes = result.if_contains("notes")) {
        for (const auto& note : notes->get_array()) out.emplace_back(note.get_string());
    }
    return out;
}

const std::vector<std::string> kNone, kGap{"gap"}, kFork{"fork"}, kClock{"clock"};

}  // namespace

TEST_CASE("a gap is accepted, reported until it is filled, and then forgotten") {
    World world;
    auto device = world.enrol(domain::Role::inspector, {"62"});
    const auto say = [&] { return device.say("standard.feedback", {{"text", "x"}}); };
    const auto one = say(), two = say(), three = say(), four = say();
    CHECK(notesOf(world, one) == kNone);
    CHECK(notesOf(world, three) == kGap);
    CHECK(notesOf(world, four) == kGap);
    CHECK(world.services().readers.borrow()->chainTotals().withGaps == 1);
    CHECK(notesOf(world, two) == kNone);
    CHECK(notesOf(world, say()) == kNone);
    CHECK(world.services().readers.borrow()->chainTotals().withGaps == 0);
}

TEST_CASE("a number used twice is a fork: both lines are kept, and it is reported") {
    World world;
    auto device = world.enrol(domain::Role::inspector, {"62"});
    auto clone = device;
    const auto mine = device.say("standard.feedback", {{"text", "mine"}}),
               other = clone.say("standard.feedback", {{"text", "the clone's"}});
    CHECK(notesOf(world, mine) == kNone);
    CHECK(notesOf(world, other) == kFork);
    // Each goes on from its own line; both lines stand there, so neither is a new fork.
    CHECK(notesOf(world, device.say("standard.feedback", {{"text", "x"}})) == kNone);
    CHECK(notesOf(world, clone.say("standard.feedback", {{"text", "y"}})) == kFork);
    const auto feed = world.get("/v1/records", &world.admin());
    CHECK_THAT(feed.body, Catch::Contains(mine.text()) && Catch::Contains(other.text()));
    CHECK(world.services().readers.borrow()->chainTotals().withForks == 1);
}

TEST_CASE("a line that names another line before it is a fork") {
    World world;
    auto device = world.enrol(domain::Role::inspector, {"62"});
    const auto one = device.say("standard.feedback", {{"text", "x"}});
    CHECK(notesOf(world, one) == kNone);
    device.tip.hash = Sha256{};
    CHECK(notesOf(world, device.say("standard.feedback", {{"text", "x"}})) == kFork);
}

TEST_CASE("the very same line again is known, with index and proof as before") {
    World world;
    auto device = world.enrol(domain::Role::inspector, {"62"});
    const auto line = device.say("standard.feedback", {{"text", "x"}});
    const auto first = world.push({line, line}, world.admin());
    const auto& results = first.at("results").get_array();
    CHECK(results.at(0).get_object().at("status") == "accepted");
    CHECK(results.at(1).get_object().at("status") == "known");
    CHECK(results.at(0).get_object().at("index") == results.at(1).get_object().at("index"));
    world.restart();
    const auto later = world.push({line}, world.admin());
    CHECK(later.at("results").get_array().at(0).get_object().at("status") == "known");
    CHECK(later.at("inclusion").get_object().size() == 1);
}

TEST_CASE("gaps and forks are still known after a restart") {
    World world;
    auto device = world.enrol(domain::Role::inspector, {"62"});
    auto clone = device;
    const auto one = device.say("standard.feedback", {{"text", "x"}});
    device.say("standard.feedback", {{"text", "lost"}});
    CHECK(notesOf(world, one) == kNone);
    world.restart();
    CHECK(notesOf(world, device.say("standard.feedback", {{"text", "x"}})) == kGap);
    CHECK(notesOf(world, clone.say("standard.feedback", {{"text", "z"}})) == std::vector<std::string>{"gap", "fork"});
}

TEST_CASE("weeks without a network are no fault of the clock") {
    World world;
    auto device = world.enrol(domain::Role::inspector, {"62"});
    const auto line = device.say("standard.feedback", {{"text", "x"}});
    world.pass(std::chrono::hours(24 * 40));
    CHECK(notesOf(world, line) == kNone);
}

TEST_CASE("a clock years off is noted, ahead and behind") {
    World world;
    auto device = world.enrol(domain::Role::inspector, {"62"});
    const auto at = [&](std::chrono::hours off, std::optional<record::Seen> seen = {}) {
        auto payload = device.next("standard.feedback", {{"text", "x"}});
        payload.at.utc += off;
        payload.id = makeUuid7(payload.at.utc);
        payload.seen = seen;
        auto line = device.sign(record::formatPayload(payload));
        device.tip = {payload.seq, line.hash()};
        return line;
    };
    constexpr auto kYears = std::chrono::hours(24 * 365 * 3);
    CHECK(notesOf(world, at(kYears)) == kClock);
    // Behind: signed before its own key was enrolled.
    CHECK(notesOf(world, at(-kYears)) == kClock);
    CHECK(notesOf(world, at(std::chrono::hours(1))) == kNone);
    // Behind: signed before the checkpoint that it has seen.
    world.pass(std::chrono::hours(24 * 30));
    REQUIRE(notesOf(world, at(std::chrono::hours(0))) == kNone);
    const auto head = world.services().head.get();
    CHECK(notesOf(world, at(-std::chrono::hours(24 * 20), record::Seen{head->size, head->root})) == kClock);
}

TEST_CASE(
    "a line that names a checkpoint which this log never had is noted: nothing says that it was signed after it") {
    World world;
    auto device = world.enrol(domain::Role::inspector, {"62"});
    const auto saying = [&](std::optional<record::Seen> seen) {
        return notesOf(world, device.say("standard.feedback", {{"text", "x"}}, {{}, {}, {}, seen}));
    };
    const auto head = world.services().head.get();
    const std::vector<std::string> odd{"seen"};
    CHECK(saying(record::Seen{head->size, head->root}) == kNone);
    CHECK(saying(record::Seen{head->size - 1, head->root}) == odd);
    CHECK(saying(record::Seen{head->size + 1000, head->root}) == odd);
    CHECK(saying(record::Seen{head->size, head->root}) == kNone);
    CHECK(saying({}) == kNone);
}
