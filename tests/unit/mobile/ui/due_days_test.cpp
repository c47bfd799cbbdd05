#include "mobile/ui/due_days.h"

#include <catch2/catch.hpp>

#include "mobile/ui/text.h"
#include "tests/unit/mobile/kit.h"

using namespace plumb;
using namespace plumb::mobile;

namespace {

Day day(const char* text) {
    return parseDay(text).value();
}

}  // namespace

TEST_CASE("how long there is left is said in days, and marked when it is near or over") {
    const Day today = day("2026-11-30");
    CHECK(leftText(day("2026-11-29"), today) == u"逾期 1 天");
    CHECK(leftTone(day("2026-11-29"), today) == u"fail");
    CHECK(leftText(today, today) == u"今天到期");
    CHECK(leftTone(today, today) == u"part");
    CHECK(leftText(day("2026-12-02"), today) == u"剩 2 天");
    CHECK(leftTone(day("2026-12-02"), today) == u"part");
    CHECK(leftText(day("2026-12-07"), today) == u"剩 7 天");
    CHECK(leftTone(day("2026-12-07"), today).isEmpty());
}

TEST_CASE("a day is read with its weekday") {
    test::Bench bench;  // its settings: Chinese
    CHECK(dayWithWeekday(day("2026-11-29")) == u"2026-11-29 星期日");
}

TEST_CASE("a term names the announcement that it was counted by, or the year that is not known") {
    const auto& calendar = domain::builtinWorkingCalendar();
    const Day from = day("2026-09-24");
    const auto known = calendar.deadline(from, 7, domain::DayCount::working);
    CHECK(known.counted == domain::DayCount::working);
    CHECK(countedBy(calendar, from, known).contains(qs(calendar.year(2026)->source)));
    const Day late = day("2026-12-25");
    const auto unknown = calendar.deadline(late, 15, domain::DayCount::working);
    CHECK(unknown.counted == domain::DayCount::calendar);
    CHECK(countedBy(calendar, late, unknown).contains(u"2027"));
    CHECK(countedBy(calendar, late, unknown).contains(u"自然日"));
}
