// plumb task assign | accept | decline | cancel | list
#include "shared/records/planning/task_json.h"
#include "shared/store/derived/derived_tables.h"
#include "shared/store/durable_file.h"
#include "shared/store/reference.h"
#include "shared/store/tasks.h"
#include "tools/plumb/app.h"
#include "tools/plumb/sign_and_print.h"

namespace plumb::cli {
namespace {

struct Options : HomeOptions {
    std::string task, site, checklist, programme, kind = "routine", due, asked, instructions, reason, draw, check;
    std::vector<std::string> team, back, files;
    std::int64_t number = 0;
    bool open = false, mine = false;
};

tl::unexpected<Error> usage(std::string why) {
    return fail(ErrorKind::malformed, "usage", std::move(why));
}

Result<records::Task> taskOf(const store::TabletStore& store, const Options& options) {
    records::Task out;
    const auto kind = records::taskKindNamed(options.kind);
    const auto due = parseDay(options.due);
    const auto asked = options.asked.empty() ? std::optional(dayOf(store.now())) : parseDay(options.asked);
    if (!kind) return usage("--kind must be routine, individual or special");
    if (!due || !asked) return usage("--due and --asked must be days like 2026-12-05");
    out.kind = *kind;
    out.checklist = options.checklist;
    out.programme = options.programme;
    out.team = options.team;
    out.due = *due;
    out.asked = *asked;
    out.instructions = options.instructions;
    for (const auto& one : options.back) {
        const auto at = one.find('=');
        if (at == std::string::npos) return usage("--stepped-back must be PERSON=REASON");
        out.steppedBack.push_back({one.substr(0, at), one.substr(at + 1)});
    }
    if (!options.draw.empty()) out.draw = records::FromDraw{options.draw, options.number};
    out.check = options.check;
    if (options.task.empty()) return out;
    const auto before = store::taskAt(store, options.task);
    if (!before)
        return fail(ErrorKind::notFound, "task_unknown", "no task " + options.task + " is on this device; sync first");
    out.of = options.task;
    out.previous = before->hash;
    if (out.check.empty()) out.check = before->says.check;
    if (!out.draw) out.draw = before->says.draw;
    return out;
}

Result<std::vector<record::FileRef>> instructionsOf(store::TabletStore& store, const Options& options) {
    std::vector<record::FileRef> out;
    for (const auto& path : options.files) {
        const auto content = store::readWhole(path, store::kMaxFileBytes);
        if (!content) return fail(content.error());
        const auto file = store.importFile(*content, path.ends_with(".pdf") ? "application/pdf" : "text/plain");
        if (!file) return fail(file.error());
        out.push_back({file->sha256, file->size, file->type, store::kInstructionRole, {}});
    }
    return out;
}

Result<record::Line> assign(store::TabletStore& store, const Options& options) {
    const auto task = taskOf(store, options);
    if (!task) return fail(task.error());
    auto site = options.site;
    if (site.empty() && !options.task.empty()) site = store::taskAt(store, options.task)->site;
    const auto files = instructionsOf(store, options);
    if (!files) return fail(files.error());
    return store::assignTask(store, site, *task, *files);
}

template <class Sign>
int signs(const Options& options, Sign sign) {
    return signAndPrint(options, sign, "task", records::taskOf);
}

int list(const Options& options) {
    auto store = openHome(options);
    if (!store) return report(store.error(), options.json);
    const auto who = (*store)->profile();
    if (!who) return report(who.error(), options.json);
    const auto derived = store::DerivedTables::open(**store);
    while (!derived->follow(**store, 1000)) {
    }
    store::TaskFilter filter;
    filter.open = options.open;
    filter.site = options.site;
    if (options.mine) filter.person = who->personId;
    const auto page = derived->tasks(filter, 0, 1000);
    json::array items;
    std::string text;
    for (const auto& task : page.rows) {
        auto one = records::toJson(task.row);
        one["site_name"] = task.siteName;
        items.push_back(std::move(one));
        text += dayText(task.row.says.due) + "  " + std::string(records::taskStateName(records::stateOf(task.row))) +
                "  " + task.siteName + "  " + task.row.id + "\n";
    }
    return print({{"total", page.total}, {"items", std::move(items)}}, text, options.json);
}

CLI::App* actOn(CLI::App& parent, const char* name, const char* what, const std::shared_ptr<Options>& options) {
    auto* command = parent.add_subcommand(name, what);
    addHome(*command, *options);
    command->add_option("TASK", options->task, "The task's id")->required();
    return command;
}

}  // namespace

void addTask(CLI::App& app, int& exit) {
    auto* task = app.add_subcommand("task", "Checks that somebody is to make: assigned, answered, cancelled");
    task->require_subcommand(1);
    auto options = std::make_shared<Options>();

    auto* assigning = task->add_subcommand("assign", "Assign a check (supervisors, administrators); prints its id");
    addHome(*assigning, *options);
    assigning->add_option("--site", options->site, "Site id; of a task that is assigned anew its own");
    assigning->add_option("--team", options->team, "Id of a person; one or two")->required();
    assigning->add_option("--due", options->due, "The last day, like 2026-12-05")->required();
    assigning->add_option("--checklist", options->checklist, "Checklist id");
    assigning->add_option("--programme", options->programme, "Programme id");
    assigning->add_option("--kind", options->kind, "routine, individual or special")->capture_default_str();
    assigning->add_option("--instructions", options->instructions, "What the team is told");
    assigning->add_option("--file", options->files, "A file that goes along; may be given again");
    assigning->add_option("--asked", options->asked, "When the team was asked for interests in the matter (today)");
    assigning->add_option("--stepped-back", options->back, "PERSON=REASON of who does not go; may be given again");
    assigning->add_option("--again", options->task, "The task that is assigned anew");
    assigning->add_option("--check", options->check, "The approved check that it is for");
    auto* draw = assigning->add_option("--draw", options->draw, "The draw (its commitment's id) that chose the site");
    assigning->add_option("--number", options->number, "The place on the draw's list")->needs(draw);
    assigning->callback([options, &exit] {
        exit = signs(*options, [&](store::TabletStore& store) { return assign(store, *options); });
    });

    auto* accept = actOn(*task, "accept", "Accept a task of one's own", options);
    accept->callback([options, &exit] {
        exit = signs(*options, [&](auto& store) { return store::answerTask(store, options->task, true); });
    });
    auto* decline = actOn(*task, "decline", "Decline a task of one's own", options);
    decline->add_option("--reason", options->reason, "Why")->required();
    decline->callback([options, &exit] {
        exit = signs(*options,
                     [&](auto& store) { return store::answerTask(store, options->task, false, options->reason); });
    });
    auto* cancel = actOn(*task, "cancel", "Cancel a task (supervisors, administrators)", options);
    cancel->add_option("--reason", options->reason, "Why")->required();
    cancel->callback([options, &exit] {
        exit = signs(*options, [&](auto& store) { return store::cancelTask(store, options->task, options->reason); });
    });

    auto* listing = task->add_subcommand("list", "Tasks that this device knows, the first that is due first");
    addHome(*listing, *options);
    listing->add_option("--site", options->site, "Of this site only");
    listing->add_flag("--open", options->open, "Only those that are neither done nor cancelled");
    listing->add_flag("--mine", options->mine, "Only those of this person");
    listing->callback([options, &exit] { exit = list(*options); });
}

}  // namespace plumb::cli
