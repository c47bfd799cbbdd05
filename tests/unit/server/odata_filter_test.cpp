// $filter: what it takes, what it refuses and with which words, and that its rows are those that it says.
#include "sync-server/query/odata_filter.h"

#include <catch2/catch.hpp>

#include "shared/base/civil_date.h"

using namespace plumb;
using namespace plumb::server;

namespace {

constexpr ODataProperty kProperties[] = {
    {"Name"},  {"Findings", ODataType::integer}, {"Points", ODataType::decimal}, {"At", ODataType::moment},
    {"Grade"}, {"Due", ODataType::day}};

bool holds(const std::string& filter) {
    const auto read = ODataFilter::parse(filter, kProperties);
    INFO(filter << (read ? "" : ": " + read.error().detail));
    REQUIRE(read);
    return read->holds({std::string("O'Brien 合作社"), std::int64_t{3}, 87.5, TimePoint(*parseDay("2026-11-22")),
                        std::monostate(), std::string("2026-12-05")});
}
Error refusal(const std::string& filter) {
    const auto read = ODataFilter::parse(filter, kProperties);
    INFO(filter);
    REQUIRE_FALSE(read);
    return read.error();
}
std::string nested(std::size_t depth) {
    return std::string(depth, '(') + "Findings eq 3" + std::string(depth, ')');
}

}  // namespace

TEST_CASE("a filter takes the rows that it names") {
    for (const auto* yes : {"Name eq 'O''Brien 合作社'",
                            "Findings eq 3",
                            "Findings ge 3 and Findings le 3",
                            "Points gt 87",
                            "Points eq 87.5",
                            "At ge 2026-11-22",
                            "At lt 2026-11-22T08:00:01.000+08:00",
                            "Grade eq null",
                            "Due eq 2026-12-05",
                            "Due lt 2026-12-06 and Due ge 2026-12-05",
                            "not (Findings gt 3)",
                            "not Findings gt 3",
                            "contains(Name,'Brien')",
                            "startswith( Name , 'O''B' )",
                            "endswith(Name,'合作社')",
                            "Findings eq 1 or Findings eq 3",
                            "Findings ne 4",
                            "Name ne null",
                            "Grade ne 'A'",
                            "Findings eq 9 and Findings eq 9 or Findings eq 3",
                            "  Findings   eq   3  "})
        CHECK(holds(yes));
    for (const auto* no :
         {"Name eq 'O''Brien'", "Findings gt 3", "Points lt 87.5", "At lt 2026-11-22", "Grade ne null", "Grade eq 'A'",
          "contains(Name,'brien')", "Findings eq 3 and Findings eq 4", "not (Findings eq 3 or Findings eq 4)",
          "contains(Grade,'')", "Grade gt 'A'", "Findings eq 3 and (Findings eq 4 or Findings eq 5)"})
        CHECK_FALSE(holds(no));
}

TEST_CASE("what a filter says is data: quotes, SQL and markup are text") {
    CHECK_FALSE(holds("Name eq '''; DROP TABLE sites; --'"));
    CHECK_FALSE(holds("Name eq '<script>alert(1)</script>'"));
    CHECK(refusal("Name eq ''; DROP TABLE sites").code == "bad_query");
    CHECK(refusal("1 eq 1").code == "bad_query");
    CHECK(refusal("Name eq Name").code == "bad_query");
    CHECK(refusal("Name eq 'x' OR 1=1").code == "bad_query");
}

TEST_CASE("what can not be read is refused with its place") {
    for (const auto* bad : {"",
                            " ",
                            "Name",
                            "Name eq",
                            "Name eq 'x",
                            "Name eq x",
                            "eq 'x'",
                            "Name eq 'x' and",
                            "(Name eq 'x'",
                            "Name eq 'x')",
                            "Nobody eq 'x'",
                            "Findings eq 'x'",
                            "Findings eq 3.5",
                            "Findings eq 99999999999999999999",
                            "Points eq nan",
                            "Points eq inf",
                            "At eq yesterday",
                            "At eq 2026-02-30",
                            "Findings gt null",
                            "contains(Findings,'3')",
                            "contains(Name)",
                            "contains(Name,null)",
                            "contains(Name,'x'",
                            "not",
                            "and"}) {
        const auto error = refusal(bad);
        CHECK(error.code == "bad_query");
        CHECK(error.detail.find("at character") != std::string::npos);
    }
    CHECK(refusal("Name eq '\xff'").code == "bad_query");
}

TEST_CASE("what the standard has and is not here is named") {
    for (const auto* other : {"tolower(Name) eq 'x'", "length(Name) gt 3", "Findings in (1,2)", "Findings add 1 eq 4",
                              "Name has 'x'", "year(At) eq 2026"}) {
        const auto error = refusal(other);
        CHECK(error.code == "not_offered");
        CHECK(error.detail.find("startswith") != std::string::npos);
    }
}

TEST_CASE("length, depth and terms are bounded") {
    CHECK(holds(nested(kMostFilterDepth - 1)));
    CHECK(refusal(nested(kMostFilterDepth)).detail.find("deep") != std::string::npos);
    CHECK(refusal(nested(900)).code == "bad_query");
    std::string nots = "Findings eq 3";
    for (int i = 0; i < 100; ++i) nots = "not " + nots;
    CHECK(refusal(nots).detail.find("deep") != std::string::npos);
    std::string many = "Findings eq 3";
    for (int i = 0; i < 60; ++i) many += " or Findings eq 3";
    CHECK(refusal(many).detail.find("terms") != std::string::npos);
    CHECK(refusal("Name eq '" + std::string(100'000, 'x') + "'").detail.find("2000") != std::string::npos);
}

TEST_CASE("what every row of a filter has to equal is known, and nothing else is") {
    const auto must = [](const char* filter) { return ODataFilter::parse(filter, kProperties)->mustEqual(0); };
    CHECK(must("Name eq 'x'") == "x");
    CHECK(must("Findings gt 1 and (Name eq 'x' and Findings lt 9)") == "x");
    CHECK(must("Name eq 'x' or Findings eq 1") == std::nullopt);
    CHECK(must("not (Name eq 'x')") == std::nullopt);
    CHECK(must("Name ne 'x'") == std::nullopt);
    CHECK(must("Name eq null") == std::nullopt);
}

TEST_CASE("a filter knows which properties it speaks of") {
    constexpr std::size_t kNameAndGrade[] = {0, 4};
    const auto only = [&](const char* filter) {
        return ODataFilter::parse(filter, kProperties).value().usesOnly(kNameAndGrade);
    };
    for (const auto* yes : {"Name eq 'a'", "not (Name eq 'a' or contains(Grade,'b'))", "Grade eq null"})
        CHECK(only(yes));
    for (const auto* no : {"Findings eq 1", "Name eq 'a' and (Grade eq 'b' or not (Due lt 2026-12-01))"})
        CHECK_FALSE(only(no));
}
