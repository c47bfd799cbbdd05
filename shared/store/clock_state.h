// How wrong this tablet's clock is, from what the log's key signed: a receipt that answered a question of this device
// (crypto/receipt.h) measures it, and no clock can be right that stands before the newest checkpoint's time. Nothing
// else is believed, least of all a header.
//
// The tablet's own clock stays what records state as `at`; the correction is told to the person, used for the days that
// count from the check, and signed beside `at` (RECORDS.md, `clock`).
#pragma once

#include <optional>
#include <string>

#include "shared/base/boot_clock.h"
#include "shared/base/clock.h"
#include "shared/base/json.h"
#include "shared/store/tuning.h"

namespace plumb::store {

// One question to the server: between `asked` and `answered` by the tablet's clock it signed its `time`.
struct ClockMeasure {
    std::chrono::milliseconds offset{0};  // what the tablet's clock lacked
    std::chrono::milliseconds within{0};  // and how exactly that is known
    Instant time;                         // as the log's key signed it
    std::uint64_t logSize = 0;            // how large the log was then
    SinceBoot boot;                       // when that was, by the clock that nobody sets

    static ClockMeasure between(const Instant& asked, const Instant& answered, const Instant& time,
                                std::uint64_t logSize, SinceBoot boot);
    [[nodiscard]] json::object toJson() const;
    static std::optional<ClockMeasure> fromJson(std::string_view text);
};

struct ClockState {
    enum class Basis {
        unknown,   // never measured, or set since by a machine that was started anew
        measured,  // by a receipt
        atLeast,   // it stands before a time that the log signed: it is behind by this much or more
    } basis = Basis::unknown;
    std::chrono::milliseconds offset{0};  // what is to be added to the tablet's clock
    std::chrono::milliseconds within{0};
    Instant time;  // what it rests on: when the log signed that time, and the log's size then
    std::uint64_t logSize = 0;

    [[nodiscard]] bool off() const { return std::chrono::abs(offset) > kClockTolerance; }
};

// `proved`: the newest checkpoint's time and size.
struct ProvedTime {
    Instant time;
    std::uint64_t logSize = 0;
};
ClockState clockState(const std::optional<ClockMeasure>& measure, const std::optional<ProvedTime>& proved,
                      TimePoint wall, const SinceBoot& now);

// "3 days", "5 hours", "7 minutes": the largest unit, rounded; never a sign.
std::string spanText(std::chrono::milliseconds span);

}  // namespace plumb::store
