#include "shared/records/panel/result.h"

#include <algorithm>
#include <numeric>

#include "shared/records/panel/spread.h"

namespace plumb::records {
namespace {

// The lowest and the highest, where the rule leaves any out.
void drop(const PanelRule& rule, std::vector<ExpertScore>& scores) {
    const auto count = static_cast<int>(scores.size());
    if (rule.dropFrom == 0 || count < rule.dropFrom) return;
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return scores[a].points < scores[b].points; });
    for (int i = 0; i < rule.dropLowest; ++i) scores[order[static_cast<std::size_t>(i)]].dropped = true;
    for (int i = 0; i < rule.dropHighest; ++i) scores[order[static_cast<std::size_t>(count - 1 - i)]].dropped = true;
}

}  // namespace

PanelResult resultOf(const PanelRule& rule, const std::vector<std::pair<std::string, std::int64_t>>& totals) {
    PanelResult out;
    if (totals.empty()) return out;
    std::vector<std::int64_t> all, kept;
    for (const auto& [person, points] : totals) {
        out.scores.push_back({person, points});
        all.push_back(points);
    }
    drop(rule, out.scores);
    for (const auto& one : out.scores) {
        if (!one.dropped) kept.push_back(one.points);
    }
    out.range = rangeOf(all);
    out.deviation = deviationOf(all);
    out.wide = rule.limit && out.range > *rule.limit;
    if (static_cast<int>(all.size()) >= rule.least)
        out.points = rule.method == PanelMethod::mean ? meanOf(kept) : medianOf(kept);
    return out;
}

PanelResult resultOf(const PanelRow& row) {
    std::vector<std::pair<std::string, std::int64_t>> totals;
    for (const auto& expert : row.says.experts) {
        if (const auto* sheet = row.sheetOf(expert)) totals.emplace_back(expert, sheet->says.total());
    }
    return resultOf(row.says.rule, totals);
}

json::object toJson(const PanelResult& result) {
    json::array scores;
    for (const auto& one : result.scores)
        scores.push_back(json::object{{"person", one.person}, {"points", one.points}, {"dropped", one.dropped}});
    json::object out{
        {"scores", std::move(scores)}, {"range", result.range}, {"deviation", result.deviation}, {"wide", result.wide}};
    if (result.points) out["points"] = *result.points;
    return out;
}

}  // namespace plumb::records
