// The data folder copied while a server works in it, and put back. What is not copied: the root key, which does not
// belong on the machine, and files on their way. Errors: not_initialised, folder_not_empty, data_damaged; what breaks
// throws, and leaves no folder of the name that was asked for.
#pragma once

#include "sync-server/setup/data_folder.h"

namespace plumb::server {

struct Copied {
    std::uint64_t lines = 0, files = 0;
};

// Into a folder that does not exist yet.
Result<Copied> makeBackup(const DataFolder& folder, const std::filesystem::path& to);

// Puts a backup into a folder that does not exist, or is empty. The log then waits for an administrator
// (ingest/recovery_gate.h): whatever came after the backup, the tablets have it and offer it again.
Result<Copied> restoreBackup(const std::filesystem::path& backup, const DataFolder& folder);

}  // namespace plumb::server
