#include "sync-server/log/recent_nodes.h"

#include <memory>

namespace plumb::server {
namespace {

// Of each level: the leaves of some groups. Twenty levels of a million lines take a megabyte.
constexpr std::size_t kSlots = 1024;

}  // namespace

std::optional<Sha256> RecentNodes::find(crypto::NodeId id) const {
    const std::lock_guard lock(m_mutex);
    const auto& level = m_levels.at(static_cast<std::size_t>(id.level));
    if (level.empty()) return std::nullopt;
    const auto& slot = level[id.index % kSlots];
    return slot.used && slot.index == id.index ? std::optional(slot.hash) : std::nullopt;
}

void RecentNodes::put(std::span<const crypto::CompactRange::NewNode> nodes) {
    const std::lock_guard lock(m_mutex);
    for (const auto& node : nodes) {
        auto& level = m_levels.at(static_cast<std::size_t>(node.id.level));
        if (level.empty()) level.resize(kSlots);
        level[node.id.index % kSlots] = {node.id.index, node.hash, true};
    }
}

void RecentNodes::clear() {
    const std::lock_guard lock(m_mutex);
    for (auto& level : m_levels) level.clear();
}

crypto::NodeReader nodesOf(RecentNodes& recent, ReaderPool& readers) {
    auto lease = std::make_shared<std::optional<ReaderPool::Lease>>();
    return [&recent, &readers, lease](crypto::NodeId id) {
        if (const auto known = recent.find(id)) return *known;
        if (!*lease) lease->emplace(readers.borrow());
        const crypto::CompactRange::NewNode read{id, (**lease)->node(id)};
        recent.put({&read, 1});
        return read.hash;
    };
}

}  // namespace plumb::server
