#include "shared/store/clock_state.h"

namespace plumb::store {

using std::chrono::milliseconds;

ClockMeasure ClockMeasure::between(const Instant& asked, const Instant& answered, const Instant& time,
                                   std::uint64_t logSize, SinceBoot boot) {
    const auto half = (answered.utc - asked.utc) / 2;
    return {time.utc - (asked.utc + half), std::chrono::abs(half), time, logSize, std::move(boot)};
}

json::object ClockMeasure::toJson() const {
    return {{"offset", offset.count()}, {"within", within.count()}, {"time", formatInstant(time)},
            {"log", logSize},           {"boot", boot.boot},        {"since", boot.since.count()}};
}

std::optional<ClockMeasure> ClockMeasure::fromJson(std::string_view text) {
    const auto value = parseJson(text);
    if (!value || !value->is_object()) return std::nullopt;
    const auto& object = value->get_object();
    const auto offset = integerAt(object, "offset"), within = integerAt(object, "within"),
               log = integerAt(object, "log"), since = integerAt(object, "since");
    const auto time = parseInstant(textOr(object, "time"));
    if (!offset || !within || !log || !since || !time) return std::nullopt;
    return ClockMeasure{milliseconds(*offset),
                        milliseconds(*within),
                        *time,
                        static_cast<std::uint64_t>(*log),
                        {textOr(object, "boot"), milliseconds(*since)}};
}

ClockState clockState(const std::optional<ClockMeasure>& measure, const std::optional<ProvedTime>& proved,
                      TimePoint wall, const SinceBoot& now) {
    ClockState out;
    if (measure) {
        // As long as the machine runs, the time that has passed is known whatever was done to the wall clock. After a
        // start the wall clock is taken to go on as it went.
        const bool sameRun = !now.boot.empty() && now.boot == measure->boot.boot && now.since >= measure->boot.since;
        const auto offset = sameRun ? measure->time.utc + (now.since - measure->boot.since) - wall : measure->offset;
        out = {ClockState::Basis::measured, offset, measure->within, measure->time, measure->logSize};
        // Which cannot be where it would then stand before the measuring itself: it was set meanwhile.
        if (!sameRun && wall + offset + kClockTolerance < measure->time.utc) out = {};
    }
    auto least = proved;
    if (measure && (!least || least->time.utc < measure->time.utc)) least = ProvedTime{measure->time, measure->logSize};
    if (least && wall + out.offset + kClockTolerance < least->time.utc)
        out = {ClockState::Basis::atLeast, least->time.utc - wall, {}, least->time, least->logSize};
    return out;
}

std::string spanText(milliseconds span) {
    const auto minutes = std::chrono::round<std::chrono::minutes>(std::chrono::abs(span)).count();
    const auto count = [](std::int64_t n, const char* unit) {
        return std::to_string(n) + " " + unit + (n == 1 ? "" : "s");
    };
    if (minutes < 120) return count(minutes, "minute");
    if (minutes < 48 * 60) return count((minutes + 30) / 60, "hour");
    return count((minutes + 12 * 60) / (24 * 60), "day");
}

}  // namespace plumb::store
