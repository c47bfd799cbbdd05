// plumb deliver: how the result of a signed inspection came to the inspected party later.
#include <algorithm>

#include "shared/store/durable_file.h"
#include "shared/store/image_type.h"
#include "shared/store/inspection_delivery.h"
#include "tools/plumb/app.h"

namespace plumb::cli {
namespace {

struct Options : HomeOptions {
    std::string record, way, to, name, note;
    std::vector<std::string> files;
};

// A picture, or a document: what begins as neither is taken as it is.
Result<std::vector<store::AttachedFile>> receiptsOf(store::TabletStore& store, const Options& options) {
    std::vector<store::AttachedFile> out;
    for (const auto& path : options.files) {
        const auto content = store::readWhole(path, store::kMaxFileBytes);
        if (!content) return fail(content.error());
        const auto image = store::imageInfo(*content);
        const std::string type = image                    ? image->type
                                 : path.ends_with(".pdf") ? "application/pdf"
                                                          : "application/octet-stream";
        auto file = store::importAttached(store, "", *content, type, path.substr(path.find_last_of('/') + 1));
        if (!file) return fail(file.error());
        out.push_back(std::move(*file));
    }
    return out;
}

int deliverResult(const Options& options) {
    auto store = openHome(options);
    if (!store) return report(store.error(), options.json);
    const auto way = records::resultDeliveryWayNamed(options.way);
    if (!way) return report({ErrorKind::malformed, "usage", "--way must be paper, left or sent"}, options.json);
    auto receipts = receiptsOf(**store, options);
    if (!receipts) return report(receipts.error(), options.json);
    const auto line = store::signDelivery(
        **store, {options.record, *way, options.to, options.name, options.note, std::move(*receipts)});
    if (!line) return report(line.error(), options.json);
    const auto payload = record::parsePayload(line->payload());
    return print({{"id", payload->id},
                  {"type", payload->type},
                  {"hash", line->hash().hex()},
                  {"of", textOr(payload->body, "of")},
                  {"files", payload->files.size()}},
                 payload->id, options.json);
}

}  // namespace

void addDeliver(CLI::App& app, int& exit) {
    auto options = std::make_shared<Options>();
    auto* command =
        app.add_subcommand("deliver", "Say how the result of a signed inspection came to the inspected party later");
    addHome(*command, *options);
    command->add_option("--record", options->record, "The inspection's id")->required();
    command->add_option("--way", options->way, "paper (handed over), left, or sent")->required();
    command->add_option("--to", options->to, "Of what was sent: post, email, message, platform or other");
    command->add_option("--name", options->name, "Who took it, or saw it left there");
    command->add_option("--note", options->note, "Where it was left, the number of the consignment");
    command->add_option("--file", options->files, "A photo or a receipt; may be given again");
    command->callback([options, &exit] { exit = deliverResult(*options); });
}

}  // namespace plumb::cli
