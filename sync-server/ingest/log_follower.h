// Brings what a process keeps of the log in memory (trust, checklists, what opened the log, the head) to what the
// database holds, where another process appends to it. Each look is one snapshot: the log, what was made from it, and
// the checkpoint that the sequencer wrote with its newest lines are of one moment.
//
// A head is published only after three things were found of it: the tree of the database proves that it contains the
// head before it; this process, which holds the log's key, signs the very same checkpoint from what it read; and it is
// not smaller. So whichever front end a caller meets, it hands out one log.
//
// One thread. Throws what the database throws, and LogDiverged.
#pragma once

#include "sync-server/auth/trust.h"
#include "sync-server/ingest/checklists.h"
#include "sync-server/ingest/recovery_gate.h"
#include "sync-server/log/head.h"
#include "sync-server/store/sequencer_row.h"

namespace plumb::server {

// What the database holds is not the log that was handed out before. Nothing may be handed out any more.
struct LogDiverged : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct FollowedPlace {
    Store& store;
    Trust& trust;
    Checklists& checklists;
    RecoveryGate& gate;
    const LogSigner& signer;
    HeadHolder& head;
};

class LogFollower {
  public:
    // All that is passed outlives this.
    explicit LogFollower(FollowedPlace place) : m_place(place), m_reader(place.store.openReader()) {}

    // Whether memory holds all that the log held when this began. False where the sequencer has not said yet what the
    // log is; `sequencing`: this process is the sequencer, and what nobody signed yet is its own to sign.
    bool look(bool sequencing);
    // The memory may hold what the log does not: the next look begins anew.
    void forget() { m_known = false; }
    // As the last look saw it.
    [[nodiscard]] const SequencerRow& row() const { return m_row; }

  private:
    bool takeUp(bool sequencing);
    void checkVersions();
    void follow(std::uint64_t size);

    FollowedPlace m_place;
    std::unique_ptr<StoreReader> m_reader;
    SequencerRow m_row;
    std::optional<std::uint64_t> m_epoch;  // in which the versions of what the database holds were looked at
    bool m_known = false;                  // memory holds what the head covers, and nothing else
};

}  // namespace plumb::server
