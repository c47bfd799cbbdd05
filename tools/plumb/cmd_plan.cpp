// plumb plan propose | approve | refuse | publish | list
#include "shared/records/planning/plan_json.h"
#include "shared/store/durable_file.h"
#include "shared/store/plans.h"
#include "tools/plumb/app.h"
#include "tools/plumb/sign_and_print.h"

namespace plumb::cli {
namespace {

constexpr std::uint64_t kMostPlanFile = 1ULL << 20;

struct Options : HomeOptions {
    std::string plan, file, region, correct, why, reason, where;
};

// The body of plan.proposed but for "person" and "before", which the device fills in.
Result<records::AnnualPlan> planIn(const std::string& file) {
    const auto content = store::readWhole(file, kMostPlanFile);
    if (!content) return fail(content.error());
    const auto value = parseJson(asText(*content));
    if (!value) return fail(ErrorKind::malformed, value.error().code, file + ": " + value.error().detail);
    if (!value->is_object()) return fail(ErrorKind::malformed, "bad_file", file + ": is no object");
    auto body = value->get_object();
    body["person"] = "-";
    body.erase("before");
    auto plan = records::readPlan(body);
    if (!plan) return fail(ErrorKind::malformed, plan.error().code, file + ": " + plan.error().detail);
    return plan;
}

Result<record::Line> propose(store::TabletStore& store, const Options& options) {
    if (options.region.empty() == options.correct.empty())
        return fail(ErrorKind::malformed, "usage", "name --region for a new plan, or the plan that is corrected");
    auto plan = planIn(options.file);
    if (!plan) return fail(plan.error());
    return store::proposePlan(store, options.region, std::move(*plan), options.correct, options.why);
}

template <class Sign>
int signs(const Options& options, Sign sign) {
    return signAndPrint(options, sign, "plan", records::planOf);
}

int list(const Options& options) {
    auto store = openHome(options);
    if (!store) return report(store.error(), options.json);
    json::array items;
    std::string text;
    for (const auto& row : store::plansHere(**store)) {
        const auto& newest = row.versions.back().says;
        text += std::to_string(newest.year) + "  " + std::string(records::planStateName(records::stateOf(row))) + "  " +
                row.region + "  " + row.id + "  " + newest.title + "\n";
        items.push_back(records::toJson(row));
    }
    return print({{"total", items.size()}, {"items", std::move(items)}}, text, options.json);
}

CLI::App* addAct(CLI::App& parent, const char* name, const char* what, const std::shared_ptr<Options>& options) {
    auto* command = parent.add_subcommand(name, what);
    addHome(*command, *options);
    command->add_option("PLAN", options->plan, "The plan's id")->required();
    return command;
}

void addDecision(CLI::App& parent, const char* name, const char* what, bool approved,
                 const std::shared_ptr<Options>& options, int& exit) {
    auto* command = addAct(parent, name, what, options);
    auto* reason = command->add_option("--reason", options->reason, approved ? "What she adds" : "Why");
    if (!approved) reason->required();
    command->callback([options, approved, &exit] {
        exit = signs(*options,
                     [&](auto& store) { return store::decidePlan(store, options->plan, approved, options->reason); });
    });
}

}  // namespace

void addPlan(CLI::App& app, int& exit) {
    auto* plan = app.add_subcommand("plan", "The annual plan of inspections, its approval and publication");
    plan->require_subcommand(1);
    auto options = std::make_shared<Options>();

    auto* proposing = plan->add_subcommand("propose", "Propose a plan, or a correction of one; prints the line's id");
    addHome(*proposing, *options);
    proposing->add_option("FILE", options->file, "JSON as in RECORDS.md (plan.proposed), without the person")
        ->required();
    proposing->add_option("--region", options->region, "Region code of a new plan");
    auto* correct = proposing->add_option("--correct", options->correct, "Id of the plan that this is a version of");
    auto* why = proposing->add_option("--why", options->why, "Why it is corrected")->needs(correct);
    correct->needs(why);
    proposing->callback([options, &exit] {
        exit = signs(*options, [&](store::TabletStore& store) { return propose(store, *options); });
    });

    addDecision(*plan, "approve", "Approve a plan that somebody else proposed (supervisors)", true, options, exit);
    addDecision(*plan, "refuse", "Refuse one", false, options, exit);

    auto* publishing = addAct(*plan, "publish", "State where an approved plan was published", options);
    publishing->add_option("--where", options->where, "Where the public finds it")->required();
    publishing->callback([options, &exit] {
        exit = signs(*options, [&](auto& store) { return store::publishPlan(store, options->plan, options->where); });
    });

    auto* listing = plan->add_subcommand("list", "Plans that this device knows, the newest first");
    addHome(*listing, *options);
    listing->callback([options, &exit] { exit = list(*options); });
}

}  // namespace plumb::cli
