// Writing a whole file so that a crash leaves the old one or the new one, never a part: temporary, fsync, rename, fsync
// of the folder. The file is its owner's alone (0600).
//
// Several processes may write one file at once: each has a temporary of its own, and the last rename stands, whole. The
// temporary `FILE.new` is locked (flock) while it is written; who finds it locked takes a name that nobody has. One
// that a killed process left is taken over by the next who writes, so that none pile up.
#pragma once

#include <filesystem>

#include "shared/base/bytes.h"
#include "shared/base/result.h"

namespace plumb::store {

Result<void> writeDurably(const std::filesystem::path& file, ByteView content);
// Writes over what stands at `offset`, and returns when it is on disk. full where there is no space; what was on disk
// before costs none.
Result<void> writeInPlace(int descriptor, ByteView content, std::int64_t offset, const std::filesystem::path& file);
// Makes names that were made, changed or removed in a folder durable; throws where that cannot be done.
void syncFolder(const std::filesystem::path& folder);
// notFound where there is none; tooLarge beyond `limit`; broken "file_unreadable" where it is there and the disk does
// not give it.
Result<Bytes> readWhole(const std::filesystem::path& file, std::uint64_t limit = 256ULL << 20);

}  // namespace plumb::store
