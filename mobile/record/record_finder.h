// The index thread: owns a store connection of its own and the index by which records are searched
// (shared/store/record_search.h). It begins when somebody signs in, reads a few records at a time so that a search
// never waits for it, and forgets everything on locking. Public calls are made on the UI thread and return at once;
// answers and signals arrive there as queued calls.
#pragma once

#include <QObject>
#include <QPointer>
#include <QThread>
#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>

#include "shared/crypto/vault.h"
#include "shared/store/record_search.h"

namespace plumb::mobile {

class RecordFinder : public QObject {
    Q_OBJECT

  public:
    explicit RecordFinder(Clock clock);
    ~RecordFinder() override;

    void begin(const std::filesystem::path& folder, const crypto::DataKey& key);
    void end();
    // The store was written: there may be more to find.
    void refresh();

    struct Answer {
        QStringList ids;
        int total = 0;
        bool complete = true;  // everything that is stored was looked through
    };
    void find(QObject* asker, const QString& text, std::size_t offset, std::size_t limit,
              std::function<void(const Answer&)> then);

  signals:
    // More is known than before; at intervals while it is being read, and at its end.
    void grown();

  private:
    struct Worker;
    void turn();

    Clock m_clock;
    QThread m_thread;
    Worker* m_worker;                 // lives on m_thread; deleted when it ends
    std::atomic<bool> m_ended{true};  // nothing more is to be read
};

}  // namespace plumb::mobile
