// Files that came and that no line of the log names yet: usually for a moment, since a device sends its lines first.
// Each has a note beside (<folder>/<sha256>.json: whose, how large, since when), written before the file takes its
// place, so that none is ever forgotten. What nobody named for long enough goes; how much of it may lie here is
// limited, for one key and for all together.
//
// Thread-safe. Code: unnamed_full.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <mutex>

#include "shared/base/clock.h"
#include "sync-server/blobs/blob_store.h"

namespace plumb::server {

struct UnnamedLimits {
    std::uint64_t perKey = std::uint64_t{4} << 30;
    std::uint64_t total = std::uint64_t{16} << 30;
    std::chrono::hours age{7 * 24};
};

class UnnamedFiles {
  public:
    using IsNamed = std::function<bool(const Sha256&)>;

    // `blobs` outlives this. `isNamed` asks the log; it may be called from any thread.
    UnnamedFiles(std::filesystem::path folder, BlobStore& blobs, Clock clock, IsNamed isNamed, UnnamedLimits limits);

    // Whether a caller may begin to send this file, who has `underWay` bytes of unfinished uploads, all callers
    // together `allUnderWay`.
    Result<void> mayBegin(const std::string& kid, const Sha256& sha256, std::uint64_t size, std::uint64_t underWay,
                          std::uint64_t allUnderWay);
    // The file is about to take its place.
    void arrives(const std::string& kid, const Sha256& sha256, std::uint64_t size);
    // Somebody sent the file that is here already: its time begins anew.
    void askedFor(const Sha256& sha256);

    // Forgets what is named by now, removes what is too old.
    void sweep();
    [[nodiscard]] std::uint64_t bytes() const;

  private:
    struct Note {
        std::string kid;
        std::uint64_t size = 0;
        TimePoint since{};
    };
    std::filesystem::path noteOf(const Sha256& sha256) const { return m_folder / (sha256.hex() + ".json"); }
    void write(const Sha256& sha256, const Note& note) const;
    void forget(const Sha256& sha256);
    void forgetNamed();
    void remove(const Sha256& sha256);
    [[nodiscard]] std::uint64_t bytesOf(const std::string& kid) const;

    std::filesystem::path m_folder;
    BlobStore& m_blobs;
    Clock m_clock;
    IsNamed m_isNamed;
    UnnamedLimits m_limits;
    mutable std::mutex m_mutex;
    std::map<Sha256, Note> m_notes;
    std::map<std::string, std::uint64_t> m_bytes;  // per key, where there are any
    std::uint64_t m_total = 0;
};

}  // namespace plumb::server
