// The four kinds of supervision: which one a failed clause falls under follows from the class of its standard. The
// console has the same rule (console/src/base/supervision.ts); both are held to cases/supervision.json.
#include "shared/domain/supervision.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>

#include "shared/base/json.h"

using namespace plumb;
using namespace plumb::domain;

TEST_CASE("each class of standard has its own supervision") {
    std::ifstream file(PLUMB_SOURCE_DIR "/tests/unit/domain/cases/supervision.json");
    std::stringstream text;
    text << file.rdbuf();
    const auto cases = parseJson(text.str());
    REQUIRE(cases);
    REQUIRE(cases->as_array().size() > 10);
    for (const auto& value : cases->as_array()) {
        const auto& one = value.as_object();
        const auto ref = textOr(one, "ref");
        INFO(ref);
        CHECK(supervisionName(supervisionOf(ref, one.at("mandatory").as_bool())) == textOr(one, "kind"));
    }
}

TEST_CASE("each kind is read by the name that it is written with") {
    for (std::size_t i = 0; i < kSupervisions; ++i) {
        const auto one = static_cast<Supervision>(i);
        CHECK(supervisionNamed(supervisionName(one)) == one);
    }
    CHECK_FALSE(supervisionNamed("all"));
    CHECK_FALSE(supervisionNamed(""));
}
