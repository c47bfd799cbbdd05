#include "sync-server/query/plans_query.h"

#include "shared/domain/record_types.h"
#include "shared/records/planning/plan_json.h"
#include "sync-server/query/tuning.h"

namespace plumb::server {
namespace {

void nameAuthor(json::object& object, const QuerySources& sources) {
    const auto kid = textOr(object, "kid");
    const auto name = sources.trust.personName(kid);
    object["author"] = name.empty() ? kid : name;
}

json::object told(const PlacedPlan& found, const QuerySources& sources) {
    const auto& row = found.row;
    auto out = records::toJson(row);
    out["index"] = found.index;
    for (auto& one : out["versions"].as_array()) {
        auto& version = one.as_object();
        nameAuthor(version, sources);
        for (const char* name : {"decided", "published"}) {
            if (auto* inner = version.if_contains(name)) nameAuthor(inner->as_object(), sources);
        }
    }
    const auto* stands = records::inForce(row);
    out["in_force"] = stands ? json::value(stands->id) : json::value(nullptr);
    json::array batches;
    for (const auto& batch : (stands ? *stands : row.versions.back()).says.batches) {
        const auto made = PlanRows(sources.reader).progress(row.id, batch.name);
        batches.push_back(json::object{{"name", batch.name},
                                       {"quota", batch.quota},
                                       {"draws", made.draws},
                                       {"drawn", made.drawn},
                                       {"tasks", made.tasks},
                                       {"done", made.done}});
    }
    out["batches"] = std::move(batches);
    return out;
}

}  // namespace

json::object listPlans(const PlansQuestion& question, const Principal& caller, const QuerySources& sources) {
    json::array items;
    json::object out{{"next", nullptr}};
    std::size_t looked = 0;
    std::uint64_t last = 0;
    const auto before = question.before.value_or(std::uint64_t{1} << 62);
    PlanRows(sources.reader).each(question.state, before, [&](const PlacedPlan& found) {
        const auto& row = found.row;
        const bool wanted = domain::mayRead(caller.grants, records::kPlanProposed, row.region, "",
                                            row.versions.front().kid == caller.kid) &&
                            row.region.starts_with(question.region);
        if (looked == kMaxRowsLookedAt || (wanted && items.size() == question.limit)) {
            out["next"] = std::to_string(last);
            return false;
        }
        if (wanted) items.push_back(told(found, sources));
        last = found.index;
        ++looked;
        return true;
    });
    out["items"] = std::move(items);
    return out;
}

}  // namespace plumb::server
