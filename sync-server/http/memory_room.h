// How much memory the bodies of all calls may take together. A limit of one body bounds one caller; these bound them
// all: while bodies are read (who finds no room is told to come back), and while they are unfolded into lines and JSON
// (who finds no room waits for those before). Thread-safe.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <utility>

namespace plumb::server {

class ReadRoom {
  public:
    explicit ReadRoom(std::size_t bytes) : m_left(bytes) {}

    // One body's part of the room; given back when it goes. Must not outlive the room.
    class Share {
      public:
        Share() = default;
        explicit Share(ReadRoom& room) : m_room(&room) {}
        Share(Share&& other) noexcept
            : m_room(std::exchange(other.m_room, nullptr)), m_held(std::exchange(other.m_held, 0)) {}
        Share& operator=(Share&& other) noexcept;
        ~Share() { release(); }

        // Holds `bytes` more. False, and nothing held, where the room is full.
        [[nodiscard]] bool grow(std::size_t bytes);
        void release();

      private:
        ReadRoom* m_room = nullptr;
        std::size_t m_held = 0;
    };

    [[nodiscard]] std::size_t left() const { return m_left; }

  private:
    std::atomic<std::size_t> m_left;
};

class WorkRoom {
  public:
    explicit WorkRoom(std::size_t bytes) : m_size(bytes), m_left(bytes) {}

    // Held for one call's work. Whoever holds one asks for no second: so those before always end.
    class Hold {
      public:
        // Waits, in the order of asking, until `bytes` are free; what is larger than the room takes all of it.
        Hold(WorkRoom& room, std::size_t bytes);
        ~Hold();
        Hold(const Hold&) = delete;
        Hold& operator=(const Hold&) = delete;

      private:
        WorkRoom& m_room;
        std::size_t m_bytes;
    };

    // How many have asked so far.
    [[nodiscard]] std::uint64_t asked() const {
        const std::lock_guard lock(m_mutex);
        return m_nextTicket;
    }

  private:
    const std::size_t m_size;
    std::size_t m_left;
    std::uint64_t m_nextTicket = 0, m_serving = 0;
    mutable std::mutex m_mutex;
    std::condition_variable m_freed;
};

struct MemoryRooms {
    explicit MemoryRooms(std::size_t bytes);
    ReadRoom bodies;      // of enrolled callers
    ReadRoom openBodies;  // of callers without a token: small, so that they cannot crowd out the others
    WorkRoom parsed;
};

}  // namespace plumb::server
