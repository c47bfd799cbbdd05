#include "sync-server/http/memory_room.h"

#include <catch2/catch.hpp>
#include <thread>

using namespace plumb::server;

TEST_CASE("shares of a room end where the room does, and give back what they held") {
    ReadRoom room(100);
    {
        ReadRoom::Share a(room), b(room);
        CHECK(a.grow(60));
        CHECK_FALSE(b.grow(50));
        CHECK(b.grow(40));
        CHECK_FALSE(a.grow(1));
        CHECK(room.left() == 0);
        ReadRoom::Share moved = std::move(a);
        moved.release();
        CHECK(room.left() == 60);
    }
    CHECK(room.left() == 100);
}

TEST_CASE("work waits for room, in the order of asking, and what is larger than the room takes all of it") {
    WorkRoom room(100);
    std::vector<int> order;
    std::mutex mutex;
    auto held = std::make_unique<WorkRoom::Hold>(room, 1'000'000);
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        const auto asked = room.asked();
        threads.emplace_back([&, i] {
            // The second wants little and comes after one that wants much: it does not overtake.
            const WorkRoom::Hold mine(room, i % 2 == 0 ? 90 : 20);
            const std::lock_guard lock(mutex);
            order.push_back(i);
        });
        while (room.asked() == asked) std::this_thread::yield();
    }
    {
        const std::lock_guard lock(mutex);
        CHECK(order.empty());
    }
    held.reset();
    for (auto& thread : threads) thread.join();
    CHECK(order == std::vector<int>{0, 1, 2, 3});
}
