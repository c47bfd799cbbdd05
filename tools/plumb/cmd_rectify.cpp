// plumb rectify …: the acts that put findings right, each a signed record of its own.
#include <algorithm>

#include "shared/store/act_sign.h"
#include "tools/plumb/filling.h"
#include "tools/plumb/rectify.h"

namespace plumb::cli {
namespace {

using records::ActKind;
using Options = RectifyOptions;

int act(ActKind kind, const Options& options) {
    auto store = openHome(options);
    if (!store) return report(store.error(), options.json);
    const auto named = caseNamed(**store, options.what);
    if (!named) return report(named.error(), options.json);
    auto said =
        kind == ActKind::ordered ? composeOrder(**store, named->row, options) : composeLater(*named, kind, options);
    if (!said) return report(said.error(), options.json);
    auto delivery = deliveryOf(**store, options);
    if (!delivery) return report(delivery.error(), options.json);
    said->delivery = std::move(*delivery);
    std::vector<store::AttachedFile> files;
    for (const auto& file : options.files) {
        auto imported = importItemFile(**store, file);
        if (!imported) return report(imported.error(), options.json);
        files.push_back(std::move(*imported));
    }
    const auto line = store::signAct(**store, *said, files);
    if (!line) return report(line.error(), options.json);
    const auto payload = record::parsePayload(line->payload());
    json::object out{{"id", payload->id}, {"type", payload->type}, {"hash", line->hash().hex()}, {"case", said->of}};
    std::string text = payload->id;
    if (kind == ActKind::ordered) {
        const auto number = records::orderNumber(payload->region, payload->at, line->kid(), payload->seq);
        out["number"] = number;
        text += "  " + number;
    }
    json::object due;
    for (const auto& entry : said->entries) {
        if (entry.day) due[entry.item] = dayText(*entry.day);
    }
    if (!due.empty()) out["days"] = std::move(due);
    return print(out, text, options.json);
}

struct Command {
    const char* name;
    ActKind kind;
    const char* help;
};
constexpr Command kCommands[] = {
    {"order", ActKind::ordered, "Order findings to be put right; prints the order's id and number"},
    {"deliver", ActKind::delivered, "State how the order came to the enterprise"},
    {"report", ActKind::reported, "Report what was done (enterprises)"},
    {"object", ActKind::objected, "State and defend: the finding does not hold (enterprises)"},
    {"ask", ActKind::extensionRequested, "Ask for more time (enterprises)"},
    {"extend", ActKind::extended, "Grant more time"},
    {"refuse", ActKind::extensionRefused, "Refuse more time"},
    {"verify", ActKind::verified, "The findings are put right"},
    {"reject", ActKind::rejected, "They are not, or the objection does not hold: again, by another day"},
    {"withdraw", ActKind::withdrawn, "The order should not have been given"},
    {"hand-over", ActKind::handedOver, "To another authority"},
    {"end", ActKind::ended, "The site closed down, or cannot be reached"},
    {"archive", ActKind::archived, "File the closed case away (supervisors)"}};

void addOptions(CLI::App& command, ActKind kind, Options& options) {
    addHome(command, options);
    command.add_option("ID", options.what, "The inspection's id; an order's id or number")->required();
    const auto is = [&](std::initializer_list<ActKind> kinds) {
        return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
    };
    if (kind != ActKind::archived)
        command.add_option("--item", options.items,
                           "A finding, by its item: ITEM, or ITEM=TEXT with what is said of it; may be given again");
    if (is({ActKind::ordered, ActKind::rejected}))
        command.add_option("--due", options.days, "The day that is due: DAY for all, or ITEM=DAY");
    if (is({ActKind::extensionRequested, ActKind::extended}))
        command.add_option("--until", options.days, "Until when: DAY for all, or ITEM=DAY");
    if (kind == ActKind::ordered) {
        command.add_option("--requirement", options.requirements, "What is to be done: ITEM=TEXT");
        command.add_option("--office", options.office, "Who orders")->required();
        command.add_option("--contact", options.contact, "Whom to ask");
        command.add_option("--remedies", options.remedies, "Where the enterprise may turn against it");
    }
    if (is({ActKind::ordered, ActKind::delivered})) {
        command.add_option("--how", options.how, "in_person, refused, post or electronic")->required();
        command.add_option("--name", options.name, "In person: who took it");
        command.add_option("--signature", options.signature, "In person: the image of the drawn signature");
        command.add_option("--witness", options.witness, "Refused: who saw it");
        command.add_option("--reason", options.reason, "Refused: why");
        command.add_option("--tracking", options.tracking, "Post: the letter's number");
    }
    if (kind == ActKind::reported) {
        command.add_option("--day", options.days, "When it was done: DAY for all, or ITEM=DAY");
        command.add_option("--late", options.late, "Why only after the day that was due: ITEM=TEXT");
    }
    if (is({ActKind::extended, ActKind::extensionRefused}))
        command.add_option("--about", options.about, "The request's id; the one that waits where none is named");
    if (is({ActKind::verified, ActKind::rejected})) {
        command.add_option("--recheck", options.recheck, "The re-check's id, where there was one");
        command.add_option("--about", options.about, "The report's or the objection's id");
    }
    if (kind == ActKind::handedOver) command.add_option("--to", options.to, "The authority")->required();
    if (kind == ActKind::ended) command.add_option("--why", options.why, "closed_down or unreachable")->required();
    if (kind == ActKind::archived)
        command.add_option("--term", options.term, "How long: permanent, 30 or 10 years")->required();
    else
        command.add_option("--file", options.files, "A photo or a document: ITEM=PATH; may be given again");
}

}  // namespace

void addRectify(CLI::App& app, int& exit) {
    auto* rectify = app.add_subcommand("rectify", "Orders, reports and what follows, finding by finding");
    rectify->require_subcommand(1);
    for (const auto& [name, kind, help] : kCommands) {
        auto options = std::make_shared<Options>();
        auto* command = rectify->add_subcommand(name, help);
        addOptions(*command, kind, *options);
        command->callback([options, kind = kind, &exit] { exit = act(kind, *options); });
    }
}

}  // namespace plumb::cli
