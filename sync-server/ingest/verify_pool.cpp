#include "sync-server/ingest/verify_pool.h"

#include <pthread.h>

#include <algorithm>
#include <exception>
#include <latch>

#include "sync-server/ingest/tuning.h"

namespace plumb::server {
struct VerifyPool::Batch {
    const std::function<void(std::size_t)>& work;
    std::latch left;
    std::mutex mutex;
    std::exception_ptr failure;
};

VerifyPool::VerifyPool(unsigned threads) {
    for (unsigned i = 0; i < std::max(1u, threads); ++i) m_threads.emplace_back([this] { serve(); });
}

VerifyPool::~VerifyPool() {
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_all();
    for (auto& thread : m_threads) thread.join();
}

void VerifyPool::run(std::size_t count, const std::function<void(std::size_t)>& work) {
    // What makes one slice is done by whoever brought it: to wake a thread and to be woken costs half of what a line
    // does.
    if (count <= kSliceLines) {
        for (std::size_t i = 0; i < count; ++i) work(i);
        return;
    }
    const std::size_t slices = (count + kSliceLines - 1) / kSliceLines;
    Batch batch{work, std::latch(static_cast<std::ptrdiff_t>(slices)), {}, {}};
    {
        const std::lock_guard lock(m_mutex);
        for (std::size_t at = 0; at < count; at += kSliceLines)
            m_slices.push_back({&batch, at, std::min(count, at + kSliceLines)});
    }
    m_wake.notify_all();
    batch.left.wait();
    if (batch.failure) std::rethrow_exception(batch.failure);
}

void VerifyPool::serve() {
    pthread_setname_np(pthread_self(), "verify");
    for (;;) {
        Slice slice{};
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [&] { return m_stop || !m_slices.empty(); });
            if (m_slices.empty()) return;
            slice = m_slices.front();
            m_slices.pop_front();
        }
        try {
            for (std::size_t i = slice.from; i < slice.to; ++i) slice.batch->work(i);
        } catch (...) {
            const std::lock_guard lock(slice.batch->mutex);
            slice.batch->failure = std::current_exception();
        }
        slice.batch->left.count_down();
    }
}

}  // namespace plumb::server
