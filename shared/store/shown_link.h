// From a HEIC that was taken in to the JPEG that was made of it (judged_picture.h): for those who draw pictures on
// other threads than the store's.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "shared/store/file_vault.h"

namespace plumb::store {

// The setting that holds the link. Settings have open names: this one tells no hash to whoever reads the database.
std::string shownName(const FileVault& vault, const Sha256& original);

// `vault` and `key` are those of the store in `folder`. Blocking, by a connection of its own; any thread. None where
// there is no link or it cannot be read: who asks draws the original instead.
std::optional<Sha256> shownLink(const std::filesystem::path& folder, const FileVault& vault, const crypto::DataKey& key,
                                const Sha256& original);

}  // namespace plumb::store
