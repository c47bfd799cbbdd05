#include "mobile/record/record_finder.h"

#include <QElapsedTimer>
#include <utility>

#include "mobile/store/give_back.h"
#include "mobile/ui/text.h"
#include "shared/store/tuning.h"

namespace plumb::mobile {

namespace {
constexpr qint64 kTell = 1000;  // how often what was read so far is told, ms
}  // namespace

struct RecordFinder::Worker : QObject {
    std::unique_ptr<store::TabletStore> store;
    std::shared_ptr<store::DerivedTables> derived;
    QElapsedTimer told;
    bool reading = false;  // a turn is queued
    bool behind = false;   // the last turn left something

    // A cache: where it cannot be written, unlocking takes longer.
    void keepImage(std::size_t least) {
        try {
            if (store && derived) (void)derived->keepImage(*store, least);
        } catch (const std::exception&) {
        }
    }
};

RecordFinder::RecordFinder(Clock clock) : m_clock(std::move(clock)), m_worker(new Worker) {
    m_thread.setObjectName(QStringLiteral("index"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start(QThread::LowPriority);
}

RecordFinder::~RecordFinder() {
    m_ended = true;
    m_thread.quit();
    m_thread.wait();
}

void RecordFinder::begin(const std::filesystem::path& folder, const crypto::DataKey& key,
                         std::shared_ptr<store::DerivedTables> derived) {
    m_ended = false;
    QMetaObject::invokeMethod(
        m_worker,
        [this, folder, key, derived = std::move(derived)] {
            try {
                auto opened = store::TabletStore::open(folder, key, m_clock);
                if (opened) m_worker->store = std::move(*opened);
            } catch (const std::exception&) {
                // The vault thread meets the same fault and says it; without an index nothing is found.
            }
            m_worker->derived = derived;
            m_worker->behind = true;  // whoever looked before may have seen a part
            m_worker->told.start();
            turn();
        },
        Qt::QueuedConnection);
}

void RecordFinder::end() {
    m_ended = true;
    QMetaObject::invokeMethod(
        m_worker,
        [this] {
            m_worker->keepImage(store::kImageAtLocking);
            m_worker->store.reset();
            m_worker->derived.reset();
        },
        Qt::QueuedConnection);
}

void RecordFinder::refresh() {
    if (m_ended) return;
    QMetaObject::invokeMethod(
        m_worker,
        [this] {
            if (!m_worker->reading) turn();
        },
        Qt::QueuedConnection);
}

// On the index thread: reads a little, then lets whoever asked something meanwhile have an answer.
void RecordFinder::turn() {
    m_worker->reading = false;
    if (m_ended || !m_worker->store || !m_worker->derived) return;
    bool complete = false;
    try {
        complete = m_worker->derived->follow(*m_worker->store, store::kFollowedAtATime);
    } catch (const std::exception&) {
        return;
    }
    if (complete || m_worker->told.elapsed() >= kTell) {
        m_worker->told.restart();
        QMetaObject::invokeMethod(this, &RecordFinder::grown, Qt::QueuedConnection);
    }
    if (complete && std::exchange(m_worker->behind, false))
        QMetaObject::invokeMethod(this, &RecordFinder::completed, Qt::QueuedConnection);
    m_worker->behind = !complete;
    if (complete) {
        m_worker->keepImage(store::kImageAfter);
        m_worker->store->forgetPages();
        giveBackMemory();
        return;
    }
    m_worker->reading = true;
    QMetaObject::invokeMethod(
        m_worker, [this] { turn(); }, Qt::QueuedConnection);
}

void RecordFinder::find(QObject* asker, const QString& text, std::size_t offset, std::size_t limit,
                        std::function<void(const Answer&)> then) {
    QMetaObject::invokeMethod(
        m_worker,
        [this, alive = QPointer<QObject>(asker), text, offset, limit, then = std::move(then)] {
            Answer answer;
            if (m_worker->store && m_worker->derived) try {
                    const auto found = m_worker->derived->find(*m_worker->store, ss(text), offset, limit);
                    for (const auto& id : found.ids) answer.ids.append(qs(id));
                    answer.total = static_cast<int>(found.total);
                    answer.complete = found.complete;
                } catch (const std::exception&) {
                    answer = {{}, 0, false};
                }
            QMetaObject::invokeMethod(
                this,
                [alive, then, answer] {
                    if (alive) then(answer);
                },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

}  // namespace plumb::mobile
