// The order of the log and the clock of its machine are two things. A checkpoint's time is signed and can not be taken
// back, so a clock that jumps must not get into one: the log takes no line at a time that lies further after its last
// one than a server may have been switched off, before an operator has said that the clock is right. The same word lets
// the log's time go back where a wrong one got in all the same.
//
// The writer's thread asks for times; anyone may ask for the state.
#pragma once

#include <atomic>
#include <chrono>
#include <optional>

#include "shared/base/clock.h"
#include "shared/base/result.h"

namespace plumb::server {

// An operator said "the clock is right" when the log had `size` lines. It holds until the next line.
struct ClockWord {
    std::uint64_t size = 0;
    TimePoint said{};
};

class ClockGuard {
  public:
    ClockGuard(Clock clock, std::chrono::hours bound, std::optional<ClockWord> word)
        : m_clock(std::move(clock)), m_bound(bound), m_word(word) {}

    // When the lines that follow a log of `size` lines, the last of them received at `last`, are received. Never twice
    // the same time, and, but for an operator's word, never an earlier one. "clock_jumped" (offline): nothing may be
    // taken in now.
    Result<TimePoint> timeAfter(std::uint64_t size, TimePoint last);

    // How far the clock is after the log's last line (negative: before it), and whether that is taken for a jump.
    struct State {
        std::chrono::milliseconds after{0};
        bool jumped = false;
    };
    [[nodiscard]] State state(std::uint64_t size, TimePoint last) const;
    [[nodiscard]] std::uint64_t refused() const { return m_refused; }

  private:
    [[nodiscard]] bool vouched(std::uint64_t size, TimePoint now) const;

    Clock m_clock;
    std::chrono::hours m_bound;
    std::optional<ClockWord> m_word;
    std::atomic<std::uint64_t> m_refused{0};
};

}  // namespace plumb::server
