// What statistics keep of one inspection or self-assessment: where it stands, and what it counts for. Pure; any thread.
#pragma once

#include "shared/records/inspection/fold.h"
#include "sync-server/projections/statistics/item_tally.h"

namespace plumb::server {

// A site as its newest publication has it, as far as counts are told apart by it. All "" where none is published.
struct CountedSite {
    std::string region, programme, sector, level, programmeId;

    friend bool operator==(const CountedSite&, const CountedSite&) = default;
};

struct CountedRecord {
    records::InspectionRow row;
    Day day{};             // of the check, in the record's own zone
    ItemTally items;       // as it states them
    CountedSite site;      // by which it is counted now
    bool ordered = false;  // for a special check that was ordered from above, as its check says

    // The rule of what counts: a check that stands, waiting for its review or accepted. What was returned counts again
    // once it is amended; what still waits for its second inspector counts for nothing. A re-check asks what had
    // failed, and would make every rate worse the better it is followed up: it counts in none.
    [[nodiscard]] bool isCounted() const;
    // What it is to the rule of visits (records/planning/visits.h), which counts more: whoever was visited was visited.
    // "" of a self-assessment.
    [[nodiscard]] std::string visit() const;
    [[nodiscard]] bool failedAny() const;
    [[nodiscard]] std::string year() const { return dayText(day).substr(0, 4); }
    [[nodiscard]] std::string month() const { return dayText(day).substr(5, 2); }
};

// The day of the check: as the body states it, else by its author's clock.
Day dayOfCheck(const record::Payload& payload);

}  // namespace plumb::server
