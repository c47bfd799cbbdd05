// plumb review --home H ID --accept | --return
#include <iostream>

#include "shared/store/inspection_history.h"
#include "tools/plumb/app.h"

namespace plumb::cli {

void addReview(CLI::App& app, int& exit) {
    struct Options : HomeOptions {
        std::string id, comment;
        bool accept = false, giveBack = false;
        std::vector<std::string> items;
    };
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("review", "Accept or return an inspection (supervisors)");
    addHome(*command, *options);
    command->add_option("ID", options->id, "The inspection's id")->required();
    auto* accept = command->add_flag("--accept", options->accept, "Accept it");
    auto* giveBack = command->add_flag("--return", options->giveBack, "Return it to be amended");
    accept->excludes(giveBack);
    command->add_option("--comment", options->comment, "What the author reads");
    command->add_option("--item", options->items, "ITEM=COMMENT; may be given again");
    command->callback([options, &exit] {
        if (!options->accept && !options->giveBack) {
            exit = report({ErrorKind::malformed, "usage", "say --accept or --return"}, options->json);
            return;
        }
        auto store = openHome(*options);
        if (!store) {
            exit = report(store.error(), options->json);
            return;
        }
        std::vector<store::ItemComment> items;
        for (const auto& item : options->items)
            items.push_back(
                {item.substr(0, item.find('=')),
                 item.substr(std::min(item.size(), item.find('=')) + (item.find('=') == std::string::npos ? 0 : 1))});
        const auto line = store::signReview(**store, options->id, options->accept, options->comment, items);
        if (!line) {
            exit = report(line.error(), options->json);
            return;
        }
        const auto payload = record::parsePayload(line->payload());
        const auto history = store::historyOf(**store, options->id);
        const bool half = history && history->history.standing.agreed &&
                          history->history.status == records::InspectionStatus::submitted;
        json::object out{{"id", payload->id}, {"type", payload->type}, {"hash", line->hash().hex()}};
        if (history) out["status"] = records::statusName(history->history.status);
        if (half) {
            out["waits"] = "second";
            std::cerr << "an item with a veto failed: another reviewer has to accept it, too\n";
        }
        exit = print(out, payload->id, options->json);
    });
}

}  // namespace plumb::cli
