// The commands of plumbserver, each a file of its own: it declares what may be said to it, does its work through
// setup/, ingest/, check/ and http/, and prints. Exit codes: 0 done, 1 what was asked cannot be done (the sentence on
// standard error says why), 3 check found something wrong; 2, machinery that broke, is the program's own.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <span>
#include <string>

#include "sync-server/blobs/s3_place.h"
#include "sync-server/setup/data_folder.h"

namespace plumb::server {

// What a command does once its options are read; gives the exit code.
using Run = std::function<int()>;

struct Command {
    const char* name;
    const char* help;
    // Adds its options to `app`, which lives as long as what is given back.
    Run (*declare)(CLI::App& app);
};

std::span<const Command> commands();

inline constexpr int kRefused = 1;
inline constexpr int kFoundWrong = 3;

// --data, which every command needs.
void addDataFolder(CLI::App& app, std::filesystem::path& folder);
// --files and what belongs to it.
void addFilesPlace(CLI::App& app, S3Options& files);
// Tells an error on standard error; kRefused.
int say(const Error& error);

// The folder of a server that does not run, and will not while this is held: not_initialised, folder_in_use.
struct StoppedServer {
    DataFolder folder;
    ServerConfig config;
    FolderLock lock;
};
Result<StoppedServer> openStopped(const std::filesystem::path& folder);

Run declareInit(CLI::App& app);
Run declareInviteRoot(CLI::App& app);
Run declareOpenIntake(CLI::App& app);
Run declareCertifyDocuments(CLI::App& app);
Run declareServe(CLI::App& app);
Run declareRebuild(CLI::App& app);
Run declareCheck(CLI::App& app);
Run declareBackup(CLI::App& app);
Run declareRestore(CLI::App& app);
Run declareClock(CLI::App& app);
Run declareMove(CLI::App& app);

}  // namespace plumb::server
