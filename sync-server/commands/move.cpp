// Takes the log of a stopped server to another database.
#include "sync-server/setup/move_log.h"

#include <chrono>
#include <iostream>

#include "sync-server/commands/command.h"

namespace plumb::server {
namespace {

constexpr const char* kFolder = "folder";

struct Options {
    std::filesystem::path data;
    std::string from, to;
};

int move(const Options& given) {
    const auto server = openStopped(given.data);
    if (!server) return say(server.error());
    const std::string here = server->config.store.empty() ? kFolder : server->config.store;
    if (!given.from.empty() && given.from != here)
        return say(
            {ErrorKind::conflict, "bad_store", "the log of this folder lies in " + here + ", not in " + given.from});
    auto told = std::chrono::steady_clock::now();
    MoveVoice voice;
    voice.progress = [&told](const char* what, std::uint64_t done, std::uint64_t total) {
        const auto now = std::chrono::steady_clock::now();
        if (now - told < std::chrono::seconds(1) && done != total) return;
        told = now;
        std::cerr << "moving: " << done << " of " << total << ' ' << what << '\n';
    };
    const auto moved = moveLog(server->folder, server->config, given.to == kFolder ? std::string() : given.to, voice);
    if (!moved) return say(moved.error());
    std::cout << "moved " << moved->lines << " lines, " << moved->books << " rows of what is kept beside the log and "
              << moved->holders << " uploads; compared line by line, and " << moved->tables << " tables row by row\n";
    if (!moved->notCompared.empty()) {
        std::cout << "not compared, since the old place had not brought it up to date:";
        for (const auto& name : moved->notCompared) std::cout << ' ' << name;
        std::cout << '\n';
    }
    std::cout << "the log now lies in " << (given.to == kFolder ? server->folder.database().string() : given.to)
              << ", under the same checkpoint:\n"
              << moved->note << std::flush;
    return 0;
}

}  // namespace

Run declareMove(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    addDataFolder(app, options->data);
    app.add_option("--from", options->from, "Where the log lies now, to be sure of it");
    app.add_option("--to", options->to,
                   "The PostgreSQL database that is to have it (postgresql://user@host/database, its password in "
                   "PGPASSFILE), or \"folder\"")
        ->required();
    return [options] { return move(*options); };
}

}  // namespace plumb::server
