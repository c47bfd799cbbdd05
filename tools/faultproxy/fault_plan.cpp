#include "tools/faultproxy/fault_plan.h"

#include <algorithm>
#include <limits>

namespace plumb::fault {
namespace {

constexpr auto kNever = std::numeric_limits<std::uint64_t>::max();

}  // namespace

FaultPlan::FaultPlan(Script script, std::uint64_t seed) : m_script(std::move(script)), m_random(seed) {
    for (const auto& trigger : m_script.triggers) m_left.push_back(distance(trigger));
}

// The engine's numbers are the standard's; its distributions are each library's own, so none is used.
std::uint64_t FaultPlan::distance(const Trigger& trigger) {
    if (trigger.when != Trigger::When::about) return trigger.bytes;
    return std::max<std::uint64_t>(1, trigger.bytes / 2 + m_random() % (trigger.bytes + 1));
}

std::chrono::milliseconds FaultPlan::delay(Way way) {
    const auto& lane = m_script.lane(way);
    if (lane.jitter.count() == 0) return lane.delay;
    const auto most = static_cast<std::uint64_t>(lane.jitter.count());
    return lane.delay + std::chrono::milliseconds(m_random() % (most + 1));
}

std::uint64_t FaultPlan::left(std::size_t number, const Passage& passage) const {
    const auto& trigger = m_script.triggers[number];
    if (trigger.when != Trigger::When::after) return m_left[number];
    if (passage.met[number]) return kNever;
    const auto passed =
        trigger.way ? passage.bytes[static_cast<std::size_t>(*trigger.way)] : passage.bytes[0] + passage.bytes[1];
    return passed < trigger.bytes ? trigger.bytes - passed : 1;
}

FaultPlan::Step FaultPlan::pass(Way way, Passage& passage, std::size_t available) {
    passage.met.resize(m_script.triggers.size());
    Step out{available, {}};
    std::optional<std::size_t> first;
    if (!m_script.faults || m_faults < *m_script.faults) {
        for (std::size_t i = 0; i < m_script.triggers.size(); ++i) {
            const auto& trigger = m_script.triggers[i];
            if (trigger.way && *trigger.way != way) continue;
            const auto until = left(i, passage);
            if (until > out.bytes || (first && until == out.bytes)) continue;
            out.bytes = static_cast<std::size_t>(until);
            first = i;
        }
    }
    passage.bytes[static_cast<std::size_t>(way)] += out.bytes;
    for (std::size_t i = 0; i < m_script.triggers.size(); ++i) {
        const auto& trigger = m_script.triggers[i];
        if (trigger.when == Trigger::When::after || (trigger.way && *trigger.way != way)) continue;
        // Two that would come at the same byte come one after the other.
        m_left[i] = m_left[i] > out.bytes ? m_left[i] - out.bytes : 1;
    }
    if (!first) return out;
    ++m_faults;
    const auto& trigger = m_script.triggers[*first];
    out.fault = trigger.fault;
    if (trigger.when == Trigger::When::after)
        passage.met[*first] = true;
    else
        m_left[*first] = distance(trigger);
    return out;
}

}  // namespace plumb::fault
