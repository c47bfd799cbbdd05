// How experts score an acceptance (专家评分), as a programme states it and each panel repeats it: how many, how few are
// enough, whether the highest and the lowest sheet are left out, how the others make one figure, from which range on
// they are told to differ too much, and what is scored. Points are integers in thousandths. Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/records/body_reader.h"

namespace plumb::records {

enum class PanelMethod { mean, median };
std::string_view panelMethodName(PanelMethod method);

struct PanelCriterion {
    std::string id;
    checklist::LocalText title;
    std::int64_t points = 0;  // at most

    friend bool operator==(const PanelCriterion&, const PanelCriterion&) = default;
};

inline constexpr int kMostExperts = 25, kMostCriteria = 40;
inline constexpr std::int64_t kMostCriterionPoints = 1'000'000;

struct PanelRule {
    int experts = 0;
    int least = 0;                        // sheets without which there is no result
    int dropHighest = 0, dropLowest = 0;  // so many sheets
    int dropFrom = 0;                     // where at least so many were handed in; 0: nothing is left out
    PanelMethod method = PanelMethod::mean;
    std::optional<std::int64_t> limit;  // of the range of all sheets
    std::vector<PanelCriterion> criteria;

    friend bool operator==(const PanelRule&, const PanelRule&) = default;
};
// Faults go to the reader.
PanelRule panelRuleFrom(BodyReader& read);
json::object toJson(const PanelRule& rule);
// What all criteria come to.
std::int64_t fullPoints(const PanelRule& rule);

}  // namespace plumb::records
