// Days of the proleptic Gregorian calendar as "YYYY-MM-DD", and as numbers of days since 1970-01-01.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/clock.h"

namespace plumb::checklist {

// Strict: four digits, two, two, a day that exists.
std::optional<std::int64_t> parseDate(std::string_view text);

// Years 0000 to 9999; "" outside.
std::string dateText(std::int64_t days);

// The local day of an instant, in the instant's own offset.
std::int64_t dayOf(const Instant& instant);

}  // namespace plumb::checklist
