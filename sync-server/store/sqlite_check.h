// Whether a database is sound as SQLite sees it, whatever its rows say.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "shared/base/result.h"

namespace plumb::server {

// A quick look at its structure: data_damaged.
Result<void> checkDatabase(const std::filesystem::path& file);
// All of it, indexes against their tables too: what SQLite says is wrong, empty where it is sound.
std::vector<std::string> structuralFaults(const std::filesystem::path& file);

}  // namespace plumb::server
