// The server's store: the log. `lines` is append-only truth; beside it stand the tree that proves it and the index by
// which lines are found (hash, author and number, record, type, place), which are made from the lines and can be made
// again. What lines mean is not known here: projections (sync-server/projections) keep that in tables of their own,
// through the same connections (sql.h).
//
// One StoreWriter, used by one thread; any number of StoreReaders, each used by one thread at a time, each seeing what
// was committed before its call began. Errors: StoreFull where there is no space (nothing of the transaction remains),
// any other exception is broken machinery.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "shared/crypto/merkle.h"
#include "sync-server/store/rows.h"
#include "sync-server/store/sql.h"

namespace plumb::server {

// A stored line is not what was taken in: its bytes and the hash that the index keeps no longer agree. Such a line is
// never handed out.
struct DamagedLine : std::runtime_error {
    explicit DamagedLine(std::uint64_t index)
        : std::runtime_error("line " + std::to_string(index) +
                             " of the log is not what was taken in; stop the server and run plumbserver check") {}
};

// A line as it lies there, whatever its bytes say by now.
struct RawLine {
    std::uint64_t index = 0;
    TimePoint received{};
    std::string text;
    std::optional<Sha256> hash;  // of the line that was taken in; none where the index does not hold it (yet)
};

class StoreReader {
  public:
    // Borrows the connection, which must outlive it.
    explicit StoreReader(sql::Connection& connection) : m_sql(connection) {}
    virtual ~StoreReader() = default;
    StoreReader(const StoreReader&) = delete;
    StoreReader& operator=(const StoreReader&) = delete;

    // For projections' queries.
    [[nodiscard]] sql::Connection& connection() { return m_sql; }

    // The log.
    std::uint64_t size();
    std::optional<TimePoint> receivedAt(std::uint64_t index);
    // Throws DamagedLine.
    std::optional<std::string> line(std::uint64_t index);
    std::optional<Entry> entry(std::uint64_t index);
    std::optional<Entry> entryByHash(const Sha256& hash);
    // The one with the lowest hash that is not below this one.
    std::optional<Entry> entryFrom(const Sha256& hash);
    Sha256 node(crypto::NodeId id);
    // Every line from `from` on in log order, for rebuilding and checking, until `take` answers false.
    void eachLine(std::uint64_t from, const std::function<bool(RawLine)>& take);
    // Trust lines in log order, with the time of arrival. Throws DamagedLine.
    void eachTrustLine(const std::function<void(std::uint64_t index, TimePoint received, std::string line)>& take);
    // The hashes of the trust lines that stand before `index`, in log order.
    void eachTrustHash(std::uint64_t index, const std::function<void(const Sha256&)>& take);
    // Log indexes of trust lines from `from` on, at most `limit`.
    std::vector<std::uint64_t> trustIndexes(std::uint64_t from, std::size_t limit);
    // Entries from `from` on, without their text; `take` answers whether to go on. At most `limit` rows.
    void scan(std::uint64_t from, std::size_t limit, const std::function<bool(const Entry&)>& take);
    // The first line under this id: who owns the id.
    std::optional<Entry> firstOfRecord(std::string_view record);

    // Authors' chains.
    std::optional<ChainState> chain(std::string_view kid);
    // Lines of this author with this number, oldest first, at most `limit`.
    std::vector<Entry> placesOf(std::string_view kid, std::uint64_t seq, std::size_t limit);
    // The same from the number `seq` on, by number and then by arrival.
    std::vector<Entry> chainFrom(std::string_view kid, std::uint64_t seq, std::size_t limit);
    // Runs of numbers, first to last, that no line of this author has, refused ones aside; and numbers that several
    // have. At most `limit`, the lowest first. One pass over the author's entries.
    std::vector<std::pair<std::uint64_t, std::uint64_t>> missingPlaces(std::string_view kid, std::size_t limit);
    std::vector<std::uint64_t> doubledPlaces(std::string_view kid, std::size_t limit);
    ChainTotals chainTotals();
    // How many numbers below `tip` have no line of this author but one that was refused.
    std::uint64_t refusedPlaces(std::string_view kid, std::uint64_t tip);

  private:
    sql::Connection& m_sql;
};

class StoreWriter {
  public:
    // Borrows the connection, which must outlive it.
    explicit StoreWriter(sql::Connection& connection) : m_sql(connection), m_reader(connection) {}

    // Sees what this writer wrote, committed or not. For the writer's thread.
    [[nodiscard]] StoreReader& reader() { return m_reader; }
    [[nodiscard]] sql::Connection& connection() { return m_sql; }

    // One transaction at a time. rollback() may be called at any point and does not throw.
    // REQUIRES: everything below is called between begin() and commit().
    void begin();
    void commit() { m_sql.commit(); }
    void rollback() noexcept;
    // Where several processes share a database: asked first in every transaction, whether this one may still write.
    // What it throws begin() throws, and nothing is begun. Empty for none.
    void guardBy(std::function<void(sql::Connection&)> guard) { m_guard = std::move(guard); }
    [[nodiscard]] bool guarded() const { return static_cast<bool>(m_guard); }

    // Truth.
    void appendLine(std::uint64_t index, TimePoint received, std::string_view line);
    // A line of an enrolled key that was refused. Not made from the log, and no loss when it is gone: its author offers
    // it again.
    void putRefused(std::string_view kid, std::uint64_t seq, const Sha256& hash, std::string_view code);

    // The tree and the index.
    void putEntry(const Entry& entry, bool trust);
    void putNodes(std::span<const crypto::CompactRange::NewNode> nodes);
    void putChain(std::string_view kid, const ChainState& state);
    // The number that stands for an author in tables.
    std::int64_t authorNumber(std::string_view kid);
    // Empties them, so that they can be made again. Numbers of authors are others then.
    void clearIndex();

  private:
    sql::Connection& m_sql;
    StoreReader m_reader;
    std::function<void(sql::Connection&)> m_guard;
    std::unordered_map<std::string, std::int64_t> m_authors;  // kid → number; emptied with a transaction that failed
};

class Store {
  public:
    virtual ~Store() = default;
    virtual StoreWriter& writer() = 0;
    virtual std::unique_ptr<StoreReader> openReader() = 0;
    // One more connection that reads and writes the log's database, beside the writer's. A statement outside begin() is
    // a transaction of its own.
    virtual std::unique_ptr<sql::Connection> connect() = 0;
    // The same for what is kept beside the log and not made from it (spent_ids.h, saved_views.h …), under names that do
    // not meet those of the log's tables. Null where each of these is a file of its own.
    virtual std::unique_ptr<sql::Connection> connectBooks() { return nullptr; }
    // Ends what another process began as the sequencer (sequencer_row.h) and has let stand for seconds: stopped or cut
    // off, it must not keep everybody from writing. Nothing where the system ends it with the process.
    virtual void endStanding() {}
};

// Node hashes as the Merkle tree asks for them; `reader` must outlive it. Remembers what it read, since the proofs of
// one answer share most of their nodes.
crypto::NodeReader nodesOf(StoreReader& reader);

}  // namespace plumb::server
