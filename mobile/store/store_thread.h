// The app's way to its store: work is posted to the vault thread, which owns the LocalStore (SQLite and the vault), and
// the answer comes back to the UI thread as a queued call. Asking never blocks. An asker that is gone by then gets no
// answer.
//
//   store.ask(this, [](LocalStore& store) { return readQueue(store); }, [this](Result<QueueInfo> queue) { … });
//
// What breaks on the vault thread (a failing disk, a damaged file) is caught there and comes as an Error of kind
// broken.
#pragma once

#include <QObject>
#include <QPointer>
#include <QThread>
#include <exception>
#include <memory>
#include <mutex>
#include <type_traits>
#include <utility>

#include "mobile/store/local_store.h"
#include "mobile/store/time_info.h"

namespace plumb::mobile {

class StoreThread : public QObject {
    Q_OBJECT

  public:
    StoreThread(const QString& home, Clock clock);
    ~StoreThread() override;

    // Call on the UI thread. `work` runs on the vault thread as `Result<T>(LocalStore&)`, `then` on the UI thread.
    template <class Work, class Then>
    void ask(QObject* asker, Work work, Then then) {
        using Answer = std::invoke_result_t<Work, LocalStore&>;
        QPointer<QObject> alive(asker);
        QMetaObject::invokeMethod(
            m_place,
            [this, alive, work = std::move(work), then = std::move(then)]() mutable {
                Answer answer = guarded<Answer>([&] { return work(m_place->store); });
                QMetaObject::invokeMethod(
                    this,
                    [alive, then = std::move(then), answer = std::move(answer)]() mutable {
                        if (alive) then(std::move(answer));
                    },
                    Qt::QueuedConnection);
            },
            Qt::QueuedConnection);
    }

    [[nodiscard]] const QString& home() const { return m_home; }
    // The time as well as it is known: what days are counted from and what screens show. Any thread.
    [[nodiscard]] const Clock& clock() const { return m_clock; }
    // The tablet's own clock, right or wrong: waits are measured by it.
    [[nodiscard]] const Clock& tabletClock() const { return m_tabletClock; }
    // How wrong the tablet's clock is now, by what was last told.
    [[nodiscard]] store::ClockState clockState() const;
    void tellTime(const TimeInfo& fact);

  signals:
    // Somebody wrote what lists show: drafts, records, the queue.
    void storeChanged();

  private:
    struct Place : QObject {
        Place(std::filesystem::path home, Clock clock) : store(std::move(home), std::move(clock)) {}
        LocalStore store;
    };

    template <class Answer, class Work>
    static Answer guarded(Work work) {
        try {
            return work();
        } catch (const std::exception& broken) {
            return fail(ErrorKind::broken, "broken", broken.what());
        }
    }

    struct KnownTime {
        std::mutex mutex;
        TimeInfo fact;
        [[nodiscard]] store::ClockState stateAt(TimePoint wall);
    };

    QString m_home;
    std::shared_ptr<KnownTime> m_known = std::make_shared<KnownTime>();
    Clock m_tabletClock, m_clock;
    QThread m_thread;
    Place* m_place;  // lives on m_thread; deleted when it ends
};

}  // namespace plumb::mobile
