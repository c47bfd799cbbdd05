// Whether everything that a data folder holds is as it was taken in: the database's structure, each line's bytes and
// signature, the chains, the tree and every other projection (made anew beside it and compared), and the files. The
// server must not be running. Reads only; the scratch folder is the caller's.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "sync-server/blobs/s3_place.h"
#include "sync-server/store/open_store.h"

namespace plumb::server {

struct CheckPlaces {
    StorePlace log;
    std::filesystem::path blobs;
    std::filesystem::path scratch;  // empty, about as large as the database's projections
    std::string rootKid;
    std::optional<S3Place> files = {};  // where they lie instead of in `blobs`
};

struct CheckVoice {
    // One thing that is wrong, as a sentence: where, what, what to do.
    std::function<void(const std::string& sentence)> wrong;
    // Of what is done there are `total`, and `done` were looked at.
    std::function<void(const char* what, std::uint64_t done, std::uint64_t total)> progress;
};

struct CheckTotals {
    std::uint64_t lines = 0, files = 0;
    std::uint64_t wrong = 0;
    // No faults: files that lines name and that are still on their way, and files that no line names (yet).
    std::uint64_t filesMissing = 0, filesUnnamed = 0;
    // Nor these: what was disposed of with its case, whether its bytes are gone already or go when the server starts.
    std::uint64_t filesDisposed = 0;
    // Projections that this program has not made yet, and that were therefore not compared: a server makes them when it
    // starts.
    std::vector<std::string> stale;
    // What the chains of authors tell of their devices.
    ChainTotals chains;
};

CheckTotals checkLog(const CheckPlaces& places, const CheckVoice& voice);

}  // namespace plumb::server
