// Makes every projection of a log anew, line by line, into a store: the log's own (rebuilding) or another (checking).
// The thread of the store's writer only.
#pragma once

#include "sync-server/ingest/chain_book.h"
#include "sync-server/ingest/projector.h"

namespace plumb::server {

class LogReplay {
  public:
    // What is passed outlives this. `lines` gives the texts of lines that were taken earlier.
    LogReplay(StoreWriter& into, StoreReader& lines)
        : m_into(into), m_chains(into.reader(), lines), m_projector(into) {}

    // A line as it was read from its text.
    struct Read {
        record::Line line;
        record::Payload payload;
    };
    // bad_line or bad_payload: what was stored is damaged.
    static Result<Read> read(std::string text);

    // REQUIRES: a transaction of `into` is open; indexes come one after the other from 0 on.
    void take(std::uint64_t index, TimePoint received, const Read& read);
    // The place of a line that cannot be read: the tree holds it all the same.
    void takeDamaged(std::string_view text);
    // Before each commit.
    void save() { m_chains.save(m_into); }
    [[nodiscard]] std::uint64_t size() const { return m_range.size(); }

  private:
    StoreWriter& m_into;
    ChainBook m_chains;
    Projector m_projector;
    crypto::CompactRange m_range;
};

}  // namespace plumb::server
