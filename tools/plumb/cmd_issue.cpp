// plumb issue, plumb pdf sign: a paper signed by this person's document key; issued, its record names the PDF's hash.
#include "shared/papers/issue.h"
#include "shared/store/durable_file.h"
#include "shared/sync/document_key.h"
#include "tools/plumb/admin.h"
#include "tools/plumb/issue.h"
#include "tools/plumb/link.h"

namespace plumb::cli {
namespace {

constexpr std::uint64_t kMostPdf = 64ULL << 20;

struct Options : HomeOptions {
    std::string record, paper, language = "zh", out, onto;
};

// The paper as it will leave this device, its author's key certified by whoever the root named.
Result<papers::SealedPaper> sealed(store::TabletStore& store, const Options& options) {
    papers::IssueOrder order{options.record, options.paper, options.language, {}, {}};
    if (!options.onto.empty()) {
        const auto content = store::readWhole(options.onto, kMostPdf);
        if (!content) return fail(content.error());
        order.onto = asText(*content);
    }
    const auto link = loggedIn(store);
    if (!link) return fail(link.error());
    auto office = sync::issuingOffice(**link);
    if (!office) return fail(office.error());
    order.office = std::move(*office);
    const auto documentKey = sync::documentKey(store, **link);
    if (!documentKey) return fail(documentKey.error());
    return papers::sealPaper(store, *documentKey, order);
}

json::object describe(const Options& options, const papers::SealedPaper& paper) {
    return {{"pdf", options.out},   {"sha256", paper.says.pdf.hex()}, {"number", paper.says.number},
            {"pages", paper.pages}, {"bytes", paper.pdf.size()},      {"signatures", paper.signatures}};
}

std::string sentence(const Options& options, const papers::SealedPaper& paper) {
    return options.out + ", " + std::to_string(paper.pages) + " pages, " + std::to_string(paper.signatures) +
           (paper.signatures == 1 ? " signature" : " signatures") + ", SHA-256 " + paper.says.pdf.hex();
}

int sign(const Options& options) {
    auto store = openFresh(options);
    if (!store) return report(store.error(), options.json);
    const auto paper = sealed(**store, options);
    if (!paper) return report(paper.error(), options.json);
    if (auto done = store::writeDurably(options.out, asBytes(paper->pdf)); !done)
        return report(done.error(), options.json);
    return print(describe(options, *paper),
                 "signed " + sentence(options, *paper) +
                     "\nno record names it yet: whoever signs last issues it, with plumb issue --onto",
                 options.json);
}

// The record first: a paper that no record names is not handed out. Where the server cannot be reached any more, both
// are on this device and go with the next sync.
int issue(const Options& options) {
    auto store = openFresh(options);
    if (!store) return report(store.error(), options.json);
    const auto paper = sealed(**store, options);
    if (!paper) return report(paper.error(), options.json);
    const auto line = papers::issuePaper(**store, *paper);
    if (!line) return report(line.error(), options.json);
    const auto delivered = deliver(**store, {*line});
    if (!delivered) return report(delivered.error(), options.json);
    if (auto done = store::writeDurably(options.out, asBytes(paper->pdf)); !done)
        return report(done.error(), options.json);
    auto out = describe(options, *paper);
    out["id"] = record::parsePayload(line->payload())->id;
    out["delivered"] = *delivered;
    return print(
        out,
        "issued " + sentence(options, *paper) +
            (*delivered ? "" : "\nthe server cannot be reached: the record that names it goes with the next sync"),
        options.json);
}

void addOrder(CLI::App& command, Options& options) {
    addHome(command, options);
    command.add_option("--record", options.record, "The id of the record")->required();
    command.add_option("--paper", options.paper, "Which of its papers (plumb print says which there are)")->required();
    command.add_option("--language", options.language, "zh or en")->check(CLI::IsMember({"zh", "en"}));
    command.add_option("--onto", options.onto,
                       "The same paper, signed by a colleague, to which this signature is added");
    command.add_option("-o,--out", options.out, "The PDF")->required();
}

}  // namespace

void addIssue(CLI::App& app, int& exit) {
    auto options = std::make_shared<Options>();
    auto* command =
        app.add_subcommand("issue", "Sign a record's paper as PDF and have a record name it; needs the server");
    addOrder(*command, *options);
    command->callback([options, &exit] { exit = issue(*options); });
}

void addPdfSign(CLI::App& pdf, int& exit) {
    auto options = std::make_shared<Options>();
    auto* command =
        pdf.add_subcommand("sign", "Sign a record's paper, for a colleague who signs it, too, and issues it");
    addOrder(*command, *options);
    command->callback([options, &exit] { exit = sign(*options); });
}

}  // namespace plumb::cli
