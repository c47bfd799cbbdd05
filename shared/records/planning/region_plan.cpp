#include "shared/records/planning/region_plan.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace plumb::records {
namespace {

const PlanVersion* approvedOf(const PlanRow& row) {
    const auto found = std::find_if(row.versions.rbegin(), row.versions.rend(),
                                    [](const auto& one) { return one.decided && one.decided->says.approved; });
    return found == row.versions.rend() ? nullptr : &*found;
}

// What is not logged yet stands last.
std::uint64_t placeOf(const domain::LogPlace& place) {
    return place.value_or(std::numeric_limits<std::uint64_t>::max());
}

// Where its first approval stands.
std::uint64_t approvedAt(const PlanRow& row) {
    for (const auto& version : row.versions) {
        if (version.decided && version.decided->says.approved) return placeOf(version.decided->place);
    }
    return placeOf({});
}

// A published version that says that it takes another plan's place.
struct Taking {
    std::uint64_t at = 0;
    std::string_view of;
    const PlanRow* by = nullptr;
};

// Any version that was published: a correction that says it no more does not give the place back.
std::vector<Taking> takings(std::span<const PlanRow> plans, std::int64_t year) {
    std::vector<Taking> out;
    for (const auto& row : plans) {
        for (const auto& version : row.versions) {
            const auto& says = version.says;
            if (version.published && says.year == year && says.supersedes)
                out.push_back({placeOf(version.published->place), says.supersedes->of, &row});
        }
    }
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
    return out;
}

}  // namespace

const PlanRow* regionsPlan(std::span<const PlanRow> plans, std::int64_t year) {
    const PlanRow* stands = nullptr;
    for (const auto& row : plans) {
        const auto* approved = approvedOf(row);
        if (!approved || approved->says.year != year) continue;
        if (!stands || approvedAt(row) < approvedAt(*stands)) stands = &row;
    }
    if (!stands) return nullptr;
    for (const auto& taking : takings(plans, year)) {
        if (taking.of == stands->id) stands = taking.by;
    }
    return stands;
}

Result<void> mayBeRegions(const PlanRow& row, const record::Payload& payload, std::span<const PlanRow> plans) {
    if (payload.type != kPlanApproved && payload.type != kPlanPublished) return {};
    const auto& says = row.versions.back().says;
    const auto* stands = regionsPlan(plans, says.year);
    if (!stands || stands->id == row.id) return {};
    if (says.supersedes && says.supersedes->of == stands->id) return {};
    return fail(ErrorKind::refused, "plan_another",
                "plan " + stands->id + " is the one of region " + row.region + " for " + std::to_string(says.year) +
                    "; propose a version that says that it takes its place (\"supersedes\"), and why");
}

}  // namespace plumb::records
