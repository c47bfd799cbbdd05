// Small pictures of what tablets and browsers sent, made when somebody asks and kept for whoever asks next. They are no
// evidence: no record names one, none is backed up, and whoever wants to know what was signed takes the original and
// its hash. Who may see one is asked by the caller, as of the original.
//
// One thread makes them, one after the other, each in a process of its own (make_picture.h); nobody waits for it. It
// also removes what nobody asked for in a month, what is more than fits, and what lost its original.
//
// Thread-safe.
#pragma once

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <mutex>
#include <set>
#include <thread>

#include "shared/base/clock.h"
#include "sync-server/blobs/blob_store.h"

namespace plumb::server {

class SmallPictures {
  public:
    // `blobs` outlives this. `program`: what makes them; "" or one that cannot be run: there are none.
    SmallPictures(const BlobStore& blobs, std::filesystem::path folder, std::filesystem::path program, Clock clock);
    // Ends what is being made.
    ~SmallPictures();
    SmallPictures(const SmallPictures&) = delete;
    SmallPictures& operator=(const SmallPictures&) = delete;

    enum class State { ready, making, none };
    struct Found {
        State state = State::none;
        std::string jpeg = {};
    };
    // `side`: one of kPictureSides. Where it is not there it is asked for, and there a moment later.
    Found find(const Sha256& sha256, int side);
    // Its original has gone, or goes now.
    void forget(const Sha256& sha256);
    // Removes what is to go by now. The thread does so by itself; how many files went.
    std::size_t sweep();

  private:
    struct Asked {
        Sha256 sha256;
        int side = 0;
        friend auto operator<=>(const Asked&, const Asked&) = default;
    };
    [[nodiscard]] std::filesystem::path folderOf(const Sha256& sha256) const;
    [[nodiscard]] std::filesystem::path placeOf(const Asked& asked) const;
    // That nothing can be made of it.
    [[nodiscard]] std::filesystem::path noneOf(const Sha256& sha256) const;
    // Tried not long ago.
    [[nodiscard]] bool isHopeless(const Sha256& sha256) const;
    // How long ago somebody wanted this.
    [[nodiscard]] std::chrono::milliseconds ageOf(const std::filesystem::path& file) const;
    void touch(const std::filesystem::path& file) const;
    void keep(const std::filesystem::path& file, std::string_view content) const;
    void work();
    void make(const Asked& asked);

    const BlobStore& m_blobs;
    const std::filesystem::path m_folder, m_program;
    const Clock m_clock;
    std::mutex m_mutex;  // of what follows
    std::condition_variable m_called;
    std::deque<Asked> m_queue;
    std::set<Asked> m_wanted;  // in the queue, and the one that is being made
    bool m_stopping = false, m_broken = false;
    std::thread m_thread;  // begins with the first question
};

}  // namespace plumb::server
