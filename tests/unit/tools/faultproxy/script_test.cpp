#include "tools/faultproxy/script.h"

#include <catch2/catch.hpp>

using namespace plumb;
using namespace plumb::fault;
using namespace std::chrono_literals;

TEST_CASE("a script says rates, delays and faults of each direction") {
    const auto script = parseScript(
        "down rate 250KB; up rate 64KiB  # a satellite\n"
        "delay 300ms jitter 20ms\n"
        "every 300KB cut; up about 40KB corrupt; after 1MB stall 2s; down every 10 double 3; up after 5 close\n"
        "faults 7");
    REQUIRE(script);
    CHECK(script->lane(Way::down).rate == 250'000);
    CHECK(script->lane(Way::up).rate == 65'536);
    CHECK(script->lane(Way::up).delay == 300ms);
    CHECK(script->lane(Way::down).jitter == 20ms);
    CHECK(script->roundTrip() == 600ms);
    CHECK(script->faults == 7u);
    REQUIRE(script->triggers.size() == 5);
    CHECK_FALSE(script->triggers[0].way);
    CHECK(script->triggers[0].bytes == 300'000);
    CHECK(script->triggers[1].when == Trigger::When::about);
    CHECK(script->triggers[1].way == Way::up);
    CHECK(script->triggers[2].fault == Fault{Fault::Kind::stall, 2s, 0});
    CHECK(script->triggers[3].fault == Fault{Fault::Kind::twice, 0ms, 3});
    CHECK(script->triggers[4].fault.kind == Fault::Kind::close);
}

TEST_CASE("no script is a perfect link, and what stands later holds") {
    CHECK(parseScript("")->triggers.empty());
    CHECK(parseScript("# nothing\n;;\n")->lane(Way::up).rate == 0);
    CHECK(parseScript("rate 5; rate 6")->lane(Way::down).rate == 6);
    const auto script = parseScript("profile dying; delay 1s");
    REQUIRE(script);
    CHECK(script->triggers.size() == 1);
    CHECK(script->lane(Way::up).delay == 1s);
    CHECK(script->lane(Way::up).rate == 500'000);
}

TEST_CASE("each profile is a script") {
    for (const auto name : profileNames()) {
        const auto script = parseScript(profileText(name).value());
        REQUIRE(script);
        CHECK(script->lane(Way::up).rate > 0);
        CHECK(script->roundTrip() > 0ms);
    }
    CHECK_FALSE(profileText("3g"));
}

TEST_CASE("a script that says nothing we know is refused by its clause") {
    const auto* text =
        GENERATE("rate", "rate 0", "rate -1", "rate 5 KB", "rate 5kb", "rate 99999999MB", "delay 5", "delay 2s jitter",
                 "delay 2s often", "every cut", "every 0 cut", "every 5KB", "every 5KB burn", "every 5KB stall",
                 "every 5KB stall 3", "every 5KB double x", "every 5KB double 0", "every 5KB cut now", "up",
                 "up faults 3", "faults", "faults 1KB", "down profile 2g", "profile 3g", "sideways rate 5", "RATE 5");
    const auto script = parseScript(std::string("delay 1ms; ") + text);
    REQUIRE_FALSE(script);
    CHECK(script.error().code == "bad_script");
    CHECK(script.error().detail.find("\"" + std::string(" ") + text + "\"") != std::string::npos);
}
