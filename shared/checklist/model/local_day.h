// Where the clock stood and which day it was when a check was made: a fact of the record, signed with its answers.
// Dates with a time that carry no offset, today(), and the hour of a moment are all meant in its zone, so that the
// tablet, the signed record and the server read one score from one set of answers. One fill has one zone, that of its
// beginning, wherever the tablet travels meanwhile; its day is that of the signature. Pure; any thread.
//
// Text: zone "+08:00", day "2026-11-22" (members "zone" and "day" of a record's body). Records from before these
// members existed have neither: they were scored in UTC, and are.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/civil_date.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"

namespace plumb::checklist {

struct LocalDay {
    std::chrono::minutes zone{0};  // east of Greenwich, -12:00 to +14:00
    std::optional<Day> day;        // in `zone`; none where it is not known

    friend bool operator==(const LocalDay&, const LocalDay&) = default;
};

// "+08:00". Malformed ("bad_zone") where it is written otherwise or no zone has it.
Result<std::chrono::minutes> parseZone(std::string_view text);
std::string zoneText(std::chrono::minutes zone);

// The same moment as a wall in `zone` shows it.
Instant inZone(const Instant& instant, std::chrono::minutes zone);
// The first moment of its day (of 1970-01-01 where it has none), in its zone.
Instant midnightOf(const LocalDay& local);

// Whether a record's zone and day are those of its own times: the day is that of `finished`, and both times are written
// in the zone. Malformed ("bad_zone") with a sentence. A record without the two members keeps it.
Result<void> checkLocalDay(const std::optional<LocalDay>& local, const Instant& started, const Instant& finished);

}  // namespace plumb::checklist
