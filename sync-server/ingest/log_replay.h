// Makes from the lines of a log, one after the other, what follows from them: the tree and the index, and every
// projection. Each goes on from where it stands, so that a line is taken by those that lack it and by no other. Into
// the log's own store (rebuilding) or into another one (checking). The thread of the store's writer only.
#pragma once

#include "shared/record/line.h"
#include "sync-server/ingest/chain_book.h"
#include "sync-server/projections/all.h"

namespace plumb::server {

// A stored line, read again.
struct StoredLine {
    std::uint64_t index = 0;
    TimePoint received{};
    std::string kid;
    Sha256 hash, leaf;
    record::Payload payload;
    Reading reading;
};

// REQUIRES: `payload` was read from `line`.
StoredLine storedLine(std::uint64_t index, TimePoint received, const record::Line& line, record::Payload payload);

class LogReplay {
  public:
    // For a log of `size` lines. What is of another version than this program's is cleared here, in a transaction of
    // its own. `into` and `lines`, which gives the texts of lines that were taken earlier, outlive this. Throws where
    // something holds more lines than there are: the last ones are lost, and that must not be smoothed over.
    LogReplay(StoreWriter& into, StoreReader& lines, std::uint64_t size);

    // The first line that somebody lacks, at most `size`.
    [[nodiscard]] std::uint64_t next() const;
    // Who lacks lines.
    [[nodiscard]] std::vector<std::string> behind() const;
    // Whether the tree and the index are among them: only they need a line's leaf.
    [[nodiscard]] bool indexIsBehind() const { return m_range.size() < m_size; }

    // REQUIRES: a transaction of `into` is open; `line` is the next one.
    void take(const StoredLine& line);
    // The place of a line that cannot be read: the tree holds it all the same.
    void takeDamaged(std::uint64_t index, std::string_view text);
    // How far each came. Before each commit.
    void save();

  private:
    struct Part {
        std::unique_ptr<Projection> projection;
        std::uint64_t upto = 0;
        bool finished = false;
    };
    void clearStale();
    void finishThoseAtTheEnd();

    StoreWriter& m_into;
    std::uint64_t m_size;
    ChainBook m_chains;
    std::vector<Part> m_parts;
    crypto::CompactRange m_range;
};

}  // namespace plumb::server
