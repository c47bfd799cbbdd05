// plumb remark: what supervisor and inspector write to each other at one item of an inspection.
#include "shared/store/remarks.h"
#include "tools/plumb/sign_and_print.h"

namespace plumb::cli {

void addRemark(CLI::App& app, int& exit) {
    struct Options : HomeOptions {
        std::string record, item, text, answers;
        bool resolve = false;
    };
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("remark", "Ask, answer or resolve at one item of an inspection (staff)");
    addHome(*command, *options);
    command->add_option("RECORD", options->record, "The inspection's id")->required();
    command->add_option("--item", options->item, "The item's id in the checklist")->required();
    command->add_option("--text", options->text, "What is said; may be left out with --resolve");
    command->add_option("--answers", options->answers, "The id of the remark that began the thread");
    command->add_flag("--resolve", options->resolve, "Nothing is left to say");
    command->callback([options, &exit] {
        exit = signAndPrint(
            *options,
            [&](store::TabletStore& store) {
                return store::signRemark(
                    store, {options->record, options->item, options->text, {}, options->answers, options->resolve});
            },
            "of", [](const record::Payload& payload) { return textOr(payload.body, "of"); });
    });
}

}  // namespace plumb::cli
