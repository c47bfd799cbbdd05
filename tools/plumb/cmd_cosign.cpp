// plumb cosign --home H --record ID: the second inspector's signature.
#include "shared/store/cosign.h"
#include "tools/plumb/app.h"

namespace plumb::cli {

void addCosign(CLI::App& app, int& exit) {
    struct Options : HomeOptions {
        std::string record;
    };
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("cosign", "Sign an inspection as the second inspector, as it stands here");
    addHome(*command, *options);
    command->add_option("--record", options->record, "The inspection's id")->required();
    command->callback([options, &exit] {
        auto store = openHome(*options);
        if (!store) {
            exit = report(store.error(), options->json);
            return;
        }
        const auto line = store::cosignInspection(**store, options->record);
        if (!line) {
            exit = report(line.error(), options->json);
            return;
        }
        const auto payload = record::parsePayload(line->payload());
        exit = print({{"id", payload->id},
                      {"type", payload->type},
                      {"hash", line->hash().hex()},
                      {"of", textOr(payload->body, "of")},
                      {"content", textOr(payload->body, "content")}},
                     payload->id, options->json);
    });
}

}  // namespace plumb::cli
