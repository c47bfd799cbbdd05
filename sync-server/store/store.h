// The server's store as an interface: `lines` is append-only truth, everything else is a projection made from it
// (ingest/projector.h) and can be made again. One StoreWriter, used by one thread; any number of Readers, each used by
// one thread at a time, each seeing what was committed before its call began.
//
// Errors: StoreFull where there is no space (nothing of the transaction remains), any other exception is broken
// machinery.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string_view>

#include "shared/crypto/merkle.h"
#include "shared/record/payload.h"
#include "sync-server/store/rows.h"

namespace plumb::server {

struct StoreFull : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// A stored line is not what was taken in: its bytes and the hash that the index keeps no longer agree. Such a line is
// never handed out.
struct DamagedLine : std::runtime_error {
    explicit DamagedLine(std::uint64_t index)
        : std::runtime_error("line " + std::to_string(index) +
                             " of the log is not what was taken in; stop the server and run plumbserver check") {}
};

class StoreReader {
  public:
    virtual ~StoreReader() = default;

    // The log.
    virtual std::uint64_t size() = 0;
    virtual std::optional<TimePoint> receivedAt(std::uint64_t index) = 0;
    // Throws DamagedLine.
    virtual std::optional<std::string> line(std::uint64_t index) = 0;
    virtual std::optional<Entry> entry(std::uint64_t index) = 0;
    virtual std::optional<Entry> entryByHash(const Sha256& hash) = 0;
    virtual Sha256 node(crypto::NodeId id) = 0;
    // Every line in log order as it lies there, for rebuilding and checking.
    virtual void eachLine(
        const std::function<void(std::uint64_t index, TimePoint received, std::string line)>& take) = 0;
    // Trust lines in log order, with the time of arrival. Throws DamagedLine.
    virtual void eachTrustLine(
        const std::function<void(std::uint64_t index, TimePoint received, std::string line)>& take) = 0;
    // Log indexes of trust lines from `from` on, at most `limit`.
    virtual std::vector<std::uint64_t> trustIndexes(std::uint64_t from, std::size_t limit) = 0;
    // Entries from `from` on, without their text; `take` answers whether to go on. At most `limit` rows.
    virtual void scan(std::uint64_t from, std::size_t limit, const std::function<bool(const Entry&)>& take) = 0;

    // Authors' chains.
    virtual std::optional<ChainState> chain(std::string_view kid) = 0;
    // Lines of this author with this number, oldest first, at most `limit`.
    virtual std::vector<Entry> placesOf(std::string_view kid, std::uint64_t seq, std::size_t limit) = 0;
    virtual ChainTotals chainTotals() = 0;
    // How many numbers below `tip` have no line of this author but one that was refused.
    virtual std::uint64_t refusedPlaces(std::string_view kid, std::uint64_t tip) = 0;

    // Records.
    // The first line under this id: who owns the id.
    virtual std::optional<Entry> firstOfRecord(std::string_view record) = 0;
    // The submission's history: amendments and reviews that name it, newest first, without the submission itself; at
    // most `limit` of those below log index `before`.
    virtual std::vector<Entry> historyOf(std::string_view record, std::uint64_t before, std::size_t limit) = 0;
    virtual std::uint64_t countHistory(std::string_view record, std::uint64_t before) = 0;
    virtual std::optional<InspectionRow> inspection(std::string_view record) = 0;
    // By submission's index, from `after` (exclusive; none: from the first), until `take` answers false.
    virtual void eachInspection(records::InspectionStatus status, std::optional<std::uint64_t> after,
                                const std::function<bool(const InspectionRow&)>& take) = 0;
    virtual std::vector<Tally> tallies() = 0;

    // Reference.
    // The lines that published this id, in log order.
    virtual std::vector<Entry> publications(std::string_view type, std::string_view id) = 0;
    virtual std::optional<std::uint64_t> siteLine(std::string_view site) = 0;
    virtual std::string siteName(std::string_view site) = 0;
    virtual std::optional<ChecklistRow> checklist(const Sha256& sha256) = 0;
    virtual std::optional<ChecklistRow> checklist(std::string_view id, std::string_view version) = 0;
    virtual std::vector<ChecklistRow> checklists() = 0;

    // Files.
    // Lines that name the file, in log order, until `take` answers false.
    virtual void eachUse(const Sha256& sha256, const std::function<bool(const FileUse&)>& take) = 0;
    virtual std::vector<Sha256> filesOf(std::uint64_t index) = 0;
    // Each file that a line names, once, by its hash.
    virtual void eachNamedFile(const std::function<void(const NamedFile&)>& take) = 0;
    virtual std::uint64_t countNamedFiles() = 0;
};

class StoreWriter {
  public:
    virtual ~StoreWriter() = default;

    // Sees what this writer wrote, committed or not. For the writer's thread.
    virtual StoreReader& reader() = 0;

    // One transaction at a time. rollback() may be called at any point and does not throw.
    // REQUIRES: everything below is called between begin() and commit().
    virtual void begin() = 0;
    virtual void commit() = 0;
    virtual void rollback() noexcept = 0;

    // Truth.
    virtual void appendLine(std::uint64_t index, TimePoint received, std::string_view line) = 0;

    // A line of an enrolled key that was refused. Not made from the log, and no loss when it is gone: its author offers
    // it again.
    virtual void putRefused(std::string_view kid, std::uint64_t seq, const Sha256& hash, std::string_view code) = 0;

    // Projections.
    virtual void putEntry(const Entry& entry, bool trust) = 0;
    virtual void putNodes(std::span<const crypto::CompactRange::NewNode> nodes) = 0;
    virtual void putChain(std::string_view kid, const ChainState& state) = 0;
    virtual void putHistory(std::string_view of, std::uint64_t index) = 0;
    // `before`: the row that stood there, null for a new one.
    virtual void putInspection(const InspectionRow& row, const InspectionRow* before) = 0;
    virtual void putFiles(std::uint64_t index, const std::vector<record::FileRef>& files) = 0;
    virtual void putSite(std::string_view site, std::string_view name, std::uint64_t index) = 0;
    virtual void putChecklist(const ChecklistRow& row) = 0;
    virtual void putPublication(std::string_view type, std::string_view id, std::uint64_t index) = 0;
    virtual void clearProjections() = 0;
};

class Store {
  public:
    virtual ~Store() = default;
    virtual StoreWriter& writer() = 0;
    virtual std::unique_ptr<StoreReader> openReader() = 0;
};

// Node hashes as the Merkle tree asks for them; `reader` must outlive it. Remembers what it read, since the proofs of
// one answer share most of their nodes.
crypto::NodeReader nodesOf(StoreReader& reader);

// Whether any line names this file.
bool isNamed(StoreReader& reader, const Sha256& sha256);

}  // namespace plumb::server
