// plumb assess contribute, plumb assess submit: a self-assessment that several people fill on several devices.
#include <iostream>

#include "shared/store/assessment_sign.h"
#include "tools/plumb/app.h"
#include "tools/plumb/filling.h"

namespace plumb::cli {
namespace {

struct Options : HomeOptions {
    std::string site, round, answers, reason;
    std::vector<std::string> files, mine, theirs;
};

json::object contentObject(const store::ItemContent& content) {
    auto out = records::toJson(content.answers);
    json::array files;
    for (const auto& file : content.files) files.emplace_back(file.sha256.hex());
    out["files"] = std::move(files);
    return out;
}

// Fills this person's draft and settles what she decided about.
Result<store::DraftRow> fill(store::TabletStore& store, const Options& options) {
    auto draft = store::beginAssessment(store, options.site, options.round);
    if (!draft) return draft;
    const Filling filling{options.answers, options.files, !draft->amends.empty()};
    if (auto filled = fillDraft(store, *draft, filling); !filled) return fail(filled.error());
    for (const auto& [items, keep] :
         {std::pair{&options.mine, store::Keep::mine}, std::pair{&options.theirs, store::Keep::theirs}}) {
        for (const auto& item : *items) {
            if (auto settled = store::settle(store, draft->id, item, keep); !settled) return fail(settled.error());
        }
    }
    return draft;
}

int contribute(const Options& options) {
    auto store = openHome(options);
    if (!store) return report(store.error(), options.json);
    const auto draft = fill(**store, options);
    if (!draft) return report(draft.error(), options.json);
    const auto done = store::contribute(**store, draft->id);
    if (!done) return report(done.error(), options.json);
    json::object out{{"draft", draft->id}};
    std::string text = "nothing has changed since the last contribution";
    if (done->line) {
        const auto payload = record::parsePayload(done->line->payload());
        json::array items;
        for (const auto& member : payload->body.at("items").as_object()) items.emplace_back(member.key());
        out["id"] = payload->id;
        out["hash"] = done->line->hash().hex();
        text = payload->id + ": " + std::to_string(items.size()) + " items";
        out["items"] = std::move(items);
    }
    out["taken"] = json::array(done->merged.taken.begin(), done->merged.taken.end());
    json::array divergent;
    for (const auto& one : done->merged.divergent) {
        divergent.push_back(json::object{{"item", one.item},
                                         {"mine", contentObject(one.mine)},
                                         {"theirs", contentObject(one.theirs)},
                                         {"by", one.from.kid},
                                         {"at", formatInstant(one.from.at)}});
        text += "\nitem " + one.item + " was changed by another since: --mine " + one.item + " or --theirs " + one.item;
    }
    out["divergent"] = std::move(divergent);
    return print(out, text, options.json);
}

int submit(const Options& options) {
    auto store = openHome(options);
    if (!store) return report(store.error(), options.json);
    const auto draft = fill(**store, options);
    if (!draft) return report(draft.error(), options.json);
    const auto line = store::submitAssessment(**store, {draft->id, options.reason});
    if (!line) return report(line.error(), options.json);
    const auto payload = record::parsePayload(line->payload());
    const auto* contributors = payload->body.if_contains("contributors");
    return print({{"id", payload->id},
                  {"type", payload->type},
                  {"hash", line->hash().hex()},
                  {"score", payload->body.at("score")},
                  {"contributors", contributors ? *contributors : json::value(json::array())}},
                 payload->id, options.json);
}

void addFilling(CLI::App& command, Options& options) {
    addHome(command, options);
    command.add_option("--site", options.site, "Site id")->required();
    command.add_option("--round", options.round, "The round's id")->required();
    command.add_option("--answers", options.answers, "JSON: {\"answers\":{…},\"na\":{…},\"notes\":{…},\"facts\":{…}}");
    command.add_option("--file", options.files, "A photo or a document for an item: ITEM=PATH; may be given again");
    command.add_option("--mine", options.mine, "An item that another changed, too: what is here holds");
    command.add_option("--theirs", options.theirs, "An item that another changed, too: what the other gave holds");
}

}  // namespace

void addAssess(CLI::App& app, int& exit) {
    auto* assess = app.add_subcommand("assess", "Self-assessments (enterprises)");
    assess->require_subcommand(1);
    auto giving = std::make_shared<Options>();
    auto* give = assess->add_subcommand(
        "contribute", "Sign what was filled here since the last time; takes in what others contributed");
    addFilling(*give, *giving);
    give->callback([giving, &exit] { exit = contribute(*giving); });

    auto stating = std::make_shared<Options>();
    auto* state = assess->add_subcommand("submit", "State the whole, with its score and who filled what");
    addFilling(*state, *stating);
    state->add_option("--reason", stating->reason, "Of one that was returned: why it is amended");
    state->callback([stating, &exit] { exit = submit(*stating); });
}

}  // namespace plumb::cli
