// The one writer. Pushes from any thread wait in a queue; the writer takes all that wait, judges their lines in order,
// puts them with their tree nodes and all that follows from them (projections/all.h) into one transaction, signs the
// new head, commits once (one fsync for all), publishes the head and only then answers. While the disk works, the next
// group gathers. A head that cannot be signed is one that nobody may know of: nothing of its group is committed.
//
// Where several processes share the store, the store asks in each transaction whether this one is still the sequencer
// (StoreWriter::guardBy). When it is not, nothing of the group is stored, its pushes are told to come again, and the
// writer writes nothing more: whoever owns it ends it and follows (front_end.h).
//
// What a push was answered as accepted is durable. When the disk is full nothing of the group is stored, every push of
// it gets `disk_full`, and the writer goes on; when the machinery breaks, they get `internal`, likewise.
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>

#include "sync-server/ingest/clock_guard.h"
#include "sync-server/ingest/ordered_validator.h"
#include "sync-server/log/head.h"
#include "sync-server/projections/all.h"

namespace plumb::server {

struct WriterCounts {
    std::atomic<std::uint64_t> accepted{0}, known{0}, refused{0}, groups{0}, groupLines{0}, full{0}, broken{0};
    std::atomic<std::uint64_t> commitMicroseconds{0};
};

struct WriterOptions {
    // Of all writers that a process has one after the other; none: the writer's own.
    std::shared_ptr<WriterCounts> counts = {};
    // Within the transaction of a group, with the head that its commit makes.
    std::function<void(sql::Connection&, const Head&)> sealing = {};
    // Before a group is committed, and when the head says what came of it: others may see the group in the database
    // before this process knows that it is there.
    std::function<void()> committing = {}, known = {};
    // The store is not this process's any more. On the writer's thread, once.
    std::function<void()> lost = {};
};

class LogWriter {
  public:
    // Borrows all of them. REQUIRES: `trust` and `checklists` were loaded from this store, and its projections are up
    // to date (rebuild.h): throws where they are not. `grown` is called on the writer's thread after each commit that
    // added lines.
    LogWriter(Store& store, Trust& trust, Checklists& checklists, const StatelessValidator& stateless,
              const LogSigner& signer, HeadHolder& head, ClockGuard& clock, RecoveryGate& gate,
              std::function<void()> grown, WriterOptions options = {});
    // Finishes what waits, then stops.
    ~LogWriter();

    // While it lives, the lines of a push are verified: it will be here in a moment.
    class Coming {
      public:
        // `writer` outlives this.
        explicit Coming(LogWriter& writer) : m_writer(writer) { ++m_writer.m_coming; }
        ~Coming() { --m_writer.m_coming; }
        Coming(const Coming&) = delete;
        Coming& operator=(const Coming&) = delete;

      private:
        LogWriter& m_writer;
    };

    // Durable when the future is ready. Errors: disk_full (full), internal (broken), clock_jumped (offline), busy
    // (offline): this process writes no more.
    std::future<Result<PushOutcome>> push(std::vector<Candidate> candidates);

    [[nodiscard]] const WriterCounts& counts() const { return *m_options.counts; }

  private:
    struct Push {
        std::vector<Candidate> candidates;
        std::promise<Result<PushOutcome>> promise;
    };
    void serve();
    void mend();
    std::vector<Push> waitForGroup();
    void commitGroup(std::vector<Push>& group);
    std::vector<PushOutcome> writeGroup(std::vector<Push>& group, TimePoint received);
    void append(Candidate& candidate, std::uint64_t index, TimePoint received, crypto::CompactRange& range);
    void loadRange();
    void forget();
    void startAnew();
    void lose();
    template <class Work>
    void whileOurs(const Work& work);

    StoreWriter& m_writer;
    Projections m_projections;
    std::vector<LineObserver*> m_observers;
    Trust& m_trust;
    const LogSigner& m_signer;
    HeadHolder& m_head;
    ClockGuard& m_clock;
    RecoveryGate& m_gate;
    std::function<void()> m_grown;
    WriterOptions m_options;
    WriterCounts& m_counts;
    ChainBook m_chains;
    OrderedValidator m_ordered;
    crypto::CompactRange m_range;
    std::vector<crypto::CompactRange::NewNode> m_newNodes;  // of the group at hand
    bool m_stale = false;                                   // the memory may hold what the log does not
    bool m_lost = false;                                    // the store is another process's

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Push> m_queue;
    std::atomic<std::size_t> m_coming{0};
    bool m_patient = false;  // the writer has a push and waits for more
    bool m_stop = false;
    std::thread m_thread;
};

}  // namespace plumb::server
