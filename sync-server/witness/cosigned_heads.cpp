#include "sync-server/witness/cosigned_heads.h"

#include "sync-server/witness/tuning.h"

namespace plumb::server {

std::string CosignedHeads::Cosigned::note() const {
    std::string out = head->note;
    for (const auto& [witness, line] : lines) out += line;
    return out;
}

void CosignedHeads::begin(const HeadPtr& head) {
    const std::lock_guard lock(m_mutex);
    if (!m_asked.isOf(*head)) m_asked = {head, {}, {}};
}

void CosignedHeads::add(const std::string& witness, std::string line) {
    const std::lock_guard lock(m_mutex);
    m_asked.lines[witness] = std::move(line);
}

void CosignedHeads::end(TimePoint now) {
    const std::lock_guard lock(m_mutex);
    if (m_asked.lines.empty()) return;
    m_ended = m_asked;
    m_ended.ended = now;
}

CosignedHead CosignedHeads::newest() const {
    const std::lock_guard lock(m_mutex);
    CosignedHead out{m_ended.head, {}, m_ended.ended};
    for (const auto& [witness, line] : m_ended.lines) out.lines += line;
    return out;
}

void CosignedHeads::adopt(CosignedHead other) {
    const std::lock_guard lock(m_mutex);
    if (m_ended.head && (m_ended.head->size > other.head->size || m_ended.ended >= other.ended)) return;
    m_ended = {std::move(other.head), {{"", std::move(other.lines)}}, other.ended};
}

std::string CosignedHeads::noteOf(const Head& head) const {
    const std::lock_guard lock(m_mutex);
    return m_asked.isOf(head) ? m_asked.note() : m_ended.isOf(head) ? m_ended.note() : head.note;
}

std::string CosignedHeads::published(const Head& head, TimePoint now) {
    const std::lock_guard lock(m_mutex);
    const bool known = m_ended.head && m_ended.head->size >= m_published;
    // A log that was put back while this process ran does not happen: the head only grows.
    if (known && (m_ended.isOf(head) || (now - m_ended.ended <= kShowCosigned && now >= m_ended.ended))) {
        m_published = m_ended.head->size;
        return m_ended.note();
    }
    m_published = head.size;
    return m_asked.isOf(head) ? m_asked.note() : head.note;
}

void CosignedHeads::setStates(std::vector<WitnessState> states) {
    const std::lock_guard lock(m_mutex);
    m_states = std::move(states);
}

std::vector<WitnessState> CosignedHeads::states() const {
    const std::lock_guard lock(m_mutex);
    return m_states;
}

}  // namespace plumb::server
