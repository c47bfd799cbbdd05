// plumb print: the papers of a signed inspection as PDF, from what is on this device.
#include <filesystem>

#include "shared/document/papers/inspection_facts.h"
#include "shared/document/papers/papers.h"
#include "shared/store/durable_file.h"
#include "shared/store/inspection_history.h"
#include "shared/store/photo_metadata.h"
#include "shared/store/reference.h"
#include "tools/plumb/app.h"

namespace plumb::cli {
namespace {

struct Options : HomeOptions {
    std::string record, out, language = "zh", office, verify, layouts;
    std::vector<std::string> papers;
};

// A bureau's own layouts, by paper; those of the product where it has none.
struct Layouts {
    std::vector<document::Layout> own;

    [[nodiscard]] const document::Layout* find(const std::string& paper, const std::string& language) const {
        for (const auto& layout : own) {
            if (layout.paper() == paper && layout.language() == language) return &layout;
        }
        return document::builtinLayout(paper, language);
    }
};

Result<Layouts> readLayouts(const std::string& folder) {
    constexpr std::uint64_t kMaxLayout = 1 << 20;
    Layouts out;
    if (folder.empty()) return out;
    std::error_code trouble;
    for (const auto& entry : std::filesystem::directory_iterator(folder, trouble)) {
        if (entry.path().extension() != ".json") continue;
        const auto content = store::readWhole(entry.path(), kMaxLayout);
        if (!content) return fail(content.error());
        auto layout = document::Layout::read(asText(*content));
        if (!layout)
            return fail(layout.error().kind, layout.error().code, entry.path().string() + ": " + layout.error().detail);
        out.own.push_back(std::move(*layout));
    }
    if (trouble) return fail(ErrorKind::notFound, "no_folder", folder + ": " + trouble.message());
    return out;
}

document::PhotoNote noteOf(store::TabletStore& store, const Sha256& hash) {
    const auto content = store.vault().get(hash);
    if (!content) return {};
    const auto facts = store::photoFacts(*content);
    document::PhotoNote out{facts.taken, {}};
    if (facts.place) {
        char text[48];
        std::snprintf(text, sizeof text, "%.5f, %.5f", facts.place->latitude, facts.place->longitude);
        out.place = text;
    }
    return out;
}

Result<document::Pdf> printed(store::TabletStore& store, const Options& options) {
    const auto layouts = readLayouts(options.layouts);
    if (!layouts) return fail(layouts.error());
    document::PrintJob job;
    for (const auto& paper : options.papers) {
        const auto* layout = layouts->find(paper, options.language);
        if (!layout) {
            std::string known;
            for (const auto name : document::builtinPapers()) known += (known.empty() ? "" : ", ") + std::string(name);
            return fail(ErrorKind::notFound, "no_paper",
                        "there is no paper \"" + paper + "\" in \"" + options.language + "\"; there are " + known);
        }
        job.layouts.push_back(layout);
    }
    const auto history = store::historyOf(store, options.record);
    if (!history) return fail(history.error());
    const auto& row = history->newest();
    const auto& payload = history->newestLine().payload;
    const auto body = records::readVersion(payload.type, payload.body);
    if (!body) return fail(body.error());
    const auto document = store::loadDocument(store, body->checklist.sha256);
    if (!document) return fail(document.error());
    const auto book = store.trust();
    const auto* author = book ? book->member(row.kid) : nullptr;
    document::InspectionSource source{payload, row.hash,  row.kid, author ? author->personName : row.kid,
                                      *body,   **document};
    if (const auto site = store::siteById(store, payload.site)) source.site = *site;
    source.office = options.office;
    source.verify = options.verify;
    if (row.logIndex && row.provedSize) source.index = row.logIndex;
    source.photo = [&](const Sha256& hash) { return noteOf(store, hash); };
    job.at = payload.at;
    return document::print(job, document::inspectionFacts(source, options.language), [&](std::string_view hex) {
        const auto hash = Sha256::fromHex(hex);
        const auto content = hash ? store.vault().get(*hash) : Result<Bytes>(fail(Error{}));
        return content ? std::string(asText(*content)) : std::string();
    });
}

int print(const Options& options) {
    auto store = openHome(options);
    if (!store) return report(store.error(), options.json);
    const auto pdf = printed(**store, options);
    if (!pdf) return report(pdf.error(), options.json);
    if (auto done = store::writeDurably(options.out, asBytes(pdf->content)); !done)
        return report(done.error(), options.json);
    std::string unknown;
    for (const auto& character : pdf->unknown) unknown += " " + character;
    return cli::print(
        {{"pdf", options.out}, {"pages", pdf->pages}, {"bytes", pdf->content.size()}, {"unknown", unknown}},
        "wrote " + options.out + ", " + std::to_string(pdf->pages) + " pages" +
            (unknown.empty() ? "" : "; no font here has" + unknown + ": a box stands in their place"),
        options.json);
}

}  // namespace

void addPrint(CLI::App& app, int& exit) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("print", "Print an inspection's papers as PDF, from what is on this device");
    addHome(*command, *options);
    command->add_option("--record", options->record, "The inspection's id")->required();
    command->add_option("--paper", options->papers,
                        "inspection_record, score_sheet, evidence_sheet; several make one document");
    command->add_option("--language", options->language, "zh or en")->check(CLI::IsMember({"zh", "en"}));
    command->add_option("--office", options->office, "The office that heads the paper");
    command->add_option("--verify", options->verify, "The address before the fingerprint in the QR code");
    command->add_option("--layouts", options->layouts, "A folder of the bureau's own layouts (PAPERS.md)");
    command->add_option("-o,--out", options->out, "The PDF's file")->required();
    command->callback([options, &exit] {
        if (options->papers.empty()) options->papers = {"inspection_record", "score_sheet", "evidence_sheet"};
        exit = print(*options);
    });
}

}  // namespace plumb::cli
