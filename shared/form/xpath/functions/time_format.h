// The %-directives of format-date() and format-date-time(): what ODK defines, with English names. Pure.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "shared/form/data/iso_time.h"

namespace plumb::form::xpath {

// %Y %y year, %m %n month, %b %B its name, %d %e day, %a %A its name, %W week (ISO 8601), %H %h hour, %M minute,
// %S second, %3 millisecond, %% a percent sign. The error is a sentence about the pattern.
tl::expected<std::string, std::string> formatWallTime(const WallTime& time, std::string_view pattern);

}  // namespace plumb::form::xpath
