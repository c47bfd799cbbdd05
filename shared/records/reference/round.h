// A round of self-assessment, as an administrator opens it: the body of round.published (RECORDS.md). It is for the
// sites of the line's region, or for those that it lists. Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "shared/base/civil_date.h"
#include "shared/checklist/model/local_text.h"
#include "shared/records/inspection/summary.h"

namespace plumb::records {

struct Round {
    std::string id;
    checklist::LocalText title;
    ChecklistRef checklist;  // the version that is asked; contributions may be on a later one
    Day opens{}, closes{};   // the first and the last day, of the site's clock. After the last it is late, not refused
    std::vector<std::string> sites;  // ids; empty: all of the region
    bool closed = false;             // nothing more is taken

    [[nodiscard]] bool isFor(std::string_view site, std::string_view siteRegion, std::string_view region) const;
};

// bad_payload with the member's path.
Result<Round> readRound(const json::object& body);
json::object toBody(const Round& round);

}  // namespace plumb::records
