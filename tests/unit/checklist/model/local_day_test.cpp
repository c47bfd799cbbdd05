// Where and when a check was made is a fact of its record: the screen, the signature and the server read the same
// score.
#include "shared/checklist/model/local_day.h"

#include "shared/base/civil_date.h"
#include "shared/checklist/score/missing.h"
#include "shared/checklist/session/session.h"
#include "tests/unit/checklist/small_checklist.h"

using namespace plumb;
using namespace plumb::checklist;
using namespace plumb::checklist::test;

namespace {

constexpr const char* kZones[] = {"-12:00", "-09:30", "-05:00", "+00:00", "+05:45", "+08:00", "+12:00", "+14:00"};

// 09:00 of 2026-11-08, as a wall in the zone shows it.
Clock clockIn(const std::string& zone) {
    const auto now = *parseInstant("2026-11-08T09:00:00.000" + zone);
    return [now] { return now; };
}

std::shared_ptr<const Checklist> interval() {
    static const auto read = loaded(fileText("tests/unit/checklist/cases/zone-of-a-score.json"));
    return read;
}

std::string signedBody(const Session& session) {
    auto body = session.answersToSign().toJson();
    body["score"] = toJson(session.score());
    return toText(body);
}

}  // namespace

TEST_CASE("seven days after a day are the same day in every zone") {
    for (const std::string zone : kZones) {
        Session session(interval(), clockIn(zone));
        REQUIRE(session.setAnswer("sprayed", "2026-11-01"));
        REQUIRE(session.setAnswer("harvest", "2026-11-07"));
        INFO(zone);
        CHECK(session.question("safe").value == "2026-11-08");
        CHECK(session.question("ok").value == "0");
        CHECK(session.question("why").relevant);  // harvested a day too early: the reason is asked
        CHECK(session.item("1").points == 0);
    }
}

TEST_CASE("the screen, the signed record and whoever scores it elsewhere agree in every zone") {
    for (const std::string zone : kZones) {
        Session session(interval(), clockIn(zone));
        REQUIRE(session.setAnswer("sprayed", "2026-11-01"));
        REQUIRE(session.setAnswer("harvest", "2026-11-07"));
        REQUIRE(session.setAnswer("why", "雨前抢收"));
        REQUIRE(session.setAnswer("at", "2026-11-07T21:30:00.000+08:00"));
        const auto body = parseJson(signedBody(session))->get_object();
        const auto answers = Answers::fromJson(body);
        REQUIRE(answers);
        CHECK(zoneText(answers->local->zone) == zone);
        CHECK(dayText(*answers->local->day) == "2026-11-08");
        const auto score = scoreAnswers(*interval(), *answers);
        REQUIRE(score);
        INFO(zone);
        CHECK(checkStatedScore(body.at("score").get_object(), *score));
        CHECK(toText(toFullJson(*score)) == toText(toFullJson(session.score())));
        // Half past nine in the evening in Gansu is night there, and the time on the wall elsewhere.
        const int hour = (13 * 60 + 30 + static_cast<int>(answers->local->zone.count()) + 24 * 60) / 60 % 24;
        CHECK(session.question("night").value == (hour >= 20 ? "1" : "0"));
    }
}

TEST_CASE("a moment that is entered without its offset is kept with that of the check") {
    Session session(interval(), clockIn("+08:00"));
    REQUIRE(session.setAnswer("at", "2026-11-07T21:30"));
    CHECK(session.answers().values.at("at") == "2026-11-07T21:30+08:00");
    CHECK(session.question("night").value == "1");
    CHECK(session.trail().entries().back().after == "2026-11-07T21:30+08:00");
}

TEST_CASE("a draft goes on in the zone in which it was begun, wherever the tablet is") {
    Session begun(interval(), clockIn("+08:00"));
    REQUIRE(begun.setAnswer("at", "2026-11-07T21:30"));
    Session later(interval(), clockIn("-05:00"), begun.answers());
    CHECK(later.question("night").value == "1");
    CHECK(zoneText(later.answers().local->zone) == "+08:00");
    CHECK(dayText(*later.answers().local->day) == "2026-11-08");  // 09:00 at -05:00 is 22:00 at +08:00
}

