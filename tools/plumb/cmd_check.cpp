// plumb check propose | approve | refuse | list
#include "shared/records/planning/check_json.h"
#include "shared/store/checks.h"
#include "tools/plumb/app.h"
#include "tools/plumb/sign_and_print.h"

namespace plumb::cli {
namespace {

struct Options : HomeOptions {
    std::string check, site, checklist, programme, kind = "routine", mode = "on_site", planned, why, basis, urgent,
                                                   inspection, over, reason;
    std::vector<std::string> team, items;
    std::int64_t made = 0, most = 0;
    bool uncounted = false;
};

tl::unexpected<Error> usage(std::string why) {
    return fail(ErrorKind::malformed, "usage", std::move(why));
}

Result<records::PlannedCheck> checkAsked(const Options& options) {
    records::PlannedCheck out;
    const auto kind = records::taskKindNamed(options.kind);
    const auto mode = records::checkModeNamed(options.mode);
    const auto planned = parseDay(options.planned);
    if (!kind) return usage("--kind must be routine, individual or special");
    if (!mode) return usage("--mode must be on_site or remote");
    if (!planned) return usage("--planned must be a day like 2026-12-05");
    out.kind = *kind;
    out.mode = *mode;
    out.planned = *planned;
    out.reason = options.why;
    out.basis = options.basis;
    out.checklist = options.checklist;
    out.programme = options.programme;
    out.items = options.items;
    out.team = options.team;
    out.year.made = options.made;
    if (options.most > 0) out.year.most = options.most;
    out.year.counted = !options.uncounted;
    out.year.over = options.over;
    if (!options.urgent.empty()) out.urgent = records::Urgent{options.urgent, options.inspection};
    return out;
}

Result<record::Line> propose(store::TabletStore& store, const Options& options) {
    auto check = checkAsked(options);
    if (!check) return fail(check.error());
    return store::proposeCheck(store, options.site, std::move(*check));
}

template <class Sign>
int signs(const Options& options, Sign sign) {
    return signAndPrint(options, sign, "check", records::checkOf);
}

int list(const Options& options) {
    auto store = openHome(options);
    if (!store) return report(store.error(), options.json);
    json::array items;
    std::string text;
    for (const auto& row : store::checksAt(**store, options.site)) {
        text += dayText(row.says.planned) + "  " + std::string(records::checkStateName(records::stateOf(row))) + "  " +
                row.site + "  " + row.id + "\n";
        items.push_back(records::toJson(row));
    }
    return print({{"total", items.size()}, {"items", std::move(items)}}, text, options.json);
}

void addDecision(CLI::App& parent, const char* name, const char* what, bool approved,
                 const std::shared_ptr<Options>& options, int& exit) {
    auto* command = parent.add_subcommand(name, what);
    addHome(*command, *options);
    command->add_option("CHECK", options->check, "The check's id")->required();
    auto* reason = command->add_option("--reason", options->reason, approved ? "What she adds" : "Why");
    if (!approved) reason->required();
    command->callback([options, approved, &exit] {
        exit = signs(*options,
                     [&](auto& store) { return store::decideCheck(store, options->check, approved, options->reason); });
    });
}

}  // namespace

void addCheck(CLI::App& app, int& exit) {
    auto* check = app.add_subcommand("check", "Checks that their head approves before they are made");
    check->require_subcommand(1);
    auto options = std::make_shared<Options>();

    auto* proposing = check->add_subcommand("propose", "Propose a check; prints its id");
    addHome(*proposing, *options);
    proposing->add_option("--site", options->site, "Site id")->required();
    proposing->add_option("--team", options->team, "Ids of the two persons who go")->required();
    proposing->add_option("--planned", options->planned, "The day, like 2026-12-05")->required();
    proposing->add_option("--why", options->why, "Why it is made")->required();
    proposing->add_option("--basis", options->basis, "Law or document by which it is made")->required();
    proposing->add_option("--checklist", options->checklist, "Checklist id");
    proposing->add_option("--programme", options->programme, "Programme id");
    proposing->add_option("--item", options->items, "A published item of inspection; may be given again");
    proposing->add_option("--kind", options->kind, "routine, individual or special")->capture_default_str();
    proposing->add_option("--mode", options->mode, "on_site or remote")->capture_default_str();
    proposing->add_option("--made", options->made, "Checks of the site this year before this one")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    proposing->add_option("--most", options->most, "The published yearly cap")->check(CLI::PositiveNumber);
    proposing->add_option("--over", options->over, "Why it is made although the cap is reached");
    proposing->add_flag("--uncounted", options->uncounted, "A special check from above, which does not count");
    auto* urgent = proposing->add_option("--urgent", options->urgent, "Why it can not wait for the approval");
    proposing->add_option("--inspection", options->inspection, "The inspection that was made already")->needs(urgent);
    proposing->callback([options, &exit] {
        exit = signs(*options, [&](store::TabletStore& store) { return propose(store, *options); });
    });

    addDecision(*check, "approve", "Approve a check of somebody else (supervisors)", true, options, exit);
    addDecision(*check, "refuse", "Refuse one", false, options, exit);

    auto* listing = check->add_subcommand("list", "Checks that this device knows, the newest first");
    addHome(*listing, *options);
    listing->add_option("--site", options->site, "Of this site only");
    listing->callback([options, &exit] { exit = list(*options); });
}

}  // namespace plumb::cli
