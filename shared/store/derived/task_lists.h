// Tasks as lists ask for them (DerivedTables). Plain values.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/records/planning/task.h"

namespace plumb::store {

struct TaskFilter {
    bool open = false;        // only those that are neither done nor cancelled
    std::string person = {};  // only those whose team she is of
    std::string site = {};
};

struct ListedTask {
    records::TaskRow row;
    std::string siteName;
    std::optional<double> latitude = {}, longitude = {};  // of the site
};

struct TaskPage {
    std::vector<ListedTask> rows;  // by the day that is due, then as they were assigned
    std::size_t total = 0;         // that the filter leaves
    bool complete = true;          // everything that is stored was folded
};

}  // namespace plumb::store
