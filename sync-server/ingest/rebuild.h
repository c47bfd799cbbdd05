// Makes what follows from the lines of a log again from them: what is of another version than this program's or lags
// behind the log before a server starts, and whatever an operator asks for. What is good stays untouched. It goes in
// parts, each a transaction that also holds how far it came: memory and the write-ahead log stay small, and whoever is
// killed in between goes on from there. Nobody else may write to the store. Throws where a stored line is damaged.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "shared/base/result.h"
#include "sync-server/ingest/tuning.h"
#include "sync-server/store/store.h"

namespace plumb::server {

// `names` hold the first `done` of the log's `total` lines. After each part.
using RebuildProgress =
    std::function<void(const std::vector<std::string>& names, std::uint64_t done, std::uint64_t total)>;

// Lines that are read ahead at once, and how many of these chunks make one transaction.
struct RebuildParts {
    std::size_t chunkLines = kChunkLines, chunks = kPartChunks;
};

// What does not hold all that the log holds, as this program makes it; "index" stands for the tree and the index.
std::vector<std::string> staleProjections(Store& store);

// What is of another version than this program makes it: a front end that is not the sequencer can neither read it nor
// make it again.
std::vector<std::string> otherVersions(Store& store, StoreReader& reader);

// The number of lines that were read.
std::uint64_t bringUpToDate(Store& store, const RebuildProgress& progress, RebuildParts parts = {});

// Clears these, or the tree, the index and everything where none is named; then brings them up to date. bad_projection:
// there is none of this name.
Result<std::uint64_t> rebuild(Store& store, const std::vector<std::string>& names, const RebuildProgress& progress,
                              RebuildParts parts = {});

}  // namespace plumb::server
