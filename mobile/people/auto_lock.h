// Says when nobody has touched the tablet for so long that it has to lock. Touches, keys and the mouse count, of any
// window of the app; what must not be cut short holds it (a signature, a photo that is taken in, a recording that
// plays), and the time counts anew from its end. UI thread.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <chrono>
#include <functional>

namespace plumb::mobile {

class AutoLock : public QObject {
    Q_OBJECT

  public:
    // Watches every event of the application while it lives.
    explicit AutoLock(QObject* parent);
    ~AutoLock() override;

    // Without a touch for so long; zero: never.
    void setAfter(std::chrono::milliseconds after);
    // Only while somebody is signed in.
    void watch(bool watched);
    // Asked each time before it is said.
    void holdWhile(std::function<bool()> held) { m_held = std::move(held); }

    bool eventFilter(QObject* watched, QEvent* event) override;

  signals:
    void due();

  private:
    void look();

    std::chrono::milliseconds m_after{0};
    std::function<bool()> m_held;
    QElapsedTimer m_untouched;
    QTimer m_tick;
};

}  // namespace plumb::mobile
