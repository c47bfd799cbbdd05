// plumb pack write|carry|take: sync by file, for a device that meets no network.
#include "shared/sync/pack.h"
#include "tools/plumb/app.h"

namespace plumb::cli {
namespace {

struct Options : HomeOptions {
    std::string file, out, server, pin;
};

int writeOne(const Options& options) {
    auto store = openHome(options);
    if (!store) return report(store.error(), options.json);
    const auto done = sync::writePack(**store, options.out);
    if (!done) return report(done.error(), options.json);
    std::string text = options.out + ": " + std::to_string(done->lines) + " records and " +
                       std::to_string(done->files) + " files, " + std::to_string(done->bytes) +
                       " bytes; have it carried to the server (plumb pack carry), and take the answer\n";
    if (done->filesLeft > 0)
        text += std::to_string(done->filesLeft) + " files did not fit; write another once this one was answered\n";
    return print({{"file", options.out},
                  {"records", done->lines},
                  {"files", done->files},
                  {"files_left", done->filesLeft},
                  {"bytes", done->bytes}},
                 text, options.json);
}

int carryOne(const Options& options) {
    std::string server = options.server, pin = options.pin;
    if (server.empty() && !options.home.empty()) {
        // Whoever carries it for a colleague knows the server from her own invitation.
        auto store = openHome(options);
        if (!store) return report(store.error(), options.json);
        const auto profile = (*store)->profile();
        if (!profile) return report(profile.error(), options.json);
        server = profile->server;
        pin = profile->pin;
    }
    if (server.empty()) {
        return report(
            {ErrorKind::malformed, "no_server", "name the server by --server URL, or a home that knows it by --home"},
            options.json);
    }
    sync::HttpClient client(server, pin);
    if (auto done = sync::carryPack(client, options.file, options.out); !done)
        return report(done.error(), options.json);
    return print({{"answer", options.out}},
                 options.out + ": the server's answer; bring it to the device that wrote " + options.file + "\n",
                 options.json);
}

int takeOne(const Options& options) {
    auto store = openHome(options);
    if (!store) return report(store.error(), options.json);
    const auto done = sync::takePack(**store, options.file);
    if (!done) return report(done.error(), options.json);
    std::string text = "proved " + std::to_string(done->proved) + ", refused " + std::to_string(done->refused) +
                       ", pulled " + std::to_string(done->pulled) + ", files there " + std::to_string(done->filesSent) +
                       "; the log has " + std::to_string(done->logSize) + " entries\n";
    if (const auto missing = notThereSentence(done->files, "file"); !missing.empty()) text += missing + "\n";
    for (const auto& problem : done->problems) text += "problem: " + problem + "\n";
    print({{"sent", done->sent},
           {"refused", done->refused},
           {"proved", done->proved},
           {"pulled", done->pulled},
           {"waiting", done->waiting},
           {"not_believed", done->notBelieved},
           {"files_sent", done->filesSent},
           {"files_fetched", done->filesFetched},
           {"files_missing", done->files.missing},
           {"log_size", done->logSize},
           {"problems", json::array(done->problems.begin(), done->problems.end())}},
          text, options.json);
    return done->refused == 0 && done->files.missing == 0 ? kDone : kNo;
}

}  // namespace

void addPack(CLI::App& app, int& exit) {
    auto* pack = app.add_subcommand("pack", "Sync by file, where a device meets no network");
    pack->require_subcommand(1);

    auto options = std::make_shared<Options>();
    auto* write = pack->add_subcommand("write", "Write what waits here into an exchange file (.plumbpack)");
    addHome(*write, *options);
    write->add_option("-o,--out", options->out, "The file to write")->required();
    write->callback([options, &exit] { exit = writeOne(*options); });

    auto* carry =
        pack->add_subcommand("carry", "Hand such a file to the server, and write its answer; needs no account");
    carry->add_option("file", options->file, "What a device wrote")->required();
    carry->add_option("-o,--out", options->out, "Where the answer goes")->required();
    carry->add_option("--server", options->server, "https://host:port");
    carry->add_option("--pin", options->pin, "Of the server's certificate, as invitations state it (p=)");
    carry->add_option("--home", options->home, "A home that knows the server, instead of --server");
    carry->add_option("--person", options->person, "Whose, where that home has several");
    addJson(*carry, options->json);
    carry->callback([options, &exit] { exit = carryOne(*options); });

    auto* take = pack->add_subcommand("take", "Take the server's answer to a file that was written here");
    addHome(*take, *options);
    take->add_option("file", options->file, "The answer")->required();
    take->callback([options, &exit] { exit = takeOne(*options); });
}

}  // namespace plumb::cli
