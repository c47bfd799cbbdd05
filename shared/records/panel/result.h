// What a panel's sheets come to, by its rule: exact, and the same wherever it is reckoned (spread.h). Pure; any thread.
#pragma once

#include "shared/records/panel/panel.h"

namespace plumb::records {

struct ExpertScore {
    std::string person;
    std::int64_t points = 0;
    bool dropped = false;  // left out as one of the highest or lowest

    friend bool operator==(const ExpertScore&, const ExpertScore&) = default;
};

struct PanelResult {
    std::vector<ExpertScore> scores;        // in the order of the panel's experts; of those who handed in
    std::optional<std::int64_t> points;     // none: fewer handed in than the rule asks for
    std::int64_t range = 0, deviation = 0;  // of all sheets, the dropped ones too
    bool wide = false;                      // the range is beyond the rule's limit

    friend bool operator==(const PanelResult&, const PanelResult&) = default;
};

// Of whatever was handed in so far. Among equal sheets those of experts who stand later in the panel count as higher.
PanelResult resultOf(const PanelRule& rule, const std::vector<std::pair<std::string, std::int64_t>>& totals);
PanelResult resultOf(const PanelRow& row);
json::object toJson(const PanelResult& result);

}  // namespace plumb::records
