#include "sync-server/archive/file_disposer.h"

#include <spdlog/spdlog.h>

#include <chrono>
#include <set>
#include <stdexcept>

#include "sync-server/archive/disposed.h"
#include "sync-server/projections/files/file_uses.h"

namespace plumb::server {
namespace {

// After a disk that failed.
constexpr std::chrono::minutes kAgain{10};
// Between two looks: lines come in hundreds of groups a second, and a file may go a second later.
constexpr std::chrono::seconds kPause{1};

}  // namespace

FileDisposer::~FileDisposer() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_called.notify_all();
    if (m_thread.joinable()) m_thread.join();
}

void FileDisposer::start() {
    m_thread = std::thread([this] { work(); });
}

void FileDisposer::wake() {
    {
        const std::lock_guard lock(m_mutex);
        if (m_asked) return;
        m_asked = true;
    }
    m_called.notify_all();
}

void FileDisposer::work() {
    bool failed = false;
    for (;;) {
        {
            std::unique_lock lock(m_mutex);
            const auto called = [this] { return m_asked || m_stopping; };
            if (failed)
                m_called.wait_for(lock, kAgain, [this] { return m_stopping; });
            else
                m_called.wait(lock, called);
            if (m_stopping) return;
            m_asked = false;
        }
        try {
            const auto count = sweep();
            if (count > 0) spdlog::info("{} files of cases that were disposed of were removed", count);
            failed = false;
        } catch (const std::exception& broken) {
            spdlog::error("files of cases that were disposed of could not be removed: {}", broken.what());
            failed = true;
        }
        std::unique_lock lock(m_mutex);
        m_called.wait_for(lock, kPause, [this] { return m_stopping; });
    }
}

std::uint64_t FileDisposer::sweep() {
    const std::lock_guard lock(m_sweeping);
    std::set<Sha256> going;
    std::uint64_t next = 0;
    // Who begins to remove does not know what the one before it had not removed yet.
    const bool removed = std::exchange(m_removing, m_works());
    if (m_removing && !removed) m_next = 0;
    {
        const auto reader = m_readers.borrow();
        DisposalRows disposals(*reader);
        next = disposals.nextDisposed();
        if (next <= m_next) return 0;
        std::vector<std::string> cases;
        disposals.eachDisposed(m_next, [&](const std::string& inspection, std::uint64_t index) {
            if (index < next) cases.push_back(inspection);
        });
        FileUses uses(*reader);
        for (const auto& inspection : cases) {
            for (const auto index : linesOfCase(inspection, *reader)) {
                for (const auto& file : uses.of(index)) going.insert(file);
            }
        }
    }
    std::uint64_t count = 0;
    for (const auto& sha256 : going) {
        {
            const std::lock_guard stop(m_mutex);
            if (m_stopping) return count;
        }
        if (remove(sha256)) ++count;
    }
    m_next = next;
    m_removed += count;
    return count;
}

bool FileDisposer::remove(const Sha256& sha256) {
    const auto goes = [&] { return disposedFile(sha256, *m_readers.borrow()).has_value(); };
    if (!goes()) {
        // It may have been on its way out when the server died, and a line that names it have come just before.
        if (m_removing) m_blobs.putBack(sha256);
        return false;
    }
    if (!m_removing) {
        m_gone(sha256);
        return false;
    }
    m_blobs.removeDamaged(sha256);
    if (!m_blobs.takeAside(sha256)) {
        if (m_blobs.sizeOf(sha256)) throw std::runtime_error(sha256.hex() + " cannot be taken out of its place");
        return false;
    }
    if (!goes()) {
        m_blobs.putBack(sha256);
        return false;
    }
    m_gone(sha256);
    m_blobs.removeAside(sha256);
    return true;
}

}  // namespace plumb::server
