// backup and restore.
#include "sync-server/setup/backup.h"

#include <iostream>

#include "sync-server/commands/command.h"

namespace plumb::server {
namespace {

struct Options {
    std::filesystem::path data, copy;
};

int backup(const Options& given) {
    const auto copied = makeBackup({given.data}, given.copy);
    if (!copied) return say(copied.error());
    std::cout << "backed up " << copied->lines << " lines and " << copied->files << " files" << std::endl;
    return 0;
}

int restore(const Options& given) {
    const auto copied = restoreBackup(given.copy, {given.data});
    if (!copied) return say(copied.error());
    std::cout << "restored " << copied->lines << " lines and " << copied->files
              << " files. The log takes nothing before an administrator has opened it: start the server, then, on her "
                 "device: plumb admin recover-log --reason …"
              << std::endl;
    return 0;
}

}  // namespace

Run declareBackup(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    addDataFolder(app, options->data);
    app.add_option("TO", options->copy, "A new folder")->required();
    return [options] { return backup(*options); };
}

Run declareRestore(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    addDataFolder(app, options->data);
    app.add_option("BACKUP", options->copy, "What backup made")->required();
    return [options] { return restore(*options); };
}

}  // namespace plumb::server
