// The app's way to its store: work is posted to the vault thread, which owns the LocalStore (SQLite and the vault), and
// the answer comes back to the UI thread as a queued call. Asking never blocks. An asker that is gone by then gets no
// answer.
//
//   store.ask(this, [](LocalStore& store) { return readQueue(store); }, [this](Result<QueueInfo> queue) { … });
//
// What breaks on the vault thread (a failing disk, a damaged file) is caught there and comes as an Error of kind
// broken.
//
// What takes long and needs no store (reading a picked file, decoding a picture) comes before, on a thread of its own:
//
//   store.askPrepared(this, [] { return readPicked(…); }, [](LocalStore& store, PickedFile file) { … }, [this](…) { …
//   });
//
// One at a time, in the order in which it was asked, and the next is not begun before what was prepared went through
// the vault thread: forty photos are never in memory together, and what is asked meanwhile waits for the sealing of
// one. Refused "locked_meanwhile" where the store that was open then is not any more: what was begun for one person is
// never finished in another one's vault.
#pragma once

#include <QObject>
#include <QPointer>
#include <QThread>
#include <QThreadPool>
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

    // Call on the UI thread. `prepare` runs as `Result<P>()`, `work` on the vault thread as `Result<T>(LocalStore&, P)`
    // where it went well, `then` on the UI thread. What was not begun when this goes is dropped: nobody hears of it.
    template <class Prepare, class Work, class Then>
    void askPrepared(QObject* asker, Prepare prepare, Work work, Then then) {
        using Prepared = std::invoke_result_t<Prepare>;
        using Answer = std::invoke_result_t<Work, LocalStore&, typename Prepared::value_type>;
        struct Errand {
            QPointer<QObject> alive;
            Prepare prepare;
            Work work;
            Then then;
        };
        // Qt's pool wants what can be copied; `then` may hold what is let go of on the UI thread alone, and moves
        // there.
        auto errand = std::make_shared<Errand>(
            Errand{QPointer<QObject>(asker), std::move(prepare), std::move(work), std::move(then)});
        m_preparing.start([this, errand = std::move(errand), opening = m_place->store.opening()] {
            Answer answer = fail(ErrorKind::broken, "broken", "nothing was prepared");
            if (Prepared prepared = guarded<Prepared>([&] { return errand->prepare(); }); !prepared) {
                answer = fail(prepared.error());
            } else {
                QMetaObject::invokeMethod(
                    m_place,
                    [&] {
                        if (m_place->store.opening() != opening) return void(answer = fail(lockedMeanwhile()));
                        answer = guarded<Answer>([&] { return errand->work(m_place->store, std::move(*prepared)); });
                    },
                    Qt::BlockingQueuedConnection);
            }
            QMetaObject::invokeMethod(
                this,
                [alive = errand->alive, then = std::move(errand->then), answer = std::move(answer)]() mutable {
                    if (alive) then(std::move(answer));
                },
                Qt::QueuedConnection);
        });
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

    static Error lockedMeanwhile();

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
    QThreadPool m_preparing;  // of one thread
    Place* m_place;           // lives on m_thread; deleted when it ends
};

}  // namespace plumb::mobile
