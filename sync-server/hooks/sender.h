// Tells receivers of new lines: each of them in the log's order, at least once, one message at a time, off the writer's
// way. A message is written down before it goes out (store/hook_book.h), so that after whatever end it goes out again,
// under the id that it had. What fails is tried again, ever later (retry.h); who took nothing for days, says 410, or
// whose owner lost her rights is told nothing more, and why stands with it.
//
// Threads of its own, which glance at the log's head; nobody waits for them. Thread-safe.
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <random>
#include <set>
#include <thread>

#include "sync-server/auth/trust.h"
#include "sync-server/hooks/post.h"
#include "sync-server/log/head.h"
#include "sync-server/store/hook_book.h"
#include "sync-server/store/reader_pool.h"

namespace plumb::server {

// What it borrows of the running server.
struct HookPlace {
    HookBook& book;
    ReaderPool& readers;
    const HeadHolder& head;
    const Trust& trust;
    std::string origin;
    Clock clock;
    // Whether this process is the one that tells receivers.
    std::function<bool()> works = [] { return true; };
};

struct HookCounts {
    std::atomic<std::uint64_t> delivered{0}, failed{0}, turnedOff{0};
};

class HookSender {
  public:
    HookSender(HookPlace place, std::unique_ptr<HookPost> post);
    // Breaks off what is under way.
    ~HookSender();

    void start(unsigned threads);
    // Does one thing that is due, on the calling thread; false: nothing was. Throws what a broken machine throws.
    bool step();
    [[nodiscard]] const HookCounts& counts() const { return m_counts; }
    // From which line on the receiver was told nothing yet; lines that do not concern it are passed over at once and
    // written down later.
    [[nodiscard]] std::uint64_t position(const Hook& hook) const;
    // Somebody set the receiver elsewhere, or changed whose rights it goes by: what was passed over is looked at again.
    void forget(const std::string& hook);
    // For whoever reads a delivery and writes it back: held over both, so that no attempt is lost, and no wish to have
    // it sent again.
    [[nodiscard]] std::unique_lock<std::mutex> holdDeliveries() { return std::unique_lock(m_deliveries); }

  private:
    struct Attempt;
    // By this owner's rights, from where the book has the receiver.
    struct Passed {
        std::string owner;
        std::uint64_t from = 0, to = 0;
    };
    void work();
    std::optional<Hook> take();
    void serve(const Hook& hook);
    void prepare(const Hook& hook, const Principal& owner, StoreReader& reader);
    void pass(const Hook& hook, std::uint64_t to, StoreReader& reader);
    void sendBatch(const Hook& hook, const Principal& owner, StoreReader& reader);
    void sendAgain(const Hook& hook, const HookDelivery& delivery, const Principal& owner, StoreReader& reader);
    Attempt attempt(const Hook& hook, const HookBatch& batch, const Principal& owner, StoreReader& reader);
    void note(const Hook& hook, const Attempt& attempt, StoreReader& reader);
    void turnOff(const Hook& hook, const Error& why);
    double chance();

    HookPlace m_place;
    std::unique_ptr<HookPost> m_post;
    HookCounts m_counts;
    mutable std::mutex m_mutex;  // of what follows
    std::condition_variable m_ends;
    bool m_ending = false;
    std::set<std::string> m_busy;            // receivers that a thread serves
    std::map<std::string, Passed> m_passed;  // where a receiver stands that is ahead of the book
    std::string m_last;                      // whom was looked after last: turns go round
    std::mt19937_64 m_random{std::random_device{}()};
    std::mutex m_deliveries;
    std::vector<std::thread> m_threads;
};

}  // namespace plumb::server
