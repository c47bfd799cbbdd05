// plumb export, plumb verify
#include "shared/store/durable_file.h"
#include "shared/store/key_history.h"
#include "shared/sync/bundle.h"
#include "tools/plumb/app.h"
#include "tools/plumb/link.h"
#include "tools/plumb/witness_options.h"

namespace plumb::cli {
namespace {

struct Options : HomeOptions {
    std::string record, caseOf, out, bundle, root;
    WitnessOptions witnesses;
    bool unlogged = false;
};

// What a revoked device still holds goes out as it is: the server neither takes it nor proves anything to it any more.
Result<sync::Bundle> collect(store::TabletStore& store, const Options& options) {
    const std::string& record = options.caseOf.empty() ? options.record : options.caseOf;
    if (options.unlogged || store::keyHistory(store.folder()).revoked) return sync::makeUnloggedBundle(store, record);
    const auto link = loggedIn(store);
    if (!link && link.error().code == "key_revoked") return sync::makeUnloggedBundle(store, record);
    if (!link) return fail(link.error());
    return options.caseOf.empty() ? sync::makeBundle(store, **link, record)
                                  : sync::makeCaseBundle(store, **link, options.caseOf);
}

// Files that the lines name and that neither this device nor the server has: the bundle proves that they are wanting.
std::vector<record::FileRef> missingIn(const sync::Bundle& bundle) {
    std::vector<record::FileRef> out;
    for (const auto* files : {&bundle.files, &bundle.caseFiles}) {
        for (const auto& file : *files) {
            if (!file.present) out.push_back(file.ref);
        }
    }
    return out;
}

int exportBundle(const Options& options) {
    auto store = openHome(options);
    if (!store) return report(store.error(), options.json);
    const auto bundle = collect(**store, options);
    if (!bundle) return report(bundle.error(), options.json);
    const std::string text = sync::formatBundle(*bundle);
    if (auto done = store::writeDurably(options.out, asBytes(text)); !done) return report(done.error(), options.json);
    const std::string unproved =
        bundle->logged ? "" : "; signed and whole, but with no proof that it is in the log: plumb verify says so";
    json::array missing;
    std::string wanting;
    for (const auto& ref : missingIn(*bundle)) {
        missing.push_back({{"sha256", ref.sha256.hex()}, {"item", ref.item}, {"role", ref.role}});
        wanting += "\nnot there yet: " + (ref.item.empty() ? "the " + ref.role : "a file of item " + ref.item) + " (" +
                   ref.sha256.hex().substr(0, 12) + "…); plumb verify says so";
    }
    return print({{"bundle", options.out},
                  {"bytes", text.size()},
                  {"files", bundle->files.size() + bundle->caseFiles.size()},
                  {"missing", std::move(missing)},
                  {"logged", bundle->logged}},
                 "wrote " + options.out + unproved + wanting, options.json);
}

int verify(const Options& options) {
    const auto policy = policyOf(options.witnesses);
    if (!policy) return report(policy.error(), options.json);
    const auto content = store::readWhole(options.bundle, 1ULL << 30);
    if (!content) return report(content.error(), options.json);
    const auto bundle = sync::parseBundle(asText(*content));
    if (!bundle) {
        print({{"good", false}, {"reason", bundle.error().detail}}, "NOT PROVED: " + bundle.error().detail,
              options.json);
        return kNo;
    }
    const auto verified = sync::verifyBundle(*bundle, options.root, *policy ? &**policy : nullptr);
    json::array checks;
    std::string text, reason;
    for (const auto& check : verified.checks) {
        checks.push_back({{"check", check.name}, {"good", check.good}, {"detail", check.detail}});
        text += std::string(check.good ? "ok   " : "FAIL ") + check.name + ": " + check.detail + "\n";
        if (!check.good && reason.empty()) reason = check.detail;
    }
    text += verified.good ? "PROVED: " + verified.type + " " + verified.id + " by " + verified.author + ", signed " +
                                verified.at + ", in the log by " + verified.notAfter
                          : "NOT PROVED: " + reason;
    if (!verified.clock.empty()) text += "\nclock: " + verified.clock;
    json::object out{{"good", verified.good}, {"checks", std::move(checks)},      {"id", verified.id},
                     {"type", verified.type}, {"author", verified.author},        {"kid", verified.kid},
                     {"at", verified.at},     {"not_before", verified.notBefore}, {"not_after", verified.notAfter}};
    if (!verified.clock.empty()) out["clock"] = verified.clock;
    if (!verified.good) out["reason"] = reason;
    print(out, text, options.json);
    return verified.good ? kDone : kNo;
}

}  // namespace

void addBundle(CLI::App& app, int& exit) {
    auto exporting = std::make_shared<Options>();
    auto* exportCommand = app.add_subcommand("export", "Write a record and all that proves it into one file");
    addHome(*exportCommand, *exporting);
    auto* one = exportCommand->add_option("--record", exporting->record, "The record's id");
    auto* whole = exportCommand->add_option(
        "--case", exporting->caseOf,
        "The whole case of this inspection: amendments, reviews, orders, reports, re-checks, all files");
    whole->excludes(one);
    exportCommand->add_option("-o,--out", exporting->out, "The bundle's file")->required();
    exportCommand->add_flag("--unlogged", exporting->unlogged,
                            "As it stands here, without the log's proof: for what was never sent and cannot be");
    exportCommand->callback([exporting, &exit] {
        if (exporting->record.empty() && exporting->caseOf.empty()) {
            exit = report({ErrorKind::malformed, "usage", "say --record or --case"}, exporting->json);
            return;
        }
        exit = exportBundle(*exporting);
    });

    auto verifying = std::make_shared<Options>();
    auto* verifyCommand =
        app.add_subcommand("verify", "Check a bundle with no server; exit 1 and the reason when one byte differs");
    verifyCommand->add_option("BUNDLE", verifying->bundle)->required();
    verifyCommand->add_option("--root", verifying->root, "Thumbprint of the root key")->required();
    addWitnesses(*verifyCommand, verifying->witnesses);
    addJson(*verifyCommand, verifying->json);
    verifyCommand->callback([verifying, &exit] { exit = verify(*verifying); });
}

}  // namespace plumb::cli
