// When a script's faults come, told by the bytes that pass: the same bytes and the same seed give the same faults.
// One object a link; one thread.
#pragma once

#include <array>
#include <random>

#include "tools/faultproxy/script.h"

namespace plumb::fault {

class FaultPlan {
  public:
    FaultPlan(Script script, std::uint64_t seed);

    // What one connection has passed, and which of its own faults came.
    struct Passage {
        std::array<std::uint64_t, 2> bytes{};
        std::vector<bool> met = {};
    };
    // So many of the `available` bytes pass, and then this fault, where there is one. It counts them as passed.
    // REQUIRES: available > 0.
    struct Step {
        std::size_t bytes = 0;
        std::optional<Fault> fault;
    };
    Step pass(Way way, Passage& passage, std::size_t available);

    [[nodiscard]] const Script& script() const { return m_script; }
    [[nodiscard]] std::uint64_t faults() const { return m_faults; }
    // One way's delay of the next piece; jitter is drawn.
    std::chrono::milliseconds delay(Way way);

  private:
    std::uint64_t distance(const Trigger& trigger);
    [[nodiscard]] std::uint64_t left(std::size_t trigger, const Passage& passage) const;

    Script m_script;
    std::mt19937_64 m_random;
    std::vector<std::uint64_t> m_left;  // by trigger: bytes until it comes again
    std::uint64_t m_faults = 0;
};

}  // namespace plumb::fault
