// Says how the clock stands to the log, and takes the operator's word that it is right.
#include <iostream>

#include "sync-server/commands/command.h"

namespace plumb::server {
namespace {

struct Options {
    std::filesystem::path data;
    bool isRight = false;
};

int clock(const Options& given) {
    const auto server = openStopped(given.data);
    if (!server) return say(server.error());
    auto store = openStore(storePlace(server->folder, server->config));
    if (!store) return say(store.error());
    const auto reader = (*store)->openReader();
    const auto size = reader->size();
    const auto now = systemNow();
    const auto last = size > 0 ? reader->receivedAt(size - 1).value() : now.utc;
    std::cout << "the log's last line came at " << formatInstant({last, {}}) << "\nthis machine's clock says   "
              << formatInstant({now.utc, {}}) << std::endl;
    if (!given.isRight) return 0;
    saveClockWord(server->folder, {size, now.utc});
    std::cout << "the log goes on from this clock with its next line" << std::endl;
    return 0;
}

}  // namespace

Run declareClock(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    addDataFolder(app, options->data);
    app.add_flag("--is-right", options->isRight,
                 "The machine's clock is right: the log goes on from it, forward or back");
    return [options] { return clock(*options); };
}

}  // namespace plumb::server
