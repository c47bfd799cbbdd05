// Readers for handlers: borrowed for one call, made when all are out, kept for the next. Thread-safe.
#pragma once

#include <mutex>

#include "sync-server/store/store.h"

namespace plumb::server {

class ReaderPool {
  public:
    explicit ReaderPool(Store& store) : m_store(store) {}

    // Gives the reader back when it goes. Must not outlive the pool.
    class Lease {
      public:
        Lease(ReaderPool& pool, std::unique_ptr<StoreReader> reader) : m_pool(pool), m_reader(std::move(reader)) {}
        ~Lease() {
            if (m_reader) m_pool.giveBack(std::move(m_reader));
        }
        Lease(Lease&&) noexcept = default;
        StoreReader& operator*() const { return *m_reader; }
        StoreReader* operator->() const { return m_reader.get(); }

      private:
        ReaderPool& m_pool;
        std::unique_ptr<StoreReader> m_reader;
    };

    Lease borrow() {
        {
            const std::lock_guard lock(m_mutex);
            if (!m_idle.empty()) {
                auto reader = std::move(m_idle.back());
                m_idle.pop_back();
                return {*this, std::move(reader)};
            }
        }
        return {*this, m_store.openReader()};
    }

  private:
    void giveBack(std::unique_ptr<StoreReader> reader) {
        const std::lock_guard lock(m_mutex);
        m_idle.push_back(std::move(reader));
    }

    Store& m_store;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<StoreReader>> m_idle;
};

}  // namespace plumb::server
