#include "mobile/record/record_finder.h"

#include <QElapsedTimer>

#include "mobile/ui/text.h"

namespace plumb::mobile {

namespace {
constexpr std::size_t kSlice = 50;  // records, some milliseconds: no search waits longer
constexpr qint64 kTell = 1000;      // how often what was read so far is told
}  // namespace

struct RecordFinder::Worker : QObject {
    std::unique_ptr<store::TabletStore> store;
    store::RecordSearch search;
    QElapsedTimer told;
    bool reading = false;  // a turn is queued
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

void RecordFinder::begin(const std::filesystem::path& folder, const crypto::DataKey& key) {
    m_ended = false;
    QMetaObject::invokeMethod(
        m_worker,
        [this, folder, key] {
            try {
                auto opened = store::TabletStore::open(folder, key, m_clock);
                if (opened) m_worker->store = std::move(*opened);
            } catch (const std::exception&) {
                // The vault thread meets the same fault and says it; without an index nothing is found.
            }
            m_worker->search = {};
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
            m_worker->store.reset();
            m_worker->search = {};
        },
        Qt::QueuedConnection);
}

void RecordFinder::refresh() {
    if (m_ended) return;
    QMetaObject::invokeMethod(
        m_worker,
        [this] {
            m_worker->search.stale();
            if (!m_worker->reading) turn();
        },
        Qt::QueuedConnection);
}

// On the index thread: reads a little, then lets whoever asked something meanwhile have an answer.
void RecordFinder::turn() {
    m_worker->reading = false;
    if (m_ended || !m_worker->store) return;
    try {
        if (!m_worker->search.update(*m_worker->store, kSlice)) return;
    } catch (const std::exception&) {
        return;
    }
    const bool complete = m_worker->search.complete();
    if (complete || m_worker->told.elapsed() >= kTell) {
        m_worker->told.restart();
        QMetaObject::invokeMethod(this, &RecordFinder::grown, Qt::QueuedConnection);
    }
    if (complete) return;
    m_worker->reading = true;
    QMetaObject::invokeMethod(
        m_worker, [this] { turn(); }, Qt::QueuedConnection);
}

void RecordFinder::find(QObject* asker, const QString& text, std::size_t offset, std::size_t limit,
                        std::function<void(const Answer&)> then) {
    QMetaObject::invokeMethod(
        m_worker,
        [this, alive = QPointer<QObject>(asker), text, offset, limit, then = std::move(then)] {
            const auto found = m_worker->search.find(ss(text), offset, limit);
            Answer answer;
            for (const auto& id : found.ids) answer.ids.append(qs(id));
            answer.total = static_cast<int>(found.total);
            answer.complete = m_worker->search.complete();
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
