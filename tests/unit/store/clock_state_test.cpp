#include "shared/store/clock_state.h"

#include <catch2/catch.hpp>

#include "tests/unit/store/store_fixture.h"

using namespace plumb;
using namespace plumb::store;
using namespace std::chrono_literals;

namespace {

const Instant kTrue = parseInstant("2026-11-27T08:00:00.000+08:00").value();
constexpr auto kDay = std::chrono::hours(24);

Instant shifted(std::chrono::milliseconds by) {
    return {kTrue.utc + by, kTrue.offset};
}

// Measured at kTrue by a tablet whose clock then was wrong by `wrong`.
ClockMeasure measured(std::chrono::milliseconds wrong) {
    return ClockMeasure::between(shifted(wrong - 300ms), shifted(wrong + 300ms), kTrue, 42, {"run-1", 1000s});
}

}  // namespace

TEST_CASE("a clock three days ahead is measured, as exactly as the question took") {
    const auto state = clockState(measured(3 * kDay), std::nullopt, shifted(3 * kDay + 1h).utc, {"run-1", 1000s + 1h});
    CHECK(state.off());
    CHECK(state.basis == ClockState::Basis::measured);
    CHECK(state.offset == -3 * kDay);
    CHECK(state.within == 300ms);
    CHECK(state.logSize == 42);
    CHECK(spanText(state.offset) == "3 days");
}

TEST_CASE("a clock that was set right since is right, ahead or behind, as long as the machine runs") {
    for (const auto wrong : {3 * kDay, -3 * kDay}) {
        const auto state = clockState(measured(wrong), std::nullopt, shifted(2h).utc, {"run-1", 1000s + 2h});
        CHECK_FALSE(state.off());
    }
}

TEST_CASE("a clock that was right and is set wrong is noticed without a network") {
    const auto state = clockState(measured(0ms), std::nullopt, shifted(2h + 5 * kDay).utc, {"run-1", 1000s + 2h});
    CHECK(state.off());
    CHECK(state.offset == -5 * kDay);
}

TEST_CASE("after a start of the machine the clock is taken to go on as it went") {
    const auto state = clockState(measured(3 * kDay), std::nullopt, shifted(3 * kDay + 10h).utc, {"run-2", 5s});
    CHECK(state.offset == -3 * kDay);
}

TEST_CASE("a correction that would lead to before its own measuring is none: the clock was set right") {
    const auto state = clockState(measured(3 * kDay), std::nullopt, shifted(10h).utc, {"run-2", 5s});
    CHECK_FALSE(state.off());
    CHECK(state.basis == ClockState::Basis::unknown);
}

TEST_CASE("a clock that began anew at 1970 is behind by at least the time since which the log has spoken") {
    const auto state =
        clockState(measured(0ms), ProvedTime{shifted(-1h), 40}, TimePoint(std::chrono::hours(1)), {"run-2", 5s});
    CHECK(state.basis == ClockState::Basis::atLeast);
    CHECK(TimePoint(std::chrono::hours(1)) + state.offset == kTrue.utc);
}

TEST_CASE("before anything was measured, the newest checkpoint alone shows a clock that is behind") {
    const auto behind = clockState(std::nullopt, ProvedTime{kTrue, 40}, shifted(-3 * kDay).utc, {"run-1", 5s});
    CHECK(behind.basis == ClockState::Basis::atLeast);
    CHECK(behind.offset == 3 * kDay);
    CHECK_FALSE(clockState(std::nullopt, ProvedTime{kTrue, 40}, shifted(3 * kDay).utc, {"run-1", 5s}).off());
    CHECK_FALSE(clockState(std::nullopt, std::nullopt, shifted(0ms).utc, {"run-1", 5s}).off());
}

TEST_CASE("two minutes are no wrong clock") {
    for (const auto wrong : {90s, -90s})
        CHECK_FALSE(clockState(measured(wrong), std::nullopt, shifted(wrong).utc, {"run-1", 1000s}).off());
    CHECK(clockState(measured(3min), std::nullopt, shifted(3min).utc, {"run-1", 1000s}).off());
}

TEST_CASE("a measure is kept as it was, and a damaged one is none") {
    const auto measure = measured(-7 * kDay);
    const auto read = ClockMeasure::fromJson(toText(measure.toJson())).value();
    CHECK(read.offset == measure.offset);
    CHECK(read.within == measure.within);
    CHECK(read.time == measure.time);
    CHECK(read.boot.boot == "run-1");
    CHECK(read.boot.since == 1000s);
    for (const char* bad : {"", "[]", "{}", "{\"offset\":1}"}) CHECK_FALSE(ClockMeasure::fromJson(bad));
}

TEST_CASE("a tablet with a wrong clock signs both: its own time as at, and what it lacks") {
    test::Tablet tablet;
    const auto truth = tablet.now;
    tablet.now.utc += 3 * kDay;
    const auto asked = tablet.now;
    REQUIRE(tablet.store->saveClockMeasure(ClockMeasure::between(asked, asked, truth, 9, tablet.store->sinceBoot())));
    CHECK(std::chrono::abs(tablet.store->now().utc - truth.utc) < 1min);
    CHECK(tablet.store->tabletClock().utc == asked.utc);
    const auto line = tablet.store->append({"standard.feedback", "", "620321", {}, {{"text", "x"}}, {}}).value();
    const auto payload = record::parsePayload(line.payload()).value();
    CHECK(payload.at == asked);
    REQUIRE(payload.clock);
    CHECK(std::chrono::abs(payload.clock->offset + 3 * kDay) < 1min);
    CHECK(payload.clock->size == 9);
    CHECK(payload.clock->time == truth);
    CHECK(std::chrono::abs(record::correctedAt(payload) - truth.utc) < 1min);
}

TEST_CASE("a tablet whose clock is right signs no correction") {
    test::Tablet tablet;
    REQUIRE(tablet.store->saveClockMeasure(
        ClockMeasure::between(tablet.now, tablet.now, tablet.now, 9, tablet.store->sinceBoot())));
    const auto line = tablet.store->append({"standard.feedback", "", "620321", {}, {{"text", "x"}}, {}}).value();
    CHECK_FALSE(record::parsePayload(line.payload()).value().clock);
    CHECK(line.payload().find("\"clock\"") == std::string_view::npos);
}
