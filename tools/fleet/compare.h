// At the end: whether every tablet holds what the server holds, and what was made of it is the same everywhere.
#pragma once

#include "tools/fleet/tablet.h"

namespace plumb::fleet {

struct Compared {
    std::size_t lines = 0;  // of the log, as far as the fleet's supervisor may read it
    std::size_t lost = 0, doubled = 0;
    std::size_t rows = 0, files = 0;       // that were compared
    std::vector<std::string> differences;  // sentences
};

// `fresh`: a supervisor's tablet over all regions that has enrolled now, so that its derived tables are a fold of the
// server's lines from nothing. Asked of each tablet, with its own rights: every line of the feed, byte by byte, against
// the one that its store has at that place; every row that it derives against the fresh fold; every file that it
// signed, by its hash. Asked of the server: its own rows against the fresh fold; each signed line, and whether it is
// there once. REQUIRES: nobody writes to the server meanwhile, and all links are good. Throws where the server cannot
// be asked.
Compared compare(const std::vector<Tablet*>& tablets, Tablet& fresh);

}  // namespace plumb::fleet
