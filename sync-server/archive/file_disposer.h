// Removes the bytes of files whose cases were disposed of: at start, since a crash may have come between an approval
// and its files, and after each approval. What is to go follows from the log alone (disposed.h); a file is taken out of
// its place, asked for once more, and only then removed, as a line that names it in another case may come in meanwhile.
// The name is freed in the file system; what a disk still holds of it nobody overwrites.
//
// A thread of its own. Thread-safe.
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "sync-server/blobs/blob_store.h"
#include "sync-server/store/reader_pool.h"

namespace plumb::server {

class FileDisposer {
  public:
    // Both outlive this.
    // `works`: whether this process is the one that removes files; another one only tells of those that go, so that it
    // keeps nothing of them either.
    FileDisposer(
        BlobStore& blobs, ReaderPool& readers, std::function<bool()> works = [] { return true; })
        : m_blobs(blobs), m_readers(readers), m_works(std::move(works)) {}
    // Waits for the file at hand; the rest is removed at the next start.
    ~FileDisposer();
    FileDisposer(const FileDisposer&) = delete;
    FileDisposer& operator=(const FileDisposer&) = delete;

    // Told of each file that goes, before its bytes are removed. REQUIRES: before start() and the first sweep().
    void tell(std::function<void(const Sha256&)> gone) { m_gone = std::move(gone); }
    void start();
    // The log grew: there may be an approval. Any thread; does not wait.
    void wake();
    // Removes what is to go by now, on the calling thread; how many files. Throws where the disk fails: what is left is
    // tried again by the next sweep.
    std::uint64_t sweep();
    [[nodiscard]] std::uint64_t removed() const { return m_removed; }

  private:
    void work();
    bool remove(const Sha256& sha256);

    BlobStore& m_blobs;
    ReaderPool& m_readers;
    const std::function<bool()> m_works;
    std::function<void(const Sha256&)> m_gone = [](const Sha256&) {};
    std::mutex m_sweeping;  // of what follows
    bool m_removing = true;
    std::uint64_t m_next = 0;  // approvals before this place of the log are done
    std::atomic<std::uint64_t> m_removed{0};
    std::mutex m_mutex;  // of what follows
    std::condition_variable m_called;
    bool m_asked = true, m_stopping = false;
    std::thread m_thread;
};

}  // namespace plumb::server
