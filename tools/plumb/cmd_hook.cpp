// plumb hook list, show, add, stop, resume, again, secret, remove: receivers that the server tells of new lines
#include "tools/plumb/app.h"
#include "tools/plumb/link.h"

namespace plumb::cli {
namespace {

struct Options : HomeOptions {
    std::string id, name, url, region, delivery;
    std::vector<std::string> types;
    std::int64_t from = -1;
};

Result<json::object> ask(const Options& options, const std::string& id, const std::optional<json::object>& said = {}) {
    const auto store = openHome(options);
    if (!store) return fail(store.error());
    const auto link = loggedIn(**store);
    if (!link) return fail(link.error());
    return (*link)->hooks(id, said);
}

// "sending  3 behind  https://…  name  id", and what is wrong with it below.
std::string describe(const json::object& hook, std::int64_t size) {
    const auto next = integerAt(hook, "next").value_or(0);
    std::string out = textOr(hook, "state") + "  " + std::to_string(std::max<std::int64_t>(0, size - next)) +
                      " behind  " + textOr(hook, "url") + "  " + textOr(hook, "name") + "  " + textOr(hook, "id") +
                      "\n";
    if (const auto error = textOr(hook, "error"); !error.empty()) out += "    " + error + "\n";
    return out;
}

int list(const Options& options) {
    const auto said = ask(options, "");
    if (!said) return report(said.error(), options.json);
    std::string text;
    const auto size = integerAt(*said, "log_size").value_or(0);
    if (const auto items = arrayAt(*said, "items")) {
        for (const auto& item : **items) {
            if (item.is_object()) text += describe(item.get_object(), size);
        }
    }
    return print(*said, text.empty() ? "no receiver is registered" : text, options.json);
}

int show(const Options& options) {
    const auto said = ask(options, options.id);
    if (!said) return report(said.error(), options.json);
    std::string text;
    if (const auto hook = objectAt(*said, "hook")) text += describe(**hook, integerAt(*said, "log_size").value_or(0));
    if (const auto deliveries = arrayAt(*said, "deliveries")) {
        for (const auto& one : **deliveries) {
            const auto& delivery = one.as_object();
            const auto error = textOr(delivery, "error");
            text += "  " + textOr(delivery, "id") + "  lines " +
                    std::to_string(integerAt(delivery, "from").value_or(0)) + " to " +
                    std::to_string(integerAt(delivery, "to").value_or(0)) + "  " + (error.empty() ? "taken" : error) +
                    "\n";
        }
    }
    return print(*said, text, options.json);
}

// Does it; `text` is said where it was done, and the secret where there is one.
int act(const Options& options, const std::string& id, const json::object& said, const std::string& text) {
    const auto answer = ask(options, id, said);
    if (!answer) return report(answer.error(), options.json);
    const auto secret = textOr(*answer, "secret");
    return print(*answer, text + (secret.empty() ? "" : "\nsecret (it is shown here and never again): " + secret),
                 options.json);
}

}  // namespace

void addHook(CLI::App& app, int& exit) {
    auto* hook = app.add_subcommand("hook", "Receivers that the server tells of new lines (administrators)");
    hook->require_subcommand(1);
    const auto options = std::make_shared<Options>();
    const auto command = [&](const char* name, const char* what, bool one,
                             const std::function<int(const Options&)>& run) {
        auto* out = hook->add_subcommand(name, what);
        addHome(*out, *options);
        if (one) out->add_option("ID", options->id, "The receiver's id")->required();
        out->callback([options, run, &exit] { exit = run(*options); });
        return out;
    };
    command("list", "All of the regions that you administer", false, list);
    command("show", "One of them, with what was sent to it", true, show);
    auto* adding = command("add", "Register one; prints its secret once", false, [](const Options& o) {
        json::object said{{"name", o.name},
                          {"url", o.url},
                          {"region", o.region},
                          {"types", json::array(o.types.begin(), o.types.end())}};
        if (o.from >= 0) said["from"] = o.from;
        return act(o, "", said, "registered: " + o.url);
    });
    adding->add_option("URL", options->url, "https://…")->required();
    adding->add_option("--name", options->name, "Who is told")->required();
    adding->add_option("--region", options->region, "Region prefix (62, 6209, 620921); everywhere without it");
    adding->add_option("--type", options->types,
                       "Kind of record, as inspection.submitted; may be given again; all without it");
    adding->add_option("--from", options->from, "Index of the first line; those to come without it");
    command("stop", "Tell it nothing for now", true, [](const Options& o) {
        return act(o, o.id, {{"act", "stop"}}, "stopped: " + o.id);
    });
    auto* resuming = command("resume", "Set it going again, by your rights", true, [](const Options& o) {
        json::object said{{"act", "resume"}};
        if (o.from >= 0) said["from"] = o.from;
        return act(o, o.id, said, "set going: " + o.id);
    });
    resuming->add_option("--from", options->from, "Index of the line to go on from; where it stood without it");
    auto* again = command("again", "Send a message again", true, [](const Options& o) {
        return act(o, o.id, {{"act", "again"}, {"delivery", o.delivery}}, "sent again soon: " + o.delivery);
    });
    again->add_option("MESSAGE", options->delivery, "The message's id, as msg_…")->required();
    command("secret", "Replace its secret; the old one signs beside it for a day", true, [](const Options& o) {
        return act(o, o.id, {{"act", "secret"}}, "its secret was replaced: " + o.id);
    });
    command("remove", "Remove it", true, [](const Options& o) {
        return act(o, o.id, {{"act", "remove"}}, "removed: " + o.id);
    });
}

}  // namespace plumb::cli
