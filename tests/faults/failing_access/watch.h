// The state behind the calls: the plan in force, what was counted, the journal. Every call asks here first.
#pragma once

#include <sys/types.h>

#include <atomic>
#include <mutex>
#include <string_view>

#include "tests/faults/failing_access/failing_access.h"

namespace plumb::faults {

struct Verdict {
    enum class What { go, fail, half } what = What::go;
    int error = 0;
};

class Watch {
  public:
    // Made at the first call, never destroyed: programs write until their very end.
    static Watch& instance();
    // Null before that: malloc must not make it.
    static Watch* existing();

    [[nodiscard]] bool active() const { return m_armed || m_journaling; }
    [[nodiscard]] bool armed() const { return m_armed; }
    [[nodiscard]] std::mutex& mutex() { return m_mutex; }

    // REQUIRES of all below: mutex() is held.
    [[nodiscard]] bool watches(std::string_view path) const;
    // Counts the access, and says what is to become of it. Does not come back where the process is to be killed.
    Verdict judge(Access access, std::string_view path);
    // Of `growth` bytes, how many there is still room for.
    std::uint64_t takeSpace(std::uint64_t growth, std::string_view path);
    [[nodiscard]] bool isFull(std::string_view path) const;
    [[nodiscard]] bool fastSync() const { return m_fastSync || (m_armed && m_plan.fastSync); }
    void keep(Step step);

    // Without the lock.
    [[nodiscard]] std::int64_t jumpSeconds() const { return m_jump; }
    // Whether this allocation is to fail.
    bool failsAllocation();
    void doNotWaitForDisks() { m_fastSync = true; }
    [[nodiscard]] bool waitsForNoDisk() const { return m_fastSync; }

    void arm(const Plan& plan);
    Counts disarm();
    Counts counted();
    void beginJournal(std::vector<std::string> folders);
    std::size_t journalSize();
    std::vector<Step> endJournal();
    void report();

  private:
    Watch();
    Verdict strike();
    [[nodiscard]] bool planned(std::string_view path) const;

    std::mutex m_mutex;
    std::atomic<bool> m_armed{false}, m_journaling{false}, m_fastSync{false};
    std::atomic<std::int64_t> m_jump{0};
    std::atomic<std::uint64_t> m_allocations{0};
    Plan m_plan;
    Counts m_counts;
    std::vector<std::string> m_folders;
    std::vector<Step> m_journal;
};

// Calls that are made from within one of ours go straight through.
class Inside {
  public:
    Inside() : m_first(!t_inside) { t_inside = true; }
    ~Inside() {
        if (m_first) t_inside = false;
    }
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;
    [[nodiscard]] bool first() const { return m_first; }
    static bool now() { return t_inside; }

  private:
    static thread_local bool t_inside;
    bool m_first;
};

}  // namespace plumb::faults
