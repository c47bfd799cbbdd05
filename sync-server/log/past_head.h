// The checkpoint that the log had, or would have had, when it held so many lines: its time is that of its last line
// (head.h), so it is the same whenever it is signed. For the thread of the reader.
#pragma once

#include "sync-server/log/head.h"
#include "sync-server/store/store.h"

namespace plumb::server {

// Reads the hashes of all trust lines before it. REQUIRES: 0 < size ≤ the log's size.
HeadPtr pastHead(std::uint64_t size, StoreReader& reader, const LogSigner& signer);

}  // namespace plumb::server
