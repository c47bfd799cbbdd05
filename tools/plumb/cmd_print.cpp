// plumb print: the papers of a signed inspection as PDF, from what is on this device.
#include <filesystem>

#include "shared/document/papers/inspection_facts.h"
#include "shared/document/papers/order_facts.h"
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

document::RecordSource sourceOf(store::TabletStore& store, const store::RecordRow& row, const record::Payload& payload,
                                const Options& options) {
    const auto book = store.trust();
    const auto* author = book ? book->member(row.kid) : nullptr;
    document::RecordSource out{payload, row.hash, row.kid, author ? author->personName : row.kid};
    if (const auto site = store::siteById(store, payload.site)) out.site = *site;
    out.office = options.office;
    out.verify = options.verify;
    // What was pulled was believed, which needs its proof (believe.h).
    if (row.logIndex && (row.provedSize || row.state == store::RecordState::pulled)) out.index = row.logIndex;
    return out;
}

Result<json::object> factsOf(store::TabletStore& store, const Options& options) {
    const auto asked = store.recordById(options.record);
    const bool order = asked && records::actKindOf(asked->type) == records::ActKind::ordered;
    const auto history = store::historyOf(store, order ? asked->about : options.record);
    if (!history) return fail(history.error());
    const auto& payload = history->newestLine().payload;
    const auto body = records::readVersion(payload.type, payload.body);
    if (!body) return fail(body.error());
    const auto checklist = store::loadDocument(store, body->checklist.sha256);
    if (!checklist) return fail(checklist.error());
    if (!order) {
        document::InspectionSource source{sourceOf(store, history->newest(), payload, options), *body, **checklist};
        if (history->history.cosigned) {
            const auto& second = history->lines[*history->history.cosigned];
            const auto book = store.trust();
            const auto* member = book ? book->member(second.kid) : nullptr;
            source.cosigner = member ? member->personName : second.kid;
            source.cosignedAt = second.payload.at;
        }
        source.photo = [&](const Sha256& hash) { return noteOf(store, hash); };
        return document::inspectionFacts(source, options.language);
    }
    const auto said = store.payload(asked->hash);
    if (!said) return fail(said.error());
    const auto act = records::readAct(records::ActKind::ordered, said->body);
    if (!act) return fail(act.error());
    const auto& submission = history->lines.front().payload;
    return document::orderFacts({sourceOf(store, *asked, *said, options), *act, **checklist,
                                 document::recordNumber(submission, history->rows.front().kid)});
}

Result<document::Pdf> printed(store::TabletStore& store, const Options& options) {
    const auto row = store.recordById(options.record);
    if (!row)
        return fail(ErrorKind::notFound, "no_record",
                    "the record " + options.record + " is not on this device; sync first");
    const auto layouts = readLayouts(options.layouts);
    if (!layouts) return fail(layouts.error());
    auto papers = options.papers;
    if (papers.empty() && records::actKindOf(row->type)) papers = {"rectification_order"};
    if (papers.empty()) papers = {"inspection_record", "score_sheet", "evidence_sheet"};
    document::PrintJob job;
    for (const auto& paper : papers) {
        const auto* layout = layouts->find(paper, options.language);
        if (!layout) {
            std::string known;
            for (const auto name : document::builtinPapers()) known += (known.empty() ? "" : ", ") + std::string(name);
            return fail(ErrorKind::notFound, "no_paper",
                        "there is no paper \"" + paper + "\" in \"" + options.language + "\"; there are " + known);
        }
        job.layouts.push_back(layout);
    }
    const auto facts = factsOf(store, options);
    if (!facts) return fail(facts.error());
    const auto payload = store.payload(row->hash);
    if (!payload) return fail(payload.error());
    job.at = payload->at;
    return document::print(job, *facts, [&](std::string_view hex) {
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
    auto* command = app.add_subcommand(
        "print", "Print the papers of an inspection or an order as PDF, from what is on this device");
    addHome(*command, *options);
    command->add_option("--record", options->record, "The id of the inspection, or of the order")->required();
    command->add_option(
        "--paper", options->papers,
        "inspection_record, score_sheet, evidence_sheet, rectification_order; several make one document");
    command->add_option("--language", options->language, "zh or en")->check(CLI::IsMember({"zh", "en"}));
    command->add_option("--office", options->office, "The office that heads the paper");
    command->add_option("--verify", options->verify, "The address before the fingerprint in the QR code");
    command->add_option("--layouts", options->layouts, "A folder of the bureau's own layouts (PAPERS.md)");
    command->add_option("-o,--out", options->out, "The PDF's file")->required();
    command->callback([options, &exit] { exit = print(*options); });
}

}  // namespace plumb::cli
