// Terms of keeping run in whole years from the year after the archiving.
#include "shared/records/rectification/keeping.h"

#include <catch2/catch.hpp>

using namespace plumb;

TEST_CASE("a term ends with the last day of its last year, and a permanent one never") {
    const auto until = [](const char* term, const char* day) {
        const auto out = records::keptUntil(term, *parseDay(day));
        return out ? dayText(*out) : std::string();
    };
    CHECK(until("10", "2026-01-01") == "2036-12-31");
    CHECK(until("10", "2026-12-31") == "2036-12-31");
    CHECK(until("30", "2026-02-28") == "2056-12-31");
    CHECK(until("permanent", "2026-02-28").empty());
    CHECK(until("", "2026-02-28").empty());
    CHECK(until("11", "2026-02-28").empty());
    CHECK(until("10", "9995-01-01").empty());
}
