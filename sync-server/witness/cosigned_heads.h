// Which cosignatures came for which checkpoint, and which checkpoint outsiders are given. Kept in memory alone: after a
// restart the next round brings them again. Of several front ends one asks, and tells the others. Thread-safe.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "sync-server/log/head.h"

namespace plumb::server {

// How it stands with one witness, for the operator.
struct WitnessState {
    std::string name;
    std::uint64_t size = 0;  // of the largest checkpoint that it cosigned since the start
    TimePoint at{};          // when it did so last
    std::uint64_t failures = 0;
    std::string error;  // why it did not, the last time; "" where it did
};

// A head and the signature lines of witnesses that came for it.
struct CosignedHead {
    HeadPtr head;
    std::string lines;
    TimePoint ended{};
};

class CosignedHeads {
  public:
    // A round asks witnesses for this head; lines of the same one are kept.
    void begin(const HeadPtr& head);
    // A signature line of a witness, with its newline, which was verified.
    void add(const std::string& witness, std::string line);
    // All that were asked have answered or failed.
    void end(TimePoint now);

    // What the last round that brought any came to; null head: there was none.
    [[nodiscard]] CosignedHead newest() const;
    // What another front end's round came to. An older one than is known is passed over.
    void adopt(CosignedHead other);

    // The head's note, with the signature lines that came for it.
    [[nodiscard]] std::string noteOf(const Head& head) const;
    // What is given to outsiders: the newest checkpoint that witnesses cosigned, as long as it is not older than
    // kShowCosigned, else the head; never a smaller one than before.
    [[nodiscard]] std::string published(const Head& head, TimePoint now);

    void setStates(std::vector<WitnessState> states);
    [[nodiscard]] std::vector<WitnessState> states() const;

  private:
    struct Cosigned {
        HeadPtr head;
        std::map<std::string, std::string> lines;  // by the witness's place in the configuration
        TimePoint ended{};
        [[nodiscard]] bool isOf(const Head& other) const { return head && head->note == other.note; }
        [[nodiscard]] std::string note() const;
    };

    mutable std::mutex m_mutex;
    Cosigned m_asked, m_ended;
    std::uint64_t m_published = 0;
    std::vector<WitnessState> m_states;
};

}  // namespace plumb::server
