#include "sync-server/commands/command.h"

#include <iostream>

namespace plumb::server {
namespace {

constexpr Command kCommands[] = {
    {"init", "Make root key, log key, certificate and the first administrator's invitation", declareInit},
    {"invite-root", "Invite another administrator with the root key (the server must be stopped)", declareInviteRoot},
    {"certify-documents",
     "Make the authority that certifies document keys, by the root key's word (the server must be stopped)",
     declareCertifyDocuments},
    {"open-intake",
     "Enrol this server's intake, so that people without an account can complain (the server must be stopped)",
     declareOpenIntake},
    {"serve", "Serve until SIGTERM or SIGINT", declareServe},
    {"rebuild", "Make what follows from the lines again from them (the server must be stopped)", declareRebuild},
    {"check", "Check every line, signature, table and file (the server must be stopped); exits 3 where one is wrong",
     declareCheck},
    {"backup", "Copy the data folder, also while the server runs", declareBackup},
    {"restore", "Put a backup into a new data folder", declareRestore},
    {"move", "Take the log to a PostgreSQL database, or back into the folder (every server of it must be stopped)",
     declareMove},
    {"clock", "How the clock stands to the log (the server must be stopped)", declareClock},
};

}  // namespace

std::span<const Command> commands() {
    return kCommands;
}

void addDataFolder(CLI::App& app, std::filesystem::path& folder) {
    app.add_option("--data", folder, "The server's data folder")->required();
}

void addFilesPlace(CLI::App& app, S3Options& files) {
    app.add_option("--files", files.files,
                   "The S3 store that has the files, s3://BUCKET or s3://BUCKET/PREFIX (default: a folder in the data "
                   "folder)");
    app.add_option("--s3-endpoint", files.endpoint,
                   "Its address, https://HOST or https://HOST:PORT; http on this machine alone");
    app.add_option("--s3-region", files.region, "Its region, as its signatures name it")->capture_default_str();
    app.add_option(
           "--s3-keys", files.keys,
           "A file with the lines \"aws_access_key_id = …\" and \"aws_secret_access_key = …\", which others may "
           "not read (default: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY of the environment)")
        ->check(CLI::ExistingFile);
    app.add_option("--s3-ca", files.authorities,
                   "Certificates in PEM of authorities that it may have beside those of the system")
        ->check(CLI::ExistingFile);
}

int say(const Error& error) {
    std::cerr << "plumbserver: " << error.detail << '\n';
    return kRefused;
}

Result<StoppedServer> openStopped(const std::filesystem::path& path) {
    const DataFolder folder{path};
    auto config = loadConfig(folder);
    if (!config) return fail(config.error());
    auto lock = FolderLock::take(folder);
    if (!lock) return fail(lock.error());
    return StoppedServer{folder, std::move(*config), std::move(*lock)};
}

}  // namespace plumb::server
