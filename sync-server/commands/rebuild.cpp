#include "sync-server/ingest/rebuild.h"

#include <iostream>

#include "sync-server/commands/command.h"
#include "sync-server/setup/held_turn.h"
#include "sync-server/setup/rebuild_progress.h"

namespace plumb::server {
namespace {

struct Options {
    std::filesystem::path data;
    std::vector<std::string> names;
};

int rebuildNamed(const Options& given) {
    const auto server = openStopped(given.data);
    if (!server) return say(server.error());
    const auto place = storePlace(server->folder, server->config);
    auto store = openStore(place);
    if (!store) return say(store.error());
    const auto turn = HeldTurn::take(**store, place, "plumbserver rebuild");
    if (!turn) return say(turn.error());
    const auto lines =
        rebuild(**store, given.names,
                ToldNowAndThen([](const std::string& how) { std::cerr << "plumbserver: " << how << std::endl; }));
    if (!lines) return say(lines.error());
    std::cout << "rebuilt from " << *lines << " lines" << std::endl;
    return 0;
}

}  // namespace

Run declareRebuild(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    addDataFolder(app, options->data);
    app.add_option("NAME", options->names, "These projections alone; without: all, and the log's tree and index");
    return [options] { return rebuildNamed(*options); };
}

}  // namespace plumb::server
