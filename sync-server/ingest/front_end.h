// One of several processes that serve one log. Each verifies, scores and reads; one at a time, the sequencer, appends
// (turn.h says which). This is what changes a process from the one role to the other: as the sequencer it has a
// LogWriter, else a LogFollower brings what it keeps in memory after the log. Both never run at once.
//
// Lines that come in at a front end which is not the sequencer are handed over to the one that is (HandOver), or told
// to come again. What is trusted there, and why, stands with http/handed_lines.h.
//
// No call is answered from less than what any front end answered before: current() waits until this one knows all that
// the log held when the call came. A sequencer that may have been asleep is none until the row says that it still is,
// and one that is committing waits for what comes of it, since others may see it in the database by then.
//
// Two threads: the turn's, and the one that changes roles and follows ("front end"). Thread-safe.
#pragma once

#include <atomic>
#include <shared_mutex>

#include "sync-server/ingest/log_follower.h"
#include "sync-server/ingest/log_writer.h"
#include "sync-server/ingest/rebuild.h"
#include "sync-server/ingest/turn.h"

namespace plumb::server {

// Brings judged lines to the front end at this address. Blocks until they are durable there. Errors: whatever that one
// says of the push as a whole; offline "busy" where it cannot be reached, or is not the sequencer.
class HandOver {
  public:
    virtual ~HandOver() = default;
    virtual Result<PushOutcome> push(const std::string& address, const std::vector<Candidate>& candidates) = 0;
};

struct FrontEndPlace {
    FollowedPlace followed;
    const StatelessValidator& stateless;
    ClockGuard& clock;
    std::function<void()> grown;                                         // the log that this process knows has grown
    std::function<void(const SequencerRow&)> seen = [](const auto&) {};  // with the log, where another one appends
    RebuildProgress progress = [](const auto&, std::uint64_t, std::uint64_t) {};
};

// For operators.
struct FrontEndState {
    std::string name, sequencer, address;  // "" where there is none
    std::uint64_t epoch = 0;
    bool sequencing = false;
    std::uint64_t behind = 0;  // lines that the log has and this front end does not know yet
    std::string trouble;       // why it does not follow; "": it does
};

class FrontEnd {
  public:
    // Borrows what it is given; `handOver` may be null: then nothing is handed over.
    FrontEnd(FrontEndPlace place, TurnOptions options, HandOver* handOver);
    // Finishes what waits, and leaves the turn to another one.
    ~FrontEnd();

    // Starts the threads (none where `threads` is false: then whoever calls does their work, for tests) and returns
    // when this front end knows the log, however long the sequencer takes to bring it up to date. front_end_lost
    // (broken): this database cannot be followed, and why.
    Result<void> begin(bool threads = true);
    // One look at the turn and one at the log. REQUIRES: no threads.
    void step();

    // Blocks until what was accepted is durable, and known here. Errors: those of LogWriter::push, and busy.
    Result<PushOutcome> push(std::vector<Candidate> candidates);
    // Lines that another front end handed over. busy where this one is not the sequencer.
    Result<PushOutcome> takeOver(std::vector<Candidate> candidates);
    // See above. busy: it did not come to know in time.
    Result<void> current();

    [[nodiscard]] bool sequencing() const { return *m_sequencing; }
    // The same for those who outlive this.
    [[nodiscard]] std::shared_ptr<const std::atomic<bool>> role() const { return m_sequencing; }
    [[nodiscard]] FrontEndState state() const;
    [[nodiscard]] const WriterCounts& counts() const { return *m_counts; }
    [[nodiscard]] std::uint64_t handedOver() const { return m_handedOver; }

  private:
    void work();
    void wake();
    void look();
    void changeRoles();
    void becomeSequencer(std::uint64_t epoch);
    void becomeFollower();
    std::optional<std::future<Result<PushOutcome>>> queue(std::vector<Candidate>& candidates);
    // The sequencer, and not perhaps; and its head covers what it had begun to commit.
    [[nodiscard]] bool surely(std::uint64_t commits) const;
    Result<PushOutcome> known(Result<PushOutcome> outcome);
    void tell(bool known, std::uint64_t asked, std::string trouble);

    FrontEndPlace m_place;
    TurnOptions m_options;
    HandOver* m_handOver;
    std::shared_ptr<WriterCounts> m_counts = std::make_shared<WriterCounts>();
    std::atomic<std::uint64_t> m_handedOver{0};
    const std::shared_ptr<std::atomic<bool>> m_sequencing = std::make_shared<std::atomic<bool>>(false);
    std::atomic<bool> m_writerLost{false};
    // Commits that were begun, and how many of these it is known what came of.
    std::atomic<std::uint64_t> m_commitsBegun{0}, m_commitsKnown{0};

    std::mutex m_looking;  // of what follows: held by whoever changes roles and follows
    LogFollower m_follower;
    std::uint64_t m_epoch = 0;    // in which this one is the sequencer
    std::shared_mutex m_writing;  // of m_writer: shared to queue, alone to change it
    std::unique_ptr<LogWriter> m_writer;

    mutable std::mutex m_mutex;  // of what follows
    std::condition_variable m_wake, m_known;
    std::uint64_t m_asked = 0, m_answered = 0;  // tickets of those who want to know all of the log
    SequencerRow m_row;                         // as it was seen with the log last
    std::string m_trouble;
    bool m_threads = false, m_stop = false;

    Turn m_turn;
    std::thread m_thread;
};

}  // namespace plumb::server
