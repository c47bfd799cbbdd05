#include "sync-server/query/plans_query.h"

#include "shared/domain/record_types.h"
#include "shared/records/planning/plan_json.h"
#include "sync-server/projections/tasks/task_rows.h"

namespace plumb::server {
namespace {

void nameAuthor(json::object& object, const QuerySources& sources) {
    const auto kid = textOr(object, "kid");
    const auto name = sources.trust.personName(kid);
    object["author"] = name.empty() ? kid : name;
}

struct BatchProgress {
    std::uint64_t draws = 0;  // committed
    std::uint64_t drawn = 0;  // sites, by those that were revealed
    DrawnTasks tasks;         // that were assigned from them
};

BatchProgress progressOf(const std::string& plan, const std::string& batch, StoreReader& reader) {
    BatchProgress out;
    TaskRows tasks(reader);
    for (const auto& draw : PlanRows(reader).drawsOf(plan, batch)) {
        ++out.draws;
        out.drawn += draw.drawn;
        const auto made = tasks.countOf(draw.id);
        out.tasks.assigned += made.assigned;
        out.tasks.done += made.done;
    }
    return out;
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
    const auto plans = PlanRows(sources.reader).ofRegion(row.region);
    const auto* regions = records::regionsPlan(plans, row.versions.back().says.year);
    out["regions"] = regions ? json::value(regions->id) : json::value(nullptr);
    out["in_force"] = stands ? json::value(stands->id) : json::value(nullptr);
    json::array batches;
    for (const auto& batch : (stands ? *stands : row.versions.back()).says.batches) {
        const auto made = progressOf(row.id, batch.name, sources.reader);
        batches.push_back(json::object{{"name", batch.name},
                                       {"quota", batch.quota},
                                       {"draws", made.draws},
                                       {"drawn", made.drawn},
                                       {"tasks", made.tasks.assigned},
                                       {"done", made.tasks.done}});
    }
    out["batches"] = std::move(batches);
    return out;
}

}  // namespace

Result<PlansQuestion> readPlansQuestion(const AskedWords& words) {
    const auto state = askedNamed(words, "state", records::planStateNamed, "proposed, approved, refused or published");
    if (!state) return fail(state.error());
    auto region = askedRegion(words);
    if (!region) return fail(region.error());
    return PlansQuestion{*state, std::move(*region), {}};
}

json::object listPlans(const PlansQuestion& question, const Principal& caller, const QuerySources& sources) {
    Page page(question.page.limit);
    PlanRows(sources.reader).each(question.state, question.page.before(), [&](const PlacedPlan& found) {
        const auto& row = found.row;
        const bool wanted = domain::mayRead(caller.grants, records::kPlanProposed, row.region, "",
                                            row.versions.front().kid == caller.kid) &&
                            row.region.starts_with(question.region);
        return page.take(wanted, std::to_string(found.index), [&] { return told(found, sources); });
    });
    return std::move(page).answer();
}

}  // namespace plumb::server
