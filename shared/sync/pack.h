// Sync by file, for a device that meets no network: it writes what waits into an exchange file (.plumbpack); anybody
// carries that to the server and brings the answer back; the device takes the answer. The answer goes through the very
// engine that a network would feed: nothing in it is believed that is not proved as PROTOCOL.md asks (*Sync by file*).
// Both files are sealed, the one for the log's key, the other for a key that the device made for this answer alone: a
// medium that is lost tells nobody anything. Blocking; the thread of the store that is passed.
#pragma once

#include <filesystem>

#include "shared/sync/engine.h"

namespace plumb::sync {

// A file is no larger; what does not fit goes with the next one.
constexpr std::uint64_t kMostPackBytes = 256ULL << 20;

struct PackWritten {
    std::size_t lines = 0, files = 0;
    std::size_t filesLeft = 0;  // that did not fit
    std::uint64_t bytes = 0;    // of the file
};

// Writes `file` whole or not at all. Errors: not_enrolled, full, store errors.
Result<PackWritten> writePack(store::TabletStore& store, const std::filesystem::path& file);

// Takes an answer. Nothing is lost or believed by a wrong one. Errors: bad_pack, pack_cut, pack_changed, pack_foreign,
// pack_unknown (an answer to another device, or to a question of long ago), pack_old (this device knows more of the log
// by now), and those of Engine::run.
Result<Report> takePack(store::TabletStore& store, const std::filesystem::path& file,
                        std::function<void(const Progress&)> onProgress = {});

// Hands a file that some device wrote to the server, and writes its answer. Needs no account: the file speaks for its
// device, and the carrier can read neither. Errors: bad_pack, offline, full, the server's refusals.
Result<void> carryPack(HttpCaller& server, const std::filesystem::path& request, const std::filesystem::path& answer);

}  // namespace plumb::sync
