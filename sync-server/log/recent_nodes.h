// The nodes of the tree that were made or asked for lately, in memory: what proves a line that has just come in lies at
// the tree's right edge, and each push asks for it. A node of a log never changes; what the log lost is forgotten here
// by clear(). Any thread.
#pragma once

#include <array>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "shared/crypto/merkle.h"
#include "sync-server/store/reader_pool.h"

namespace plumb::server {

class RecentNodes {
  public:
    [[nodiscard]] std::optional<Sha256> find(crypto::NodeId id) const;
    // Only what is committed.
    void put(std::span<const crypto::CompactRange::NewNode> nodes);
    void clear();

  private:
    struct Slot {
        std::uint64_t index = 0;
        Sha256 hash;
        bool used = false;
    };
    mutable std::mutex m_mutex;
    std::array<std::vector<Slot>, 64> m_levels;  // of each, the place of a node is its index modulo their number
};

// Gives nodes of the tree as it is committed: from memory, and what is not there through a reader, which is borrowed
// for the first of them and given back with this. Both outlive it. One thread at a time.
crypto::NodeReader nodesOf(RecentNodes& recent, ReaderPool& readers);

}  // namespace plumb::server
