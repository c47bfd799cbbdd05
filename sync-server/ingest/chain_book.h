// The authors' chains as the writer sees them: for the usual line, the next of its author, nothing is read from the
// disk. The writer's thread only.
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>

#include "shared/record/chain.h"
#include "sync-server/store/store.h"

namespace plumb::server {

class ChainBook {
  public:
    // `reader` outlives this; it sees what the writer wrote, committed or not.
    explicit ChainBook(StoreReader& reader) : m_reader(reader) {}

    // The log index of this very line, where it is in the log already.
    std::optional<std::uint64_t> known(const std::string& kid, std::uint64_t seq, const Sha256& hash);
    // Where a line that is not known stands in its author's chain; takes it in.
    record::Link add(const std::string& kid, std::uint64_t seq, const std::optional<Sha256>& prev, const Sha256& hash);
    // Whether a line of this author is missing that was not refused.
    [[nodiscard]] bool hasGap(const std::string& kid);

    // Writes what changed since the last save.
    void save(StoreWriter& writer);
    // Forgets everything: after a transaction that failed, and before rebuilding.
    void reset();

  private:
    ChainState& stateOf(const std::string& kid);
    bool namesOneOf(const std::optional<Sha256>& prev, const std::vector<Entry>& before) const;
    bool fitsBetween(const std::string& kid, std::uint64_t seq, const std::optional<Sha256>& prev, const Sha256& hash);

    StoreReader& m_reader;
    std::unordered_map<std::string, ChainState> m_states;
    std::unordered_set<std::string> m_changed;
};

}  // namespace plumb::server