TEST_CASE("a clock that changes for summer time in the middle of a check does not change the check") {
    auto now = *parseInstant("2026-03-29T01:59:00.000+01:00");
    Session session(interval(), [&now] { return now; });
    REQUIRE(session.setAnswer("at", "2026-03-28T20:30"));
    now = *parseInstant("2026-03-29T03:01:00.000+02:00");
    REQUIRE(session.setAnswer("sprayed", "2026-03-22"));
    REQUIRE(session.setAnswer("harvest", "2026-03-29"));
    CHECK(session.question("night").value == "1");
    CHECK(session.question("ok").value == "1");
    CHECK(zoneText(session.answers().local->zone) == "+01:00");
    const auto score = scoreAnswers(*interval(), session.answersToSign());
    CHECK(toText(toFullJson(*score)) == toText(toFullJson(session.score())));
}

TEST_CASE("today() is the day of the check, also for whoever looks at the answers another day") {
    const auto checklist = loaded(document(section(
        R"x({"id":"1","points":1,"text":"T","rule":{"kind":"judge","when":"${d} != ''"},"questions":[{"id":"d","type":"date","label":"D","constraint":". <= today()"}]})x")));
    Session session(checklist, clockIn("+14:00"));
    REQUIRE(session.setAnswer("d", "2026-11-08"));
    CHECK(session.missing().empty());
    CHECK(missingOf(*checklist, session.answersToSign(), {})->empty());
    auto earlier = session.answersToSign();
    earlier.local->day = *parseDay("2026-11-07");
    CHECK(missingOf(*checklist, earlier, {})->size() == 1);
}

TEST_CASE("a zone is written like +08:00 and lies where zones are") {
    CHECK(*parseZone("+08:00") == std::chrono::hours(8));
    CHECK(*parseZone("-09:30") == std::chrono::minutes(-570));
    for (const auto* zone : kZones) CHECK(zoneText(*parseZone(zone)) == zone);
    for (const auto* text : {"", "8", "08:00", "+8:00", "+08:60", "+0800", "Z", "-00:00", "-12:15", "+14:01", "+99:00",
                             "+08:00 ", "+0a:00", "Asia/Shanghai"}) {
        INFO(text);
        const auto refused = parseZone(text);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == "bad_zone");
    }
}

TEST_CASE("a record whose zone or day is not that of its own times is refused") {
    const auto started = *parseInstant("2026-11-07T23:00:00.000+08:00");
    const auto finished = *parseInstant("2026-11-08T00:30:00.000+08:00");
    const auto local = [](const char* zone, const char* day) {
        return std::optional(LocalDay{*parseZone(zone), parseDay(day)});
    };
    CHECK(checkLocalDay({}, started, finished));  // from before records stated it
    CHECK(checkLocalDay(local("+08:00", "2026-11-08"), started, finished));
    CHECK_FALSE(checkLocalDay(local("+08:00", "2026-11-07"), started, finished));
    CHECK_FALSE(checkLocalDay(local("+00:00", "2026-11-07"), started, finished));
    CHECK_FALSE(checkLocalDay(LocalDay{std::chrono::hours(8), {}}, started, finished));
    const auto elsewhere = *parseInstant("2026-11-07T15:00:00.000+00:00");
    CHECK_FALSE(checkLocalDay(local("+08:00", "2026-11-08"), elsewhere, finished));
}

TEST_CASE("answers whose zone or day cannot be read say so") {
    for (const auto* text :
         {R"({"zone":8})", R"({"zone":"Z"})", R"({"day":"2026-11-22"})", R"({"zone":"+08:00","day":"22.11."})",
          R"({"zone":"+08:00","day":20779})", R"({"zone":"+08:00","day":"2026-02-30"})"}) {
        INFO(text);
        const auto refused = Answers::fromJson(parseJson(text)->get_object());
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == "bad_answers");
    }
    const auto read = Answers::fromJson(parseJson(R"({"zone":"-05:00","day":"2026-11-22"})")->get_object());
    REQUIRE(read);
    CHECK(toText(read->toJson()) == R"({"answers":{},"na":{},"notes":{},"zone":"-05:00","day":"2026-11-22"})");
}
