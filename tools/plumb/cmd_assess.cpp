// plumb assess contribute, give, take, submit, assign: a self-assessment that several people fill on several devices.
#include <filesystem>
#include <iostream>

#include "shared/store/assessment_assign.h"
#include "shared/store/assessment_round.h"
#include "shared/store/assessment_sign.h"
#include "shared/store/durable_file.h"
#include "shared/store/folded_rows.h"
#include "shared/sync/contribution_file.h"
#include "tools/plumb/app.h"
#include "tools/plumb/filling.h"

namespace plumb::cli {
namespace {

struct Options : HomeOptions {
    std::string site, round, answers, reason, section, to, out;
    bool nobody = false, test = false;
    std::vector<std::string> files, mine, theirs, parts;
};

json::object contentObject(const store::ItemContent& content) {
    auto out = records::toJson(content.answers);
    json::array files;
    for (const auto& file : content.files) files.emplace_back(file.sha256.hex());
    out["files"] = std::move(files);
    return out;
}

// What came in by others, and what is to be decided.
void tellMerged(const store::Merged& merged, json::object& out, std::string& text) {
    out["taken"] = json::array(merged.taken.begin(), merged.taken.end());
    json::array divergent;
    for (const auto& one : merged.divergent) {
        divergent.push_back(json::object{{"item", one.item},
                                         {"mine", contentObject(one.mine)},
                                         {"theirs", contentObject(one.theirs)},
                                         {"by", one.from.kid},
                                         {"at", formatInstant(one.from.at)}});
        text += "\nitem " + one.item + " was changed by another since: --mine " + one.item + " or --theirs " + one.item;
    }
    out["divergent"] = std::move(divergent);
}

// The draft that this person fills; with a reason, of what she submitted and is not accepted yet.
Result<store::DraftRow> begin(store::TabletStore& store, const Options& options) {
    if (!options.reason.empty()) {
        const auto round = store::roundById(store, options.round);
        if (!round) return fail(round.error());
        const auto row = store::assessmentAt(store, options.site, options.round, round->checklist.id);
        if (row && row->submitted) return store::beginAmendment(store, row->submitted->id);
    }
    return store::beginAssessment(store, options.site, options.round, options.test);
}

// Fills this person's draft and settles what she decided about.
Result<store::DraftRow> fill(store::TabletStore& store, const Options& options) {
    auto draft = begin(store, options);
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
    tellMerged(done->merged, out, text);
    return print(out, text, options.json);
}

int give(const Options& options) {
    auto store = openHome(options);
    if (!store) return report(store.error(), options.json);
    const auto parts = sync::givePart(**store, options.site, options.round);
    if (!parts) return report(parts.error(), options.json);
    std::filesystem::create_directories(options.out);
    json::array files;
    std::string text;
    for (const auto& part : *parts) {
        const auto file = std::filesystem::path(options.out) / (part.id + ".json");
        if (auto done = store::writeDurably(file, asBytes(part.text)); !done) return report(done.error(), options.json);
        files.emplace_back(file.string());
        text += (text.empty() ? "" : "\n") + file.string();
    }
    return print({{"files", std::move(files)}}, text, options.json);
}

// One after the other, whatever becomes of those before: each says why it was not taken.
int take(const Options& options) {
    auto store = openHome(options);
    if (!store) return report(store.error(), options.json);
    const auto draft = store::beginAssessment(**store, options.site, options.round, options.test);
    if (!draft) return report(draft.error(), options.json);
    json::array files;
    std::string text;
    bool all = true;
    for (const auto& path : options.parts) {
        const auto content = store::readWhole(path, sync::kMostPartBytes + 1);
        const auto done = content ? sync::takePart(**store, draft->id, asText(*content))
                                  : Result<sync::TakenPart>(fail(content.error()));
        text += (text.empty() ? "" : "\n") + path + ": ";
        if (!done) {
            all = false;
            files.push_back(json::object{{"file", path}, {"code", done.error().code}, {"detail", done.error().detail}});
            text += done.error().detail;
            continue;
        }
        files.push_back(json::object{{"file", path},
                                     {"id", done->id},
                                     {"person", done->person},
                                     {"version", done->version},
                                     {"known", done->known},
                                     {"items", json::array(done->items.begin(), done->items.end())},
                                     {"files_missing", done->filesMissing}});
        text += std::to_string(done->items.size()) + " items by " + done->person +
                (done->known ? ", which were here before" : "");
        if (done->filesMissing > 0)
            text += "; " + std::to_string(done->filesMissing) + " of its files come with the next sync";
    }
    json::object out{{"draft", draft->id}, {"files", std::move(files)}};
    if (const auto merged = store::takeContributions(**store, draft->id))
        tellMerged(*merged, out, text);
    else
        return report(merged.error(), options.json);
    print(out, text, options.json);
    return all ? 0 : 1;
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

// Whom the person's id, or her name where only one has it, means.
Result<std::string> personOf(const store::TabletStore& store, const Options& options) {
    if (options.nobody) return std::string();
    const auto people = store::peopleOfSite(store, options.site);
    if (!people) return fail(people.error());
    std::vector<std::string> named;
    std::string all;
    for (const auto& person : *people) {
        if (person.id == options.to) return person.id;
        if (person.name == options.to) named.push_back(person.id);
        all += (all.empty() ? "" : ", ") + person.id + " (" + person.name + ")";
    }
    if (named.size() == 1) return named.front();
    return fail(ErrorKind::refused, "person_unknown",
                (named.empty() ? "nobody" : "more than one") + std::string(" of this site's enterprise is \"") +
                    options.to + "\"; there are: " + all);
}

int assign(const Options& options) {
    auto store = openHome(options);
    if (!store) return report(store.error(), options.json);
    const auto round = store::roundById(**store, options.round);
    if (!round) return report(round.error(), options.json);
    const auto person = personOf(**store, options);
    if (!person) return report(person.error(), options.json);
    const auto line =
        store::assignSection(**store, {options.site, options.round, round->checklist, options.section, *person});
    if (!line) return report(line.error(), options.json);
    json::object out{{"section", options.section}, {"person", *person}};
    if (!*line) return print(out, "it stands so already", options.json);
    const auto payload = record::parsePayload((*line)->payload());
    out["id"] = payload->id;
    out["hash"] = (*line)->hash().hex();
    return print(out, payload->id, options.json);
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

    auto handing = std::make_shared<Options>();
    auto* hand = assess->add_subcommand(
        "give", "What was contributed from here, as files for colleagues whom no network joins: a file each");
    addHome(*hand, *handing);
    hand->add_option("--site", handing->site, "Site id")->required();
    hand->add_option("--round", handing->round, "The round's id")->required();
    hand->add_option("-o,--out", handing->out, "The folder to write to")->required();
    hand->callback([handing, &exit] { exit = cli::give(*handing); });

    auto taking = std::make_shared<Options>();
    auto* takeFiles = assess->add_subcommand("take", "Take in files that colleagues gave; says of each why it is not");
    addHome(*takeFiles, *taking);
    takeFiles->add_option("FILE", taking->parts, "The files, all that one colleague gave together")->required();
    takeFiles->add_option("--site", taking->site, "Site id")->required();
    takeFiles->add_option("--round", taking->round, "The round's id")->required();
    takeFiles->add_flag("--test", taking->test, "Into the test, which takes none and says so");
    takeFiles->callback([taking, &exit] { exit = cli::take(*taking); });

    auto stating = std::make_shared<Options>();
    auto* state = assess->add_subcommand("submit", "State the whole, with its score and who filled what");
    addFilling(*state, *stating);
    state->add_option("--reason", stating->reason,
                      "Of what was submitted already, and is not accepted yet: why it is amended");
    state->add_flag("--test", stating->test,
                    "In test mode, to try the checklist: it takes and gives no contributions, and the round goes on");
    state->callback([stating, &exit] { exit = submit(*stating); });

    auto naming = std::make_shared<Options>();
    auto* name = assess->add_subcommand("assign", "Say who of the enterprise is to fill a section; restricts nobody");
    addHome(*name, *naming);
    name->add_option("--site", naming->site, "Site id")->required();
    name->add_option("--round", naming->round, "The round's id")->required();
    name->add_option("--section", naming->section, "The section's id in the checklist")->required();
    auto* whom = name->add_option("--to", naming->to, "Her id, or her name");
    auto* nobody = name->add_flag("--nobody", naming->nobody, "Nobody again");
    whom->excludes(nobody);
    name->callback([naming, whom, nobody, &exit] {
        if (whom->count() + nobody->count() == 0) throw CLI::RequiredError("--to or --nobody");
        exit = assign(*naming);
    });
}

}  // namespace plumb::cli
