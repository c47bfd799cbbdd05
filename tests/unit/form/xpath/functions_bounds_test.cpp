// What functions refuse, how long they take, and that chance is seeded.
#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "shared/form/data/iso_time.h"
#include "shared/form/xpath/functions.h"
#include "shared/form/xpath/functions/round_decimal.h"
#include "shared/form/xpath/functions/shuffle.h"
#include "shared/form/xpath/parse.h"
#include "tests/unit/form/small_data.h"

using namespace plumb;
using namespace plumb::form;
using namespace plumb::form::xpath;

namespace {

Value evaluated(const std::string& source, World& world) {
    const auto expression = parse(source);
    REQUIRE(expression);
    return Evaluator(*expression, world).value(Context{});
}

std::string quoted(const std::string& text) {
    return "'" + text + "'";
}

std::span<const Function> families[] = {logicFunctions(), textFunctions(),   numberFunctions(), dateFunctions(),
                                        nodeFunctions(),  choiceFunctions(), geoFunctions()};

}  // namespace

TEST_CASE("each function has one name, and is found by it") {
    std::set<std::string_view> names;
    for (const auto family : families) {
        for (const auto& function : family) {
            CHECK(names.insert(function.name).second);
            CHECK(findFunction(function.name) == &function);
            CHECK(function.least <= function.most);
        }
    }
    CHECK(names.size() > 80);
    CHECK(findFunction("no-such-function") == nullptr);
}

TEST_CASE("a mistyped function is told from one that is meant") {
    CHECK(nearestFunction("selectd") == "selected");
    CHECK(nearestFunction("countselected") == "count-selected");
    CHECK(nearestFunction("pull-data") == "pulldata");
    CHECK(nearestFunction("xyzzy-plugh") == "");
}

TEST_CASE("which arguments gather the nodes of all repeats") {
    const auto gathers = [](const char* name, std::size_t argument, std::size_t count) {
        return findFunction(name)->gathersAt(argument, count);
    };
    CHECK(gathers("sum", 0, 1));
    CHECK(gathers("count", 0, 1));
    CHECK(gathers("max", 0, 1));
    CHECK_FALSE(gathers("max", 0, 2));
    CHECK(gathers("join", 1, 2));
    CHECK_FALSE(gathers("join", 0, 2));
    CHECK_FALSE(gathers("join", 1, 3));
    CHECK_FALSE(gathers("concat", 0, 2));
    CHECK(gathers("indexed-repeat", 0, 3));
    CHECK(gathers("indexed-repeat", 1, 3));
    CHECK_FALSE(gathers("indexed-repeat", 2, 3));
    CHECK_FALSE(gathers("randomize", 1, 2));
    CHECK_FALSE(gathers("string", 0, 1));
}

