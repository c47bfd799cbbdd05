// A small picture of a stranger's file, decoded by a process of its own (maker.cpp), which is started for this one
// picture and has nothing of this one: no memory, no descriptor, no key. Blocking; any thread.
#pragma once

#include <filesystem>
#include <functional>

#include "shared/base/result.h"
#include "sync-server/blobs/blob_store.h"

namespace plumb::server {

// `stopping` is asked now and then, and ends the work. Errors: malformed "no_picture" (it cannot be made smaller, or
// costs too much), offline "stopped", broken "maker_failed" (the program cannot be run, or died). Throws what reading
// the original throws.
Result<Bytes> makePicture(const std::filesystem::path& program, BlobReader& original, int side,
                          const std::function<bool()>& stopping);

}  // namespace plumb::server
