// Who else has an account on the machine reads nothing of a vault: folders are 0700, files 0600, whatever the umask and
// whatever an older version or a restored backup left there. Failures of the machinery throw.
#pragma once

#include <filesystem>

namespace plumb::store {

// Makes the folder, and those above it that are missing, 0700; durable when it returns. One that is there already is
// made 0700 too; those above it are left as they are.
void makeOwnersFolder(const std::filesystem::path& folder);
// An existing file becomes 0600. Does nothing where there is none.
void makeOwnersFile(const std::filesystem::path& file);
// An empty file of mode 0600 where there is none; else as above. SQLite gives -wal and -shm the mode of the database.
void makeOwnersEmptyFile(const std::filesystem::path& file);
// A person's folder: itself, and what lies in it directly. What lies deeper is behind these folders.
void makeOwnersVault(const std::filesystem::path& folder);

}  // namespace plumb::store
