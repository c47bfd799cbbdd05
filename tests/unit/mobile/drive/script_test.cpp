#include <catch2/catch.hpp>

#include "mobile/drive/script.h"

using plumb::mobile::readScript;

TEST_CASE("a script is one step a line; empty lines and remarks are skipped") {
    const auto script = readScript(
        "\n// "
        "look\n{\"tap\":\"pin1\"}\n\n{\"wait\":\"saveState\",\"contains\":\"x\",\"timeout\":500}\n{\"quit\":true}");
    REQUIRE(script.problem.isEmpty());
    REQUIRE(script.steps.size() == 3);
    CHECK(script.steps[0].verb == "tap");
    CHECK(script.steps[0].target == "pin1");
    CHECK(script.steps[0].number == 3);
    CHECK(script.steps[0].timeoutMs == 10'000);
    CHECK(script.steps[1].timeoutMs == 500);
}

TEST_CASE("a line that is no step is refused with its number") {
    CHECK(readScript("{\"tap\":\"a\"}\n{\"tap\"").problem.contains("line 2"));
    CHECK(readScript("{\"tap\":\"a\"}\n\n{\"dance\":\"a\"}").problem.contains("line 3"));
    CHECK(readScript("[1]").problem.contains("line 1"));
}
