// A log that was put back from a backup (setup/backup.h) takes no line before an administrator opens it: what tablets
// have proved since the backup was made must not be written over by a server that does not know of it. The line that
// opens it is a log.recovered that names all that stands before it (shared/domain/recovery.h). Before it only the root
// may invite, and whom it invited may enrol: every administrator may have come after the backup.
//
// After that the fleet offers again what was lost. An enrolment among it may be older than its invitation's end: it is
// judged as of its own time for as long as the refilling may last.
//
// load(), admit() and opened() are for the writer's thread; the rest for any.
#pragma once

#include <mutex>

#include "shared/domain/recovery.h"
#include "sync-server/auth/trust.h"
#include "sync-server/log/head.h"

namespace plumb::server {

class RecoveryGate {
  public:
    // `places`: sizes that the log had when it was put back from a backup, each time; the last one counts.
    RecoveryGate(std::vector<std::uint64_t> places, crypto::NoteKey logKey, const Trust& trust)
        : m_places(std::move(places)), m_logKey(std::move(logKey)), m_trust(trust) {}

    // What opened the log, from the log itself. Again after a transaction that failed.
    void load(StoreReader& reader);

    // Whether the log waits to be opened.
    [[nodiscard]] bool waits() const;
    // Where the lines stand that opened it, each time.
    [[nodiscard]] std::vector<std::uint64_t> openings() const;

    // Whether this line may stand at `index` at `now`, as far as recovering goes; `root`: of the entries before it.
    // log_recovering (all but what opens the log), clock_ahead, wrong_role, bad_payload, bad_checkpoint.
    Result<void> admit(const record::Line& line, const record::Payload& payload, std::uint64_t index,
                       const crypto::CompactRange& before, TimePoint now) const;
    // A line that was admitted and stands at `index` from now on.
    void taken(const record::Payload& payload, std::uint64_t index);
    // Whether the line may be one that the fleet brings back: signed before the log was opened again, and it came while
    // that may last. What needs more than the line (a file, what others published since) is not asked of it.
    [[nodiscard]] bool mayComeBack(const record::Payload& payload, TimePoint now) const;
    // As of when the trust line is to be judged.
    [[nodiscard]] TimePoint judgedAt(const record::Payload& payload, TimePoint now) const;

  private:
    [[nodiscard]] Result<void> admitWaiting(const record::Line& line, const record::Payload& payload) const;

    std::vector<std::uint64_t> m_places;
    crypto::NoteKey m_logKey;
    const Trust& m_trust;
    mutable std::mutex m_mutex;
    std::vector<std::uint64_t> m_openings;  // one for each place, but for the last where the log waits
    std::optional<TimePoint> m_opened;      // the last of them
};

}  // namespace plumb::server
