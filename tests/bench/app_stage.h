// The real app in this process: its workers, its QML and its window, over a home that was furnished before
// (app_home.h), driven by its own view models, and what its frames cost. UI thread.
#pragma once

#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <functional>
#include <vector>

#include "mobile/app/app.h"
#include "mobile/ui/settings.h"

namespace plumb::bench {

// Milliseconds that this thread, or all threads of this process, worked: on a machine that others use too, the time on
// the wall tells of them.
double threadWork();
double processWork();

class AppStage {
  public:
    explicit AppStage(const QString& home, const QSize& size);

    [[nodiscard]] mobile::App& app() { return m_app; }
    [[nodiscard]] QQuickWindow& window() { return *m_window; }
    void unlock();
    // The visible item of that objectName; null where there is none.
    [[nodiscard]] QQuickItem* find(const QString& name);
    // Runs the event loop until it holds; aborts after half a minute.
    static void wait(const char* what, const std::function<bool()>& holds);
    // Runs the event loop for so long.
    static void rest(int ms);
    // The shell's own way to a place of the app.
    void go(const QString& place);

  private:
    mobile::Options m_options;
    mobile::Settings m_settings;
    mobile::App m_app;
    QQmlApplicationEngine m_engine;
    QQuickWindow* m_window = nullptr;
};

// What one frame costs: everything that the UI thread works from the end of the frame before to the end of this one
// (input, models, bindings, building delegates, polishing, synchronising, painting; the software renderer paints on
// this thread), and of that the part in which Qt paints.
class FrameMeter {
  public:
    struct Frame {
        double work = 0, painting = 0;  // ms of this thread
    };
    explicit FrameMeter(QQuickWindow& window);

    // Does `change`, and waits for the frame that shows it.
    void frame(const std::function<void()>& change);
    [[nodiscard]] const std::vector<Frame>& frames() const { return m_frames; }
    void forget() { m_frames.clear(); }

  private:
    QObject m_here;
    std::vector<Frame> m_frames;
    QQuickWindow& m_window;
    double m_last = 0, m_painted = 0, m_begun = 0;
    bool m_swapped = false;
};

// bench NAME.p50, .p99 and .max, in ms; and the longest frame to the limit: what is ours of it (.of_limit), and with
// what the software renderer painted, which elsewhere is the graphics driver's (.painted.of_limit).
void reportFrames(const QString& name, const std::vector<FrameMeter::Frame>& frames, double limit);
void report(const QString& name, double value, const char* unit);

}  // namespace plumb::bench
