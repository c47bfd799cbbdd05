#include "shared/records/planning/region_plan.h"

#include <algorithm>
#include <limits>
#include <set>

namespace plumb::records {
namespace {

const PlanVersion* approvedOf(const PlanRow& row) {
    const auto found = std::find_if(row.versions.rbegin(), row.versions.rend(),
                                    [](const auto& one) { return one.decided && one.decided->says.approved; });
    return found == row.versions.rend() ? nullptr : &*found;
}

// Where its first approval stands; what is not logged yet stands last.
std::uint64_t approvedAt(const PlanRow& row) {
    for (const auto& version : row.versions) {
        if (version.decided && version.decided->says.approved)
            return version.decided->place.value_or(std::numeric_limits<std::uint64_t>::max());
    }
    return std::numeric_limits<std::uint64_t>::max();
}

// The published plan that says that it takes this one's place.
const PlanRow* successorOf(const PlanRow& row, std::span<const PlanRow> plans, std::int64_t year) {
    const PlanRow* found = nullptr;
    for (const auto& other : plans) {
        // Any version that was published: a correction that says it no more does not give the place back.
        const bool takes =
            other.id != row.id && std::ranges::any_of(other.versions, [&](const auto& version) {
                const auto& says = version.says;
                return version.published && says.year == year && says.supersedes && says.supersedes->of == row.id;
            });
        if (takes && (!found || approvedAt(other) < approvedAt(*found))) found = &other;
    }
    return found;
}

}  // namespace

const PlanRow* regionsPlan(std::span<const PlanRow> plans, std::int64_t year) {
    const PlanRow* stands = nullptr;
    for (const auto& row : plans) {
        const auto* approved = approvedOf(row);
        if (!approved || approved->says.year != year) continue;
        if (!stands || approvedAt(row) < approvedAt(*stands)) stands = &row;
    }
    // Two that take each other's place would be followed without end.
    std::set<std::string_view> seen;
    while (stands && seen.insert(stands->id).second) {
        const auto* next = successorOf(*stands, plans, year);
        if (!next) break;
        stands = next;
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
