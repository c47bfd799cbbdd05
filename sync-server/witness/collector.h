// Asks the witnesses that the operator named (C2SP tlog-witness) to cosign the log's newest checkpoint, a round a
// second at most and only when it changed. On a thread of its own and one more for each witness that is asked: no
// writer and no handler waits for one, and one that is dead or lies is asked ever more seldom.
//
// Nothing that a witness says is believed: its lines are verified by its key before they are kept. One that knows a
// larger log, or another one of this size, says that this log was put back or forked: the operator's log says so.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "shared/crypto/witness_policy.h"
#include "sync-server/store/reader_pool.h"
#include "sync-server/witness/call.h"
#include "sync-server/witness/cosigned_heads.h"

namespace plumb::server {

// The witnesses of a policy that have an address. malformed "bad_policy": the file cannot be read, none has one, or
// there are more than kMostWitnesses.
Result<std::vector<crypto::NamedWitness>> witnessesOf(std::string_view policy);

struct CollectorPlace {
    ReaderPool& readers;
    const HeadHolder& head;
    CosignedHeads& cosigned;
    Clock clock;
    // Whether this process is the one that asks.
    std::function<bool()> works = [] { return true; };
    std::function<void()> ended = [] {};  // a round
};

class Collector {
  public:
    Collector(CollectorPlace place, std::vector<crypto::NamedWitness> witnesses, std::unique_ptr<WitnessCall> call);
    // Breaks off what is under way.
    ~Collector();

    void start();
    // One round on the calling thread and those of the witnesses; false: none of them was due.
    bool step();

  private:
    struct Witness {
        crypto::NamedWitness who;
        std::string place = {};  // its key in CosignedHeads
        std::uint64_t size = 0;  // of the checkpoint that it cosigned last, as far as we know
        std::string note = {};   // which one that was
        TimePoint due{}, cosigned{};
        unsigned failed = 0;  // in a row
        WitnessState state = {};
    };
    void work();
    void ask(Witness& witness, const HeadPtr& head);
    Result<void> cosign(Witness& witness, const Head& head);
    Result<WitnessAnswer> put(const Witness& witness, const Head& head);
    void tellStates();

    CollectorPlace m_place;
    std::vector<Witness> m_witnesses;
    std::unique_ptr<WitnessCall> m_call;
    std::mutex m_mutex;
    std::condition_variable m_ends;
    bool m_ending = false;
    std::thread m_thread;
};

}  // namespace plumb::server
