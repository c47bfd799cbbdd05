// Writing a whole file so that a crash leaves the old one or the new one, never a part: temporary, fsync, rename, fsync
// of the folder.
#pragma once

#include <filesystem>

#include "shared/base/bytes.h"
#include "shared/base/result.h"

namespace plumb::store {

Result<void> writeDurably(const std::filesystem::path& file, ByteView content);
// notFound where there is none; tooLarge beyond `limit`.
Result<Bytes> readWhole(const std::filesystem::path& file, std::uint64_t limit = 256ULL << 20);

}  // namespace plumb::store
