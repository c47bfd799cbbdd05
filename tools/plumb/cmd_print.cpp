// plumb print: the papers of a signed inspection as PDF, from what is on this device.
#include <filesystem>

#include "shared/document/papers/record_papers.h"
#include "shared/papers/issued_paper.h"
#include "shared/store/durable_file.h"
#include "tools/plumb/app.h"

namespace plumb::cli {
namespace {

struct Options : HomeOptions {
    std::string record, out, language = "zh", office, verify, layouts;
    std::vector<std::string> papers;
};

// A bureau's own layouts, by paper.
struct Layouts {
    std::vector<document::Layout> own;

    [[nodiscard]] const document::Layout* find(const std::string& paper, const std::string& language) const {
        for (const auto& layout : own) {
            if (layout.paper() == paper && layout.language() == language) return &layout;
        }
        return nullptr;
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

Result<papers::PrintedPaper> printed(store::TabletStore& store, const Options& options) {
    const auto layouts = readLayouts(options.layouts);
    if (!layouts) return fail(layouts.error());
    document::PaperOrder order;
    order.record = options.record;
    order.papers = options.papers;
    order.language = options.language;
    order.office = options.office;
    order.page = papers::publicPageOf(store);
    order.ratePage = papers::ratePageOf(store);
    if (!options.verify.empty()) order.page.address = options.verify;
    order.ownLayout = [&](const std::string& paper, const std::string& language) {
        return layouts->find(paper, language);
    };
    return papers::printPaper(store, order);
}

const char* nameOf(papers::PrintedPaper::As as) {
    switch (as) {
        case papers::PrintedPaper::As::made:
            return "made";
        case papers::PrintedPaper::As::issued:
            return "issued";
        case papers::PrintedPaper::As::newer:
            return "newer";
        case papers::PrintedPaper::As::apart:
            return "apart";
    }
    return "";
}

// What there is to say of a paper that was issued before; "" where nothing is.
std::string issuedWord(const papers::PrintedPaper& paper) {
    if (!paper.issued) return {};
    const auto& issued = *paper.issued;
    const auto when = "\nit was issued as " + issued.says.number + " on " + formatInstant(issued.at);
    switch (paper.as) {
        case papers::PrintedPaper::As::issued:
            return when + ": these are those very bytes";
        case papers::PrintedPaper::As::newer:
            return when + ", and is not that paper: it says what was said since, or is headed otherwise";
        case papers::PrintedPaper::As::apart:
            return when + "; that file is not on this device, so that nothing is said of whether this is the same";
        case papers::PrintedPaper::As::made:
            break;
    }
    return {};
}

int print(const Options& options) {
    auto store = openHome(options);
    if (!store) return report(store.error(), options.json);
    const auto paper = printed(**store, options);
    if (!paper) return report(paper.error(), options.json);
    const auto* pdf = &paper->pdf;
    if (auto done = store::writeDurably(options.out, asBytes(pdf->content)); !done)
        return report(done.error(), options.json);
    std::string unknown;
    for (const auto& character : pdf->unknown) unknown += " " + character;
    return cli::print({{"pdf", options.out},
                       {"pages", pdf->pages},
                       {"bytes", pdf->content.size()},
                       {"unknown", unknown},
                       {"as", nameOf(paper->as)},
                       {"issued", paper->issued ? paper->issued->says.pdf.hex() : std::string()}},
                      "wrote " + options.out + ", " + std::to_string(pdf->pages) + " pages" +
                          (unknown.empty() ? "" : "; no font here has" + unknown + ": a box stands in their place") +
                          issuedWord(*paper),
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
        "inspection_record, score_sheet, evidence_sheet; rectification_order, delivery_proof, rectification_report, "
        "recheck_opinion, archive_index; check_approval, check_notice, task_letter, draw_result, publication_table; "
        "several make one document");
    command->add_option("--language", options->language, "zh or en")->check(CLI::IsMember({"zh", "en"}));
    command->add_option("--office", options->office, "The office that heads the paper");
    command->add_option(
        "--verify", options->verify,
        "The address before the fingerprint in the QR code; the server's public page where it is not given");
    command->add_option("--layouts", options->layouts, "A folder of the bureau's own layouts (PAPERS.md)");
    command->add_option("-o,--out", options->out, "The PDF's file")->required();
    command->callback([options, &exit] { exit = print(*options); });
}

}  // namespace plumb::cli
