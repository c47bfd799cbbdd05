// Threads at the items of inspections as lists ask for them (DerivedTables). Plain values.
#pragma once

#include <string>
#include <vector>

#include "shared/base/clock.h"
#include "shared/records/review/remark.h"

namespace plumb::store {

struct ListedThread {
    std::string inspection;  // its id
    std::string siteName;
    records::Thread thread;
    std::string text;  // of the last remark; "" where that one only resolves
    TimePoint at{};    // its author's clock
};

struct ThreadPage {
    std::vector<ListedThread> rows;  // what was written longest ago comes first
    std::size_t total = 0;
    bool complete = true;  // everything that is stored was folded
};

}  // namespace plumb::store
