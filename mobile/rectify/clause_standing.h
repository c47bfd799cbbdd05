// How what an order cites stands on the day on which it is signed, by the catalogue that the program was built with. It
// is told and never in the way: what was found may have happened while the standard was in force, and the inspector
// decides. Any thread.
#pragma once

#include <QString>
#include <string>

#include "shared/base/civil_date.h"

namespace plumb::mobile {

// "GB 2763-2019 已于 2021-09-03 被代替，后续标准是 GB 2763-2021"; "" for what is in force, in part too, and for what
// nobody knows.
QString clauseStanding(const std::string& standard, Day day);

}  // namespace plumb::mobile
