// How long an archived case is kept, by the term that its archiving states: counted in whole years from the beginning
// of the year after (DOMAIN.md names the terms; from when they run is this program's reading, and nothing is deleted by
// it). Pure; any thread.
#pragma once

#include <optional>
#include <string_view>

#include "shared/base/civil_date.h"

namespace plumb::records {

// The last day of its term; none where it is kept for ever, or the term is none.
std::optional<Day> keptUntil(std::string_view term, Day archived);

}  // namespace plumb::records
