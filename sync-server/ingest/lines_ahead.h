// The lines of a stored log, read and parsed ahead by other threads while the caller works on those before: each line
// is read once and parsed once. No signature is verified, since all were when the lines came; but a line whose bytes
// are not those that came is told (DamagedLine), and so is one that cannot be read or is missing (std::runtime_error).
#pragma once

#include <future>

#include "sync-server/ingest/log_replay.h"
#include "sync-server/ingest/verify_pool.h"

namespace plumb::server {

class LinesAhead {
  public:
    // Lines `from` … `size` − 1. `store` outlives this. `leaves`: whether their leaves are wanted.
    LinesAhead(Store& store, std::uint64_t from, std::uint64_t size, bool leaves, std::size_t chunkLines);

    // The next lines, at most `chunkLines`; none: that was all.
    std::vector<StoredLine> next();

  private:
    std::vector<StoredLine> readChunk();
    void readAhead();

    std::unique_ptr<StoreReader> m_reader;
    std::uint64_t m_at, m_size;
    bool m_leaves;
    std::size_t m_chunkLines;
    VerifyPool m_pool;
    std::future<std::vector<StoredLine>> m_ahead;  // last: it uses all of the above
};

}  // namespace plumb::server
