#include "sync-server/ingest/clock_guard.h"

#include "sync-server/ingest/tuning.h"

namespace plumb::server {

bool ClockGuard::vouched(std::uint64_t size, TimePoint now) const {
    // The word was about the clock of that day; one that jumped since is another matter.
    return m_word && m_word->size == size && now + kClockSlack >= m_word->said && now <= m_word->said + m_bound;
}

ClockGuard::State ClockGuard::state(std::uint64_t size, TimePoint last) const {
    const auto now = m_clock().utc;
    State out{now - last, false};
    out.jumped = size > 0 && now > last + m_bound && !vouched(size, now);
    return out;
}

Result<TimePoint> ClockGuard::timeAfter(std::uint64_t size, TimePoint last) {
    const auto now = m_clock().utc;
    if (size == 0) return now;
    if (vouched(size, now)) return now == last ? now + std::chrono::milliseconds(1) : now;
    if (now > last + m_bound) {
        ++m_refused;
        return fail(ErrorKind::offline, "clock_jumped",
                    "the server's clock says " + formatInstant({now, {}}) + ", its log ended at " +
                        formatInstant({last, {}}) +
                        "; it takes nothing before its operator has looked at the clock. Everything stays on the "
                        "device and is sent later");
    }
    return now <= last ? last + std::chrono::milliseconds(1) : now;
}

}  // namespace plumb::server
