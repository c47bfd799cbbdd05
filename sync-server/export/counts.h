// What would be taken away: how many rows, and of which versions of checklists.
#pragma once

#include <map>

#include "shared/records/inspection/summary.h"

namespace plumb::server {

struct ExportCounts {
    std::uint64_t rows = 0;
    std::map<Sha256, std::pair<records::ChecklistRef, std::uint64_t>> checklists;

    void add(const records::ChecklistRef& checklist) {
        ++rows;
        auto& [known, count] = checklists[checklist.sha256];
        known = checklist;
        ++count;
    }
};

}  // namespace plumb::server
