// A programme that sites belong to (programme.published): by which checklists they are inspected, and what it is to
// reach, each target with the document that sets it, its own or the programme's (RECORDS.md). Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/base/civil_date.h"
#include "shared/base/json.h"
#include "shared/base/result.h"
#include "shared/checklist/model/local_text.h"
#include "shared/records/panel/rule.h"

namespace plumb::records {

// What of the log counts for a target. A target without says what only people can count.
inline constexpr std::string_view kMeasureSites = "sites";  // published sites of the programme, of one level
inline constexpr std::string_view kMeasureInspections = "inspections";  // checks of its sites within the year
inline constexpr std::string_view kMeasurePassRate = "pass_rate";   // of those checks that can be judged, in hundredths
inline constexpr std::string_view kMeasureCoverage = "coverage";    // its sites that were checked in the year, likewise
inline constexpr std::string_view kMeasureStandards = "standards";  // that its region published (standard.published)

struct TargetMeasure {
    std::string what;
    std::string level = {};  // of `sites`; "": of every level

    // A share of a hundred, which its target states in per cent.
    [[nodiscard]] bool isRate() const { return what == kMeasurePassRate || what == kMeasureCoverage; }

    friend bool operator==(const TargetMeasure&, const TargetMeasure&) = default;
};

struct ProgrammeTarget {
    checklist::LocalText title, unit;
    std::int64_t atLeast = 0;
    std::optional<Day> by;        // none: within the programme's period
    checklist::LocalText source;  // where it is another than the programme's
    std::optional<TargetMeasure> measure = {};

    friend bool operator==(const ProgrammeTarget&, const ProgrammeTarget&) = default;
};

struct Programme {
    std::string id;
    checklist::LocalText title;
    checklist::LocalText source;          // the document that sets it up
    std::string kind, sector, region;     // as a site says them; "": not said, and any region
    std::vector<std::string> checklists;  // ids
    std::vector<ProgrammeTarget> targets;
    std::optional<PanelRule> panel = {};  // how experts score its acceptances; none: they do not

    friend bool operator==(const Programme&, const Programme&) = default;
};
// bad_payload with the member's path: so of a target without a source, which nobody could look up.
Result<Programme> readProgramme(const json::object& body);
json::object toBody(const Programme& programme);

}  // namespace plumb::records
