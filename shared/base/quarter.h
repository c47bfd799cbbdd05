// A quarter of a year, "2026Q4". Pure; any thread.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/civil_date.h"

namespace plumb {

struct Quarter {
    int year = 0, number = 1;  // 1 to 4

    friend auto operator<=>(const Quarter&, const Quarter&) = default;
};

Quarter quarterOf(Day day);
std::string quarterText(Quarter quarter);
// Strict: four digits, "Q", one of 1 to 4.
std::optional<Quarter> parseQuarter(std::string_view text);

}  // namespace plumb
