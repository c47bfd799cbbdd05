#include "shared/checklist/score/stated_score.h"

#include <algorithm>

namespace plumb::checklist {
namespace {

json::object toJson(const StatedItem& item) {
    json::object out{{"id", item.id}, {"verdict", verdictName(item.verdict)}};
    // Full points and no points at stake are the rule, and a record has hundreds of items.
    if (item.points != item.max) out["points"] = item.points;
    if (item.max != 0) out["max"] = item.max;
    return out;
}

json::array texts(const std::vector<std::string>& list) {
    return json::array(list.begin(), list.end());
}

}  // namespace

const StatedItem* StatedScore::item(std::string_view id) const {
    if (!items) return nullptr;
    const auto found = std::find_if(items->begin(), items->end(), [&](const StatedItem& one) { return one.id == id; });
    return found == items->end() ? nullptr : &*found;
}

StatedScore statedOf(const Score& score) {
    StatedScore out;
    out.points = score.points;
    out.max = score.max;
    out.base = score.base;
    out.bonus = score.bonus;
    out.grade = score.grade;
    out.vetoes = score.vetoes;
    out.blocked = score.blocked;
    out.levels = score.levels;
    for (const auto& section : score.sections) out.sections.push_back({section.id, section.points, section.max});
    out.items.emplace();
    for (const auto& item : score.items) {
        if (item.verdict != Verdict::notRelevant) out.items->push_back({item.id, item.verdict, item.points, item.max});
    }
    return out;
}

json::object toJson(const StatedScore& score) {
    json::array sections;
    for (const auto& section : score.sections)
        sections.push_back(json::object{{"id", section.id}, {"points", section.points}, {"max", section.max}});
    json::object out{{"points", score.points},
                     {"max", score.max},
                     {"grade", score.grade},
                     {"vetoes", texts(score.vetoes)},
                     {"sections", std::move(sections)}};
    if (score.base) out["base"] = *score.base;
    if (score.bonus) out["bonus"] = *score.bonus;
    if (!score.levels.empty()) {
        json::array levels;
        for (const auto& level : score.levels)
            levels.push_back(json::object{{"id", level.id}, {"ok", level.ok}, {"applicable", level.applicable}});
        out["levels"] = std::move(levels);
    }
    if (!score.blocked.empty()) out["blocked"] = texts(score.blocked);
    if (score.items) {
        json::array items;
        for (const auto& item : *score.items) items.push_back(toJson(item));
        out["items"] = std::move(items);
    }
    return out;
}

}  // namespace plumb::checklist
