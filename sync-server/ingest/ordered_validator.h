// The part of a line's judgement that depends on the log's order: is it known, may its author say it now, is what it
// refers to there, where does it stand in its author's chain. The writer's thread only.
//
// Odd but accepted: "gap" (a line of this author is missing, said until it came), "fork" (a cloned or restored device),
// "clock" (signed a day and more after now, or before what it claims to have seen), "seen" (it claims to have seen a
// checkpoint that this log never had).
#pragma once

#include "sync-server/ingest/candidate.h"
#include "sync-server/ingest/chain_book.h"
#include "sync-server/ingest/recovery_gate.h"
#include "sync-server/ingest/stateless_validator.h"

namespace plumb::server {

class OrderedValidator {
  public:
    // All that is passed outlives this.
    OrderedValidator(Trust& trust, Checklists& checklists, const StatelessValidator& stateless, ChainBook& chains,
                     StoreReader& reader, RecoveryGate& gate)
        : m_trust(trust),
          m_checklists(checklists),
          m_stateless(stateless),
          m_chains(chains),
          m_reader(reader),
          m_gate(gate) {}

    // For a line that is to stand after what `range` holds. What is accepted has been taken into the trust book and the
    // chains.
    Decision validate(Candidate& candidate, const crypto::CompactRange& range, TimePoint now);

  private:
    Result<void> checkOrder(const Candidate& candidate, std::uint64_t index, TimePoint now);
    bool clockIsOdd(const Candidate& candidate, TimePoint now);
    bool seenIsOdd(const record::Payload& payload, std::uint64_t index);
    // When this log reached the size of the checkpoint that the line names.
    std::optional<TimePoint> seenAt(const record::Payload& payload);
    std::optional<TimePoint> timeOfSize(std::uint64_t size);

    Trust& m_trust;
    Checklists& m_checklists;
    const StatelessValidator& m_stateless;
    ChainBook& m_chains;
    StoreReader& m_reader;
    RecoveryGate& m_gate;
    std::pair<std::uint64_t, Sha256> m_lastRoot{0, crypto::emptyRoot()};
    std::pair<std::uint64_t, std::optional<TimePoint>> m_lastSeen{
        0, {}};  // most lines of one hour saw the same checkpoint
};

}  // namespace plumb::server
