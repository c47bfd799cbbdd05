// plumb pdf: what a signed PDF is worth, and who certifies its signers.
#include <algorithm>

#include "shared/base/encoding.h"
#include "shared/crypto/hash.h"
#include "shared/document/papers/record_facts.h"
#include "shared/document/sign/authority_line.h"
#include "shared/records/document/issued.h"
#include "shared/store/document_key.h"
#include "shared/store/durable_file.h"
#include "shared/sync/bundle.h"
#include "tools/plumb/issue.h"

namespace plumb::cli {
namespace {

constexpr std::uint64_t kMostPdf = 64ULL << 20, kMostBundle = 1ULL << 30;

struct Options : HomeOptions {
    std::string file, root, bundle, server, pin, out;
};

// A document.issued that names the file.
struct NamedBy {
    std::string says;  // what is to be told of it
    std::string by;    // SHA-256 of its author's kid
};

// What was found, in the order of looking.
struct Findings {
    json::array checks;
    std::string text, reason;

    void add(const char* name, bool good, const std::string& detail) {
        checks.push_back({{"check", name}, {"good", good}, {"detail", detail}});
        text += std::string(good ? "ok   " : "FAIL ") + name + ": " + detail + "\n";
        if (!good && reason.empty()) reason = detail;
    }
};

NamedBy namedBy(const record::Payload& payload, const std::string& kid, const std::string& author) {
    return {"as " + textOr(payload.body, "number") + " of record " + textOr(payload.body, "of") + " by " + author +
                " at " + formatInstant(payload.at) + ", record " + payload.id,
            crypto::sha256(kid).hex()};
}

// The record of the bundle, proved from the root, where it names the file.
Result<NamedBy> fromBundle(const Options& options, const Sha256& pdf) {
    const auto content = store::readWhole(options.bundle, kMostBundle);
    if (!content) return fail(content.error());
    const auto bundle = sync::parseBundle(asText(*content));
    if (!bundle) return fail(bundle.error());
    const auto verified = sync::verifyBundle(*bundle, options.root);
    for (const auto& check : verified.checks) {
        if (!check.good)
            return fail(ErrorKind::badSignature, "bundle_unproved", "the bundle is not proved: " + check.detail);
    }
    const auto line = record::Line::parse(bundle->line.text);
    const auto payload = line ? record::parsePayload(line->payload()) : Result<record::Payload>(fail(line.error()));
    if (!payload) return fail(payload.error());
    if (!records::isIssued(payload->type) || textOr(payload->body, "pdf") != pdf.hex())
        return fail(ErrorKind::notFound, "paper_unnamed", "the bundle's record does not name this very file");
    return namedBy(*payload, verified.kid, verified.author);
}

// What this device pulled and believed.
Result<NamedBy> fromStore(store::TabletStore& store, const Sha256& pdf) {
    const auto book = store.trust();
    store::RecordFilter filter;
    filter.type = records::kDocumentIssued;
    for (const auto& row : store.records(filter)) {
        const auto payload = store.payload(row.hash);
        if (!payload || textOr(payload->body, "pdf") != pdf.hex()) continue;
        const bool proved = row.state == store::RecordState::proved || row.state == store::RecordState::pulled;
        if (!proved) continue;
        const auto* member = book ? book->member(row.kid) : nullptr;
        return namedBy(*payload, row.kid, member ? member->personName : row.kid);
    }
    return fail(ErrorKind::notFound, "paper_unnamed",
                "no record on this device names this very file; sync, or ask the server with --server");
}

// A server's word, which is told as such.
Result<NamedBy> fromServer(const Options& options, const Sha256& pdf) {
    sync::HttpClient http(options.server, options.pin);
    const auto answer = http.call({.path = "/v1/public/papers/" + pdf.hex()});
    if (!answer) return fail(answer.error());
    if (answer->status == 404)
        return fail(ErrorKind::notFound, "paper_unnamed", "no record at " + options.server + " names this very file");
    if (answer->status != 200) return fail(sync::problemOf(*answer));
    const auto value = parseJson(answer->body);
    if (!value || !value->is_object())
        return fail(ErrorKind::malformed, "bad_answer", "the server's answer is no JSON");
    const auto& says = value->get_object();
    NamedBy out;
    out.says = "of the record with fingerprint " + textOr(says, "fingerprint") + " at " + textOr(says, "at") +
               ", by the word of " + options.server;
    out.by = textOr(says, "by");
    return out;
}

void addSignatures(Findings& to, const document::SignedPdf& seal) {
    for (const auto& one : seal.signatures) {
        const auto when = one.statedAt.utc == TimePoint{} ? std::string() : " at " + document::minuteText(one.statedAt);
        to.add("signature", !one.fault,
               one.fault ? one.field + when + ": " + one.fault->detail
                         : "by " + one.signer + " (" + one.office + ")" + when + ", by her own clock, certified by " +
                               one.authority + ", whom the root named");
    }
    if (seal.appended) to.add("whole", false, seal.appended->detail);
}

// The record names the file, and whoever signed last is whoever issued it.
void addRecord(Findings& to, const Result<NamedBy>& named, const document::SignedPdf& seal) {
    if (!named) {
        to.add("record", false, named.error().detail);
        return;
    }
    const bool same = crypto::sha256(seal.signatures.back().holder).hex() == named->by;
    to.add("record", same,
           "issued " + named->says + (same ? "" : "; but the last signature is by somebody else's key"));
}

int verify(const Options& given) {
    auto options = given;
    std::unique_ptr<store::TabletStore> store;
    if (!options.home.empty()) {
        auto opened = openHome(options);
        if (!opened) return report(opened.error(), options.json);
        store = std::move(*opened);
        if (options.root.empty()) options.root = store->profile()->rootKid;
    }
    if (options.root.empty())
        return report({ErrorKind::malformed, "usage", "say --root and the root's thumbprint, or --home"}, options.json);
    const auto content = store::readWhole(options.file, kMostPdf);
    if (!content) return report(content.error(), options.json);
    const auto pdf = crypto::sha256(asText(*content));
    Findings found;
    const auto seal = document::verifyUnderRoot(asText(*content), options.root);
    if (!seal) {
        found.add("signature", false, seal.error().detail);
    } else {
        addSignatures(found, *seal);
        if (!options.bundle.empty())
            addRecord(found, fromBundle(options, pdf), *seal);
        else if (!options.server.empty())
            addRecord(found, fromServer(options, pdf), *seal);
        else if (store)
            addRecord(found, fromStore(*store, pdf), *seal);
    }
    const bool good = found.reason.empty();
    json::object out{{"good", good}, {"sha256", pdf.hex()}, {"checks", std::move(found.checks)}};
    if (!good) out["reason"] = found.reason;
    print(out, found.text + (good ? "GOOD: " : "NOT GOOD: ") + (good ? "SHA-256 " + pdf.hex() : found.reason),
          options.json);
    return good ? kDone : kNo;
}

int authority(const Options& options) {
    auto store = openHome(options);
    if (!store) return report(store.error(), options.json);
    const auto named = store::documentAuthorities(**store);
    if (!named) return report(named.error(), options.json);
    if (named->empty())
        return report({ErrorKind::notFound, "documents_uncertified",
                       "the root named nobody who certifies document keys, as far as this device knows; sync first"},
                      options.json);
    std::string pem;
    json::array names;
    for (const auto& [certificate, line] : *named) {
        pem += certificate.pem();
        names.emplace_back(certificate.name());
    }
    if (auto done = store::writeDurably(options.out, asBytes(pem)); !done) return report(done.error(), options.json);
    return print({{"pem", options.out}, {"authorities", std::move(names)}}, "wrote " + options.out, options.json);
}

}  // namespace

void addPdf(CLI::App& app, int& exit) {
    auto* pdf = app.add_subcommand("pdf", "Signed papers as PDF: sign, verify, and who certifies their signers");
    pdf->require_subcommand(1);
    addPdfSign(*pdf, exit);

    auto verifying = std::make_shared<Options>();
    auto* verifyCommand = pdf->add_subcommand(
        "verify",
        "Whether a PDF's signatures hold under the root, and which record names it; exit 1 and the reason where not");
    verifyCommand->add_option("FILE", verifying->file)->required();
    verifyCommand->add_option("--root", verifying->root, "Thumbprint of the root key (with --home: that of its store)");
    verifyCommand->add_option("--home", verifying->home, "Look for the record among what this device believes");
    verifyCommand->add_option("--person", verifying->person, "Whose store, where the home has several");
    verifyCommand->add_option("--bundle", verifying->bundle,
                              "The bundle of the record that names it (plumb export): proved from the root");
    verifyCommand->add_option("--server", verifying->server, "Ask this server's public page, and take its word");
    verifyCommand->add_option("--pin", verifying->pin, "The pin of the server's key, as its invitations name it");
    addJson(*verifyCommand, verifying->json);
    verifyCommand->callback([verifying, &exit] { exit = verify(*verifying); });

    auto naming = std::make_shared<Options>();
    auto* authorityCommand = pdf->add_subcommand(
        "authority", "Write the certificates that the root named, as PEM for other programs (pdfsig, PDF readers)");
    addHome(*authorityCommand, *naming);
    authorityCommand->add_option("-o,--out", naming->out, "The PEM file")->required();
    authorityCommand->callback([naming, &exit] { exit = authority(*naming); });
}

}  // namespace plumb::cli