TEST_CASE("a text that would grow without bound is refused") {
    BareWorld world([] { return Instant{}; });
    const auto glue = quoted(std::string(200'000, 'x'));
    CHECK(evaluated("join(" + glue + ", 1, 2, 3, 4, 5, 6)", world).text.size() == 1'000'006);
    CHECK_THROWS_WITH(evaluated("join(" + glue + ", 1, 2, 3, 4, 5, 6, 7)", world),
                      Catch::Contains("join(): ") && Catch::Contains("1 MiB"));
    const auto half = "join(" + glue + ", 1, 2, 3, 4)";
    CHECK_THROWS_WITH(evaluated("concat(translate(" + half + ", 'x', '玉'), '')", world),
                      Catch::Contains("translate(): "));
}

TEST_CASE("a hostile pattern takes time in the length of the text only") {
    BareWorld world([] { return Instant{}; });
    const std::string many(100'000, 'a');
    CHECK_FALSE(booleanOf(evaluated("regex('" + many + "!', '(a+)+')", world)));
    CHECK_FALSE(booleanOf(evaluated("regex('" + many + "!', '(a|aa)*b')", world)));
    CHECK_THROWS_AS(evaluated("regex('a', '((a{0,900}){0,900}){0,900}')", world), EvaluationError);
}

TEST_CASE("the same seed gives the same uuid") {
    BareWorld first([] { return Instant{}; }, 7), second([] { return Instant{}; }, 7);
    CHECK(textOf(evaluated("uuid()", first)) == textOf(evaluated("uuid()", second)));
}

TEST_CASE("a seed that is no number is hashed") {
    CHECK(seedOf("") == 0);
    // The first eight bytes of the SHA-256 of "abc".
    CHECK(seedOf("abc") == static_cast<std::int64_t>(0xba7816bf8f01cfeaull));
    CHECK(seedOf(std::numeric_limits<double>::infinity()) == std::numeric_limits<std::int64_t>::max());
    CHECK(seedOf(-1.9) == -1);
}

TEST_CASE("a shuffle loses and doubles nothing, whatever the seed") {
    NodeSet nodes;
    for (NodeId i = 0; i < 100; ++i) nodes.push_back({nullptr, i});
    for (std::int64_t seed :
         {std::int64_t{1}, std::int64_t{2147483646}, std::int64_t{2147483647}, std::int64_t{-2147483646},
          std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()}) {
        std::set<NodeId> seen;
        for (const auto& node : shuffled(nodes, seed)) seen.insert(node.node);
        CHECK(seen.size() == 100);
    }
}

TEST_CASE("numbers survive being written and read") {
    for (const double number : {0.1, 1e-300, 1e300, 5e-324, 1.7976931348623157e308, 123456789.125, 2.0 / 3, -1e15, 1e21,
                                9007199254740993.0}) {
        CHECK(numberOf(textOf(number)) == number);
        CHECK(textOf(number).find('e') == std::string::npos);
    }
    CHECK(numberOf(std::string(400, '9')) == std::numeric_limits<double>::infinity());
    CHECK(numberOf("-" + std::string(400, '9')) == -std::numeric_limits<double>::infinity());
    CHECK(numberOf("0." + std::string(400, '0') + "1") == 0);
}

TEST_CASE("moments that do not exist are none") {
    for (const char* text : {"2026-00-10", "2026-13-10", "2026-01-00", "2026-01-32", "26-01-01", "2026-001-01",
                             "2026-01-01 10:00", "2026-01-01T1:00", "2026-01-01T10:00:00.", "2026-01-01T10:00+8",
                             "2026-01-01T10:00Zx", "20260101", "2026-01-01T10", "-2026-01-01", ""})
        CHECK_FALSE(parseIsoTime(text).has_value());
    CHECK(parseIsoTime("2024-02-29").has_value());
    CHECK(parseIsoTime("2026-01-01T10:00:00.1234567+0800")->millis == 36'000'123);
    CHECK(parseIsoTime("2026-01-01T10:00:00.1-23:59")->offset == -1439);
}

TEST_CASE("every minute survives a change of zone") {
    for (std::int64_t millis = -200'000'000'123; millis < 200'000'000'000; millis += 7'777'777'777) {
        for (const int zone : {-1439, -420, 0, 345, 480, 1439}) {
            const auto wall = fromUtcMillis(millis, zone);
            CHECK(toUtcMillis(wall, 0) == millis);
            CHECK(wall.millis >= 0);
            CHECK(wall.millis < 86'400'000);
            const auto again = parseIsoTime(isoDateTime(wall));
            REQUIRE(again);
            CHECK(toUtcMillis(*again, 0) == millis);
        }
    }
}

TEST_CASE("rounding never moves a number by more than half a place") {
    for (int i = -2000; i < 2000; ++i) {
        const double number = i * 0.377 + 0.0005;
        for (const int places : {-2, -1, 0, 1, 2, 3}) {
            const double half = 0.5 * std::pow(10.0, -places);
            CHECK(std::fabs(roundDecimal(number, places) - number) <= half * (1 + 1e-9));
            CHECK(roundDecimal(roundDecimal(number, places), places) == roundDecimal(number, places));
        }
    }
}
