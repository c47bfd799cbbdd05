#include "shared/records/voice/rating.h"

#include <catch2/catch.hpp>

#include "shared/base/china_day.h"
#include "shared/base/spoken_code.h"
#include "shared/records/inspection/visit_code.h"

using namespace plumb;
using namespace plumb::records;

TEST_CASE("a visit's code is the device's own, and shown again from its salt") {
    const auto device = crypto::PrivateKey::generate(crypto::Suite::eddsa);
    const auto other = crypto::PrivateKey::generate(crypto::Suite::es256);
    const auto made = newVisitCode(device);
    const auto code = visitCode(device, made.salt);
    CHECK(readSpokenCode(code) == code);
    CHECK(visitCodeHash(code) == made.hash);
    CHECK_FALSE(visitCodeHash(visitCode(other, made.salt)) == made.hash);
    CHECK_FALSE(newVisitCode(device).hash == made.hash);
}

TEST_CASE("a code is read as people type it") {
    CHECK(readSpokenCode("0123 4567-89ab cdef ghjk") == "0123-4567-89AB-CDEF-GHJK");
    CHECK(readSpokenCode("oill4567-89ab-cdef-ghjk") == "0111-4567-89AB-CDEF-GHJK");
    for (const char* none : {"", "0123", "0123-4567-89AB-CDEF-GHJKM", "0123-4567-89AB-CDEF-GHJU"})
        CHECK_FALSE(readSpokenCode(none));
}

TEST_CASE("figures add up and come with mean and deviation") {
    RatingCounted a{{2026, 4}, 10, {}}, b{{2026, 4}, 20, {}};
    a.answers[0] = {0, 0, 0, 5, 5};
    b.answers[0] = {20, 0, 0, 0, 0};
    add(a, b);
    CHECK(a.ratings == 30);
    CHECK(a.answers[0] == AnswerCounts{20, 0, 0, 5, 5});
    const auto figure = figureOf({0, 0, 0, 5, 5});
    CHECK(figure.mean == 4500);
    CHECK(figure.deviation == 527);
}

TEST_CASE("quarters go by China's day, whatever zone a machine is in") {
    const auto at = parseInstant("2026-12-31T17:00:00.000+00:00").value();
    CHECK(dayText(chinaDay(at.utc)) == "2027-01-01");
    CHECK(quarterText(quarterOf(chinaDay(at.utc))) == "2027Q1");
    CHECK(parseQuarter("2026Q4") == Quarter{2026, 4});
    for (const char* none : {"2026Q5", "2026Q0", "2026q4", "26Q4", "2026Q44", "20a6Q1"})
        CHECK_FALSE(parseQuarter(none));
}
