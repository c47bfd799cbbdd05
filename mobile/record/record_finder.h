// The index thread: owns a store connection of its own, follows the store with the derived tables that lists and
// searches read (shared/store/derived), and answers searches. It begins when somebody signs in, folds a few lines at a
// time so that nobody who reads the tables waits for it, seals an image of them when much is new and on locking, and
// forgets everything then. Public calls are made on the UI thread and return at once; answers and signals arrive there
// as queued calls.
#pragma once

#include <QObject>
#include <QPointer>
#include <QThread>
#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>

#include "shared/crypto/vault.h"
#include "shared/store/derived/derived_tables.h"

namespace plumb::mobile {

class RecordFinder : public QObject {
    Q_OBJECT

  public:
    explicit RecordFinder(Clock clock);
    ~RecordFinder() override;

    // `derived` are the tables of that folder.
    void begin(const std::filesystem::path& folder, const crypto::DataKey& key,
               std::shared_ptr<store::DerivedTables> derived);
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
    // Everything that is stored is in the tables, after a time in which it was not.
    void completed();

  private:
    struct Worker;
    void turn();

    Clock m_clock;
    QThread m_thread;
    Worker* m_worker;                 // lives on m_thread; deleted when it ends
    std::atomic<bool> m_ended{true};  // nothing more is to be read
};

}  // namespace plumb::mobile
