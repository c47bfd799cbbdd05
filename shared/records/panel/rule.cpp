#include "shared/records/panel/rule.h"

#include <numeric>
#include <set>

namespace plumb::records {
namespace {

int countFrom(BodyReader& read, std::string_view name, std::int64_t least, std::int64_t most) {
    const auto value = read.integer(name);
    if (value >= least && value <= most) return static_cast<int>(value);
    read.fault(name, "must be " + std::to_string(least) + " to " + std::to_string(most));
    return 0;
}

void readDrop(BodyReader& read, PanelRule& out) {
    (void)read.objectIf("drop", [&](BodyReader& drop) {
        out.dropHighest = countFrom(drop, "highest", 0, kMostExperts);
        out.dropLowest = countFrom(drop, "lowest", 0, kMostExperts);
        out.dropFrom = countFrom(drop, "from", 1, kMostExperts);
        if (out.dropHighest + out.dropLowest == 0) drop.fault("highest", "or \"lowest\" must be one at least");
        if (out.dropFrom <= out.dropHighest + out.dropLowest)
            drop.fault("from", "must leave one sheet at least of those that were handed in");
        if (out.dropFrom > out.experts) drop.fault("from", "must not be more than there are experts");
    });
}

void readCriteria(BodyReader& read, PanelRule& out) {
    std::set<std::string> ids;
    const auto count = read.eachIf("criteria", [&](BodyReader& one) {
        PanelCriterion criterion{one.text("id"), one.localText("title"), one.integer("points")};
        if (criterion.points < 1 || criterion.points > kMostCriterionPoints)
            one.fault("points", "must be 1 to 1000000 thousandths");
        if (!ids.insert(criterion.id).second) one.fault("id", "must stand once");
        out.criteria.push_back(std::move(criterion));
    });
    if (count < 1 || count > kMostCriteria) read.fault("criteria", "must be 1 to 40");
}

}  // namespace

std::string_view panelMethodName(PanelMethod method) {
    return method == PanelMethod::mean ? "mean" : "median";
}

PanelRule panelRuleFrom(BodyReader& read) {
    PanelRule out;
    out.experts = countFrom(read, "experts", 1, kMostExperts);
    out.least = countFrom(read, "least", 1, kMostExperts);
    if (out.least > out.experts) read.fault("least", "must not be more than there are experts");
    readDrop(read, out);
    const auto method = read.text("method");
    if (method != "mean" && method != "median") read.fault("method", "must be mean or median");
    if (method == "median") out.method = PanelMethod::median;
    out.limit = read.integerIf("limit");
    if (out.limit && *out.limit < 1) read.fault("limit", "must be more than nothing");
    readCriteria(read, out);
    return out;
}

json::object toJson(const PanelRule& rule) {
    json::array criteria;
    for (const auto& one : rule.criteria)
        criteria.push_back(json::object{{"id", one.id}, {"title", one.title.toJson()}, {"points", one.points}});
    json::object out{{"experts", rule.experts},
                     {"least", rule.least},
                     {"method", panelMethodName(rule.method)},
                     {"criteria", std::move(criteria)}};
    if (rule.dropFrom > 0)
        out["drop"] = {{"highest", rule.dropHighest}, {"lowest", rule.dropLowest}, {"from", rule.dropFrom}};
    if (rule.limit) out["limit"] = *rule.limit;
    return out;
}

std::int64_t fullPoints(const PanelRule& rule) {
    return std::accumulate(rule.criteria.begin(), rule.criteria.end(), std::int64_t{0},
                           [](std::int64_t sum, const PanelCriterion& one) { return sum + one.points; });
}

}  // namespace plumb::records
