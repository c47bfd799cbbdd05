// plumb export, plumb verify
#include "shared/store/durable_file.h"
#include "shared/sync/bundle.h"
#include "tools/plumb/app.h"

namespace plumb::cli {
namespace {

struct Options : HomeOptions {
    std::string record, out, bundle, root;
};

Result<sync::Bundle> collect(store::TabletStore& store, const std::string& record) {
    const auto profile = store.profile();
    const auto key = store.deviceKey();
    if (!profile) return fail(profile.error());
    if (!key) return fail(key.error());
    const auto log = crypto::parseNoteKey(profile->logKey);
    if (!log) return fail(log.error());
    sync::ServerLink link(profile->server, profile->pin);
    if (auto done = link.login(*key, log->name, systemNow); !done) return fail(done.error());
    return sync::makeBundle(store, link, record);
}

int exportBundle(const Options& options) {
    auto store = openHome(options);
    if (!store) return report(store.error(), options.json);
    const auto bundle = collect(**store, options.record);
    if (!bundle) return report(bundle.error(), options.json);
    const std::string text = sync::formatBundle(*bundle);
    if (auto done = store::writeDurably(options.out, asBytes(text)); !done) return report(done.error(), options.json);
    return print({{"bundle", options.out}, {"bytes", text.size()}, {"files", bundle->files.size()}},
                 "wrote " + options.out, options.json);
}

int verify(const Options& options) {
    const auto content = store::readWhole(options.bundle, 1ULL << 30);
    if (!content) return report(content.error(), options.json);
    const auto bundle = sync::parseBundle(asText(*content));
    if (!bundle) {
        print({{"good", false}, {"reason", bundle.error().detail}}, "NOT PROVED: " + bundle.error().detail,
              options.json);
        return kNo;
    }
    const auto verdict = sync::verifyBundle(*bundle, options.root);
    json::array checks;
    std::string text, reason;
    for (const auto& check : verdict.checks) {
        checks.push_back({{"check", check.name}, {"good", check.good}, {"detail", check.detail}});
        text += std::string(check.good ? "ok   " : "FAIL ") + check.name + ": " + check.detail + "\n";
        if (!check.good && reason.empty()) reason = check.detail;
    }
    text += verdict.good ? "PROVED: " + verdict.type + " " + verdict.id + " by " + verdict.author + ", signed " +
                               verdict.at + ", in the log by " + verdict.notAfter
                         : "NOT PROVED: " + reason;
    json::object out{{"good", verdict.good}, {"checks", std::move(checks)},     {"id", verdict.id},
                     {"type", verdict.type}, {"author", verdict.author},        {"kid", verdict.kid},
                     {"at", verdict.at},     {"not_before", verdict.notBefore}, {"not_after", verdict.notAfter}};
    if (!verdict.good) out["reason"] = reason;
    print(out, text, options.json);
    return verdict.good ? kDone : kNo;
}

}  // namespace

void addBundle(CLI::App& app, int& exit) {
    auto exporting = std::make_shared<Options>();
    auto* exportCommand = app.add_subcommand("export", "Write a record and all that proves it into one file");
    addHome(*exportCommand, *exporting);
    exportCommand->add_option("--record", exporting->record, "The record's id")->required();
    exportCommand->add_option("-o,--out", exporting->out, "The bundle's file")->required();
    exportCommand->callback([exporting, &exit] { exit = exportBundle(*exporting); });

    auto verifying = std::make_shared<Options>();
    auto* verifyCommand =
        app.add_subcommand("verify", "Check a bundle with no server; exit 1 and the reason when one byte differs");
    verifyCommand->add_option("BUNDLE", verifying->bundle)->required();
    verifyCommand->add_option("--root", verifying->root, "Thumbprint of the root key")->required();
    addJson(*verifyCommand, verifying->json);
    verifyCommand->callback([verifying, &exit] { exit = verify(*verifying); });
}

}  // namespace plumb::cli
