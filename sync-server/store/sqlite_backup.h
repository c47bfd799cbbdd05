// A whole, consistent copy of the log's database, made while a server writes to it: one read of one state, however long
// it takes. Errors: not_initialised, store_newer; what breaks throws.
#pragma once

#include <filesystem>

#include "shared/base/result.h"

namespace plumb::server {

// REQUIRES: `to` does not exist. Durable when this returns.
Result<void> copyDatabase(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace plumb::server
