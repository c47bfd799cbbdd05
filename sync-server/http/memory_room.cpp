#include "sync-server/http/memory_room.h"

#include <algorithm>

#include "sync-server/http/tuning.h"

namespace plumb::server {

ReadRoom::Share& ReadRoom::Share::operator=(Share&& other) noexcept {
    if (this == &other) return *this;
    release();
    m_room = std::exchange(other.m_room, nullptr);
    m_held = std::exchange(other.m_held, 0);
    return *this;
}

bool ReadRoom::Share::grow(std::size_t bytes) {
    if (!m_room) return true;
    auto left = m_room->m_left.load();
    do {
        if (left < bytes) return false;
    } while (!m_room->m_left.compare_exchange_weak(left, left - bytes));
    m_held += bytes;
    return true;
}

void ReadRoom::Share::release() {
    if (m_room) m_room->m_left += m_held;
    m_held = 0;
}

WorkRoom::Hold::Hold(WorkRoom& room, std::size_t bytes) : m_room(room), m_bytes(std::min(bytes, room.m_size)) {
    std::unique_lock lock(room.m_mutex);
    const auto ticket = room.m_nextTicket++;
    room.m_freed.wait(lock, [&] { return room.m_serving == ticket && room.m_left >= m_bytes; });
    room.m_left -= m_bytes;
    ++room.m_serving;
    lock.unlock();
    room.m_freed.notify_all();
}

WorkRoom::Hold::~Hold() {
    {
        const std::lock_guard lock(m_room.m_mutex);
        m_room.m_left += m_bytes;
    }
    m_room.m_freed.notify_all();
}

MemoryRooms::MemoryRooms(std::size_t bytes)
    : bodies(bytes / 2), openBodies(std::min(bytes / 2, kOpenBodies)), parsed(bytes) {}

}  // namespace plumb::server
