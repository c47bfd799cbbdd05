// How long the UI thread is kept from anything else: a timer asks for it every two milliseconds, and what that thread
// worked between two beats is one stretch of work of ours. On a shared machine the stretch on the wall tells of others,
// too. UI thread.
#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <algorithm>

#include "tests/bench/app_stage.h"

namespace plumb::bench {

class Heartbeat {
  public:
    Heartbeat() {
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            const double now = threadWork(), at = static_cast<double>(m_clock.nsecsElapsed()) / 1e6;
            m_longest = std::max(m_longest, now - m_last);
            m_longestWall = std::max(m_longestWall, at - m_lastAt);
            m_last = now;
            m_lastAt = at;
            ++m_beats;
        });
        m_clock.start();
        m_begun = m_last = threadWork();
        m_timer.start(2);
    }

    [[nodiscard]] double longest() const { return m_longest; }          // ms of the processor
    [[nodiscard]] double longestWall() const { return m_longestWall; }  // ms
    [[nodiscard]] double worked() const { return threadWork() - m_begun; }
    [[nodiscard]] double wall() const { return static_cast<double>(m_clock.nsecsElapsed()) / 1e6; }

  private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    double m_begun = 0, m_last = 0, m_lastAt = 0, m_longest = 0, m_longestWall = 0;
    int m_beats = 0;
};

}  // namespace plumb::bench
