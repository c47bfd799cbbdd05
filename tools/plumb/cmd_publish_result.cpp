// plumb publish result | correct | withdraw | list: results of inspections, for the public
#include "shared/records/publication/published_json.h"
#include "shared/store/publications.h"
#include "tools/plumb/app.h"
#include "tools/plumb/sign_and_print.h"

namespace plumb::cli {
namespace {

struct Options : HomeOptions {
    std::string inspection, where, reason;
    bool waiting = false;
};

template <class Sign>
int signs(const Options& options, Sign sign) {
    return signAndPrint(options, sign, "says", [](const record::Payload& payload) { return payload.body; });
}

std::string_view stateOf(const store::DuePublication& one) {
    if (one.published) return records::publicationStateName(one.published->state);
    return one.overdue ? "overdue" : "pending";
}

int list(const Options& options) {
    auto store = openHome(options);
    if (!store) return report(store.error(), options.json);
    json::array items;
    std::string text;
    for (const auto& one : store::publicationsAt(**store, dayOf((*store)->now()))) {
        if (options.waiting && one.published) continue;
        json::object item{{"inspection", one.inspection}, {"site", one.site},
                          {"site_name", one.siteName},    {"state", stateOf(one)},
                          {"due", dayText(one.due.day)},  {"counted", domain::dayCountName(one.due.counted)}};
        if (one.published) item["published"] = records::toJson(*one.published);
        items.push_back(std::move(item));
        text += dayText(one.due.day) + "  " + std::string(stateOf(one)) + "  " + one.siteName + "  " + one.inspection +
                "\n";
    }
    return print({{"total", items.size()}, {"items", std::move(items)}}, text, options.json);
}

CLI::App* about(CLI::App& parent, const char* name, const char* what, const std::shared_ptr<Options>& options) {
    auto* command = parent.add_subcommand(name, what);
    addHome(*command, *options);
    command->add_option("INSPECTION", options->inspection, "The inspection's id")->required();
    return command;
}

}  // namespace

void addPublishResult(CLI::App& app, int& exit) {
    auto* publish = app.add_subcommand("publish", "Results of inspections, for the public: nothing of a person");
    publish->require_subcommand(1);
    auto options = std::make_shared<Options>();
    auto* result = about(*publish, "result", "Publish the result of an inspection (supervisors)", options);
    result->add_option("--where", options->where, "Where the public finds it");
    result->callback([options, &exit] {
        exit = signs(*options,
                     [&](auto& store) { return store::publishResult(store, options->inspection, options->where); });
    });
    auto* correct = about(*publish, "correct", "Publish it anew as it is now", options);
    correct->add_option("--where", options->where, "Where the public finds it; as before without it");
    correct->add_option("--reason", options->reason, "Why")->required();
    correct->callback([options, &exit] {
        exit = signs(*options, [&](auto& store) {
            return store::correctPublication(store, options->inspection, options->where, options->reason);
        });
    });
    auto* withdraw = about(*publish, "withdraw", "Take it back from the public", options);
    withdraw->add_option("--reason", options->reason, "Why")->required();
    withdraw->callback([options, &exit] {
        exit = signs(*options, [&](auto& store) {
            return store::withdrawPublication(store, options->inspection, options->reason);
        });
    });
    auto* listing = publish->add_subcommand("list", "Results that this device knows, the first that is due first");
    addHome(*listing, *options);
    listing->add_flag("--waiting", options->waiting, "Only those that were never published");
    listing->callback([options, &exit] { exit = list(*options); });
}

}  // namespace plumb::cli
