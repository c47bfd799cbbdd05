// A tablet's home as the app finds it after long use: an enrolled inspector with the PIN 2468, sites and records of
// others in any number, folded, and two checklists that are begun. Scrypt costs little here: it is no part of what is
// measured over it.
#pragma once

#include <filesystem>
#include <string>

namespace plumb::bench {

inline constexpr const char* kPin = "2468";

struct AppHome {
    std::string form500, form1000;  // drafts: 500 items in ten groups, some of them answered; 1,000 items in one
};

// Aborts where that does not work out.
AppHome furnishHome(const std::filesystem::path& home, int sites, int records);

}  // namespace plumb::bench
