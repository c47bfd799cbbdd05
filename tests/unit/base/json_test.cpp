#include "shared/base/json.h"

#include <catch2/catch.hpp>

using namespace plumb;

TEST_CASE("a JSON error says line and column") {
    const auto broken = parseJson("{\n  \"a\": 1,\n  \"b\": }\n");
    REQUIRE_FALSE(broken);
    CHECK(broken.error().detail.find("line 3") != std::string::npos);
    CHECK_FALSE(parseJson("{} x"));
    CHECK_FALSE(parseJson("{"));
    CHECK_FALSE(parseJson(""));
    CHECK_FALSE(parseJson("{\"a\":\"\xFF\"}"));
    CHECK(parseJson(" {} \n"));
}

TEST_CASE("depth is bounded, so a hostile document cannot exhaust the stack") {
    CHECK_FALSE(parseJson(std::string(1'000'000, '[')));
    CHECK(parseJson("[[1]]", 2));
    CHECK_FALSE(parseJson("[[[1]]]", 2));
}

TEST_CASE("a missing or mistyped member is named by its path") {
    const auto value = parseJson(R"({"n":"x","t":1})").value();
    CHECK(integerAt(value.get_object(), "n", "body.score").error().detail.find("\"body.score.n\"") !=
          std::string::npos);
    CHECK_FALSE(textAt(value.get_object(), "t"));
    CHECK_FALSE(textAt(value.get_object(), "none"));
    CHECK(textOr(value.get_object(), "n") == "x");
}
