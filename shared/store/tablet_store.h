// One person's store on a tablet: signed records (own and pulled), drafts, files, what waits for the server, and the
// newest checkpoint that was verified. Everything that tells about people or findings is sealed under the data key.
//
// Threads: one TabletStore per thread, on the same folder (WAL lets them share it). Writes are durable when they
// return. Errors: full (disk_full) with nothing of that write stored; other failures of disk or SQLite throw.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/clock.h"
#include "shared/crypto/checkpoint.h"
#include "shared/crypto/vault.h"
#include "shared/domain/trust.h"
#include "shared/record/chain.h"
#include "shared/records/believed.h"
#include "shared/store/clock_state.h"
#include "shared/store/database.h"
#include "shared/store/file_vault.h"

namespace plumb::store {

class JudgedPicture;

// Who this store belongs to, and the server and log that the invitation named.
struct Profile {
    std::string personName;
    std::string personId;
    std::string device;
    std::vector<domain::Grant> grants;
    std::string server;  // "https://host:port"
    std::string pin;     // of its certificate; may be empty
    std::string logKey;  // note verifier key
    std::string rootKid;
    crypto::Suite suite = crypto::Suite::eddsa;
    Bytes secret;           // this device's private key
    std::string enrolment;  // the key.enrolled line, kept so that a lost answer is asked for again with the same bytes
    bool enrolled = false;
};

enum class RecordState {
    signedHere = 0,  // waits to be sent
    sent = 1,        // the server says that the log has it; where, is not believed before it is proved
    proved = 2,      // its inclusion under a signed checkpoint was verified here
    refused = 3,     // the server refused it; `problem` says why. It is kept, and offered again now and then
    pulled = 4,      // somebody else's, or this key's from elsewhere
};

struct RecordRow {
    Sha256 hash;
    std::string id, kid, type, site, region, about;
    std::uint64_t seq = 0;
    TimePoint at{};
    bool own = false;
    RecordState state = RecordState::signedHere;
    std::optional<std::uint64_t> logIndex;
    std::optional<std::uint64_t> provedSize;
    std::string problem;
    std::string doubt;        // why what was pulled is not believed; empty: it is
    bool offered = false;     // pulled from a log that was lost; the one that took its place does not have it yet
    std::int64_t number = 0;  // ascends in the order in which lines were stored here
};

// A log that began anew from a backup, once an administrator's log.recovered for it was believed (sync/recovery.h).
struct LogBreak {
    std::uint64_t number = 0;  // from 1 on
    Sha256 line;               // the log.recovered
    std::uint64_t kept = 0;    // entries that the log began again with
    std::uint64_t common = 0;  // of which this device has verified that they are the old ones
    TimePoint at{};
};

// Where a line stood in a log that was lost, and the checkpoint under which that was proved here.
struct LostPlace {
    std::uint64_t number = 0;  // of the break
    std::uint64_t index = 0;
    std::optional<std::uint64_t> provedSize;
};

struct RecordFilter {
    bool believed = true;  // or else those that are not
    std::string type;      // exact, or a prefix that ends in '.'
    std::string site;
    std::string about;
    std::optional<bool> own;
    std::optional<RecordState> state;
    bool newestFirst = true;  // by the log, not by anybody's clock; what it does not have yet is newest
    std::size_t limit = 100'000;
    std::size_t offset = 0;
};

struct SeenCheckpoint {
    crypto::Checkpoint checkpoint;
    std::string note;
};

struct FileRow {
    Sha256 sha256;
    std::uint64_t size = 0;
    std::string type;
    bool wanted = false, first = false, uploaded = false;
    std::string url;
    std::uint64_t sent = 0;
    TimePoint there{};  // when the server last said that it holds this very content; the epoch: it has not

    // The server has said so. Nothing that is wanted may be let go of before, and `uploaded` alone does not say it: an
    // acknowledged byte may have gone anywhere.
    [[nodiscard]] bool isThere() const { return there != TimePoint{}; }
};

// How many files, and how many of them the server has not said that it holds.
struct FileTally {
    std::size_t total = 0, missing = 0;
};

// A draft of an inspection, of a self-assessment (it has a round), or of an act of a rectification (it has an act).
struct DraftRow {
    std::string id, site, amends;  // amends: of an act the inspection that it is about
    Sha256 checklist;              // none (zero) of an act
    TimePoint created{}, updated{};
    std::string round = {};
    std::string act = {};  // the type of the record that it becomes
};

struct DraftEntry {
    std::string kind, name, value;
};

// What a new record says; seq, prev, seen, id, time and signature are added when it is signed.
struct NewRecord {
    std::string type, site, region;
    std::vector<record::FileRef> files;
    json::object body;
    std::string endsDraft;  // deleted in the same transaction; may be empty
    // Files that another record brings: named by this one too, and not asked of this device.
    std::vector<record::FileRef> filesOfOthers = {};
    // Entries put to this draft in the same transaction.
    std::string draft = {};
    std::vector<DraftEntry> entries = {};
    // Asked within the transaction, of the line as it will be; nothing is stored where it fails.
    std::function<Result<void>(const records::BelievedLine&)> judge = {};
    // Lines that this one rests on and that may not have come here yet, in the order in which they were signed: each is
    // believed before anything rests on it.
    std::vector<record::Line> beside = {};
};

class TabletStore {
  public:
    static Result<std::unique_ptr<TabletStore>> open(const std::filesystem::path& folder, const crypto::DataKey& key,
                                                     Clock clock, BootClock bootClock = systemSinceBoot);

    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }
    [[nodiscard]] const crypto::DataKey& dataKey() const { return m_key; }
    // The time as well as it is known: the tablet's clock, corrected where the log proved it wrong. Days count from it.
    [[nodiscard]] Instant now() const;
    // What the tablet's own clock says; records state it as `at`.
    [[nodiscard]] Instant tabletClock() const { return m_clock(); }
    [[nodiscard]] SinceBoot sinceBoot() const { return m_bootClock(); }
    [[nodiscard]] FileVault& vault() { return m_vault; }
    [[nodiscard]] const FileVault& vault() const { return m_vault; }

    // --- who
    Result<void> saveProfile(const Profile& profile);
    Result<Profile> profile() const;
    Result<crypto::PrivateKey> deviceKey() const;
    Result<void> setSetting(const std::string& name, const std::string& value);
    [[nodiscard]] std::string setting(const std::string& name, const std::string& otherwise = "") const;

    // --- records
    // Signs and stores the next line of this device's chain, in one transaction with what it replaces.
    Result<record::Line> append(const NewRecord& record);
    // Takes in lines that the log was proved to hold at these places; those that are known get their log index. In one
    // transaction. Where there is a doubt, "code: sentence", the line is kept, and no list, history or search holds it.
    struct PulledLine {
        std::uint64_t index;
        record::Line line;
        record::Payload payload;
        std::string doubt = {};
    };
    // `provedUnder`: size of the checkpoint that proves it; own lines among them count as proved. `cursor`: how far the
    // feed was read with them.
    Result<void> takePulled(const std::vector<PulledLine>& lines,
                            std::optional<std::uint64_t> provedUnder = std::nullopt,
                            std::optional<std::uint64_t> cursor = std::nullopt);
    // Keeps what another person of this device signed about a record that is held here, and offers it with the own
    // lines, so that it need not wait for her next sync. Known already: nothing changes.
    // REQUIRES: it is believed (records/believe.h).
    Result<void> carry(const record::Line& line, const record::Payload& payload);
    [[nodiscard]] std::uint64_t feedCursor() const;
    // REQUIRES: the lines before it are on disk. A crash between the two reads them once more, which changes nothing.
    Result<void> setFeedCursor(std::uint64_t cursor);
    // Over the trust lines held here with an index below `size`, believed or not; `next`: the index after the last.
    struct HeldTrust {
        crypto::TrustDigest digest;
        std::uint64_t next = 0;
    };
    [[nodiscard]] HeldTrust trustDigest(std::uint64_t size) const;
    // Log indexes in [from, to) at which no line is held.
    [[nodiscard]] std::vector<std::uint64_t> missingPlaces(std::uint64_t from, std::uint64_t to) const;

    // The server's log began anew, and what makes that believable was verified. What stands beyond `common` entries
    // goes into history with the checkpoints that proved it; own lines, and those that were pulled and believed, are
    // offered to the new log in the old one's order, with the files that are here. Nothing is deleted. One transaction.
    Result<void> beginAnew(const LogBreak& with, const crypto::Checkpoint& checkpoint, const std::string& note);
    [[nodiscard]] std::vector<LogBreak> breaks() const;
    [[nodiscard]] std::vector<LostPlace> lostPlacesOf(const Sha256& hash) const;
    [[nodiscard]] std::optional<SeenCheckpoint> lostCheckpoint(std::uint64_t number, std::uint64_t size) const;

    [[nodiscard]] std::vector<RecordRow> records(const RecordFilter& filter = {}) const;
    // Believed publications of a site, in log order.
    [[nodiscard]] std::vector<RecordRow> sitePublications(const std::string& site) const;
    [[nodiscard]] std::size_t countRecords(const RecordFilter& filter) const;
    [[nodiscard]] std::optional<RecordRow> recordById(const std::string& id) const;
    [[nodiscard]] std::optional<RecordRow> recordByHash(const Sha256& hash) const;
    Result<record::Line> line(const Sha256& hash) const;
    Result<record::Payload> payload(const Sha256& hash) const;
    // Own lines that wait, in the order of the chain.
    [[nodiscard]] std::vector<RecordRow> waiting(std::size_t limit = 100'000) const;
    // Another run of sync begins. Runs are counted, so that what was refused is offered at growing distances.
    Result<void> beginRun();
    // What this run is to offer: own lines that wait, refused ones whose turn it is, those that are carried, and, where
    // `all`, the lines of a log that was lost. In the order of that log, then of the chain.
    [[nodiscard]] std::vector<RecordRow> toOffer(bool all) const;
    // Lines of a lost log, and carried ones, that still are to be offered.
    [[nodiscard]] std::size_t countOffered() const;
    [[nodiscard]] std::size_t countUnproved() const;  // own lines that are not proved, refused ones included
    Result<void> markSent(const Sha256& hash);
    // Offered again at the next run, then after 2, 4, … up to kMostRunsApart runs.
    Result<void> markRefused(const Sha256& hash, const std::string& problem);
    // The server said that it has the line, and cannot prove it: it waits again.
    Result<void> markUnproved(const Sha256& hash, const std::string& problem);
    // Says why own lines that wait cannot go; they wait all the same.
    Result<void> markHeldUp(const std::string& problem);
    // REQUIRES: its inclusion at `index` under the checkpoint of `size` entries was verified.
    Result<void> markProved(const Sha256& hash, std::uint64_t index, std::uint64_t size);
    [[nodiscard]] record::ChainTip tip() const;
    // Every trust line that was pulled, judged from the root, each as of its place in the log. Judged once, and again
    // when there are others.
    Result<domain::TrustBook> trust() const;

    // --- what derived tables follow (derived/derived_tables.h)
    // The newest line that was stored, and the newest change of a stored line's place in the log, belief or refusal.
    struct Position {
        std::int64_t line = 0, change = 0;
        friend bool operator==(const Position&, const Position&) = default;
    };
    struct StoredLine {
        RecordRow row;
        Bytes sealed;
    };
    struct Change {
        std::int64_t number = 0;
        StoredLine line;
    };
    // Runs `read` over one state of the store, whatever others write meanwhile.
    void atOnce(const std::function<void()>& read) const;
    [[nodiscard]] Position newestPosition() const;
    // Lets go of the pages that SQLite keeps for a next time: for who has read much and will read little.
    void forgetPages();
    // In the order in which they were stored, believed or not.
    [[nodiscard]] std::vector<StoredLine> linesAfter(std::int64_t line, std::size_t most) const;
    [[nodiscard]] std::vector<Change> changesAfter(std::int64_t change, std::size_t most) const;
    // The believed submission and all believed lines that speak of it, in log order; what is in no log as it was
    // stored.
    [[nodiscard]] std::vector<StoredLine> linesOf(const std::string& id) const;
    // Believed lines of a type at a site, or at all where `site` is empty, in the same order.
    [[nodiscard]] std::vector<StoredLine> linesOfType(std::string_view type, std::string_view site) const;
    // Who wrote the entry of the log, as far as its line is here; of any type, believed or not.
    [[nodiscard]] std::optional<std::string> authorAt(std::uint64_t index) const;
    // Whether a line that speaks of `id` was stored before `line`.
    [[nodiscard]] bool isSpokenOfBefore(const std::string& id, std::int64_t line) const;
    Result<record::Payload> payload(const StoredLine& line) const;
    [[nodiscard]] std::optional<Sha256> hashAt(std::int64_t line) const;
    // Ids of submissions: of lines whose hash, or whose record's id, begins so, and of the one with this log index.
    // At most so many.
    [[nodiscard]] std::vector<std::string> idsByFingerprint(std::string_view hex, std::size_t most) const;
    [[nodiscard]] std::vector<std::string> idsByIdPrefix(std::string_view id, std::size_t most) const;
    [[nodiscard]] std::vector<std::string> idsByPlace(std::uint64_t index) const;

    // --- checkpoints
    [[nodiscard]] std::optional<SeenCheckpoint> newestCheckpoint() const;
    [[nodiscard]] std::optional<SeenCheckpoint> checkpoint(std::uint64_t size) const;
    // The largest that was verified of at most so many entries.
    [[nodiscard]] std::optional<SeenCheckpoint> checkpointWithin(std::uint64_t size) const;
    // Ascending.
    [[nodiscard]] std::vector<std::uint64_t> checkpointSizes(std::uint64_t atMost) const;
    // Only after consistency with the newest one was verified.
    Result<void> saveCheckpoint(const crypto::Checkpoint& checkpoint, const std::string& note);

    // --- the clock
    // Only of a receipt that was verified.
    Result<void> saveClockMeasure(const ClockMeasure& measure);
    [[nodiscard]] std::optional<ClockMeasure> clockMeasure() const;
    [[nodiscard]] std::optional<ProvedTime> provedTime() const;
    [[nodiscard]] ClockState clock() const;

    // --- files
    // Seals `content` and remembers it; the same content twice is one file. What is called a photo must be one that
    // can be looked at (image_type.h), and is kept as the kind that it is: no_image, image_too_large.
    Result<FileRow> importFile(ByteView content, const std::string& type);
    // A picture is judged here, which takes up to seconds: whoever has other work on this thread judges it elsewhere.
    Result<FileRow> importPicture(ByteView content);
    // The same where the judging was done: with what is shown of it, in one transaction.
    Result<FileRow> sealPicture(const JudgedPicture& picture);
    // Of a HEIC that was taken in here: the JPEG that was made of it to be shown, sealed beside it.
    [[nodiscard]] std::optional<FileRow> shownOf(const Sha256& original) const;
    [[nodiscard]] std::optional<FileRow> file(const Sha256& hash) const;
    // Wanted by the server and not there yet; checklists first, then small before large.
    [[nodiscard]] std::vector<FileRow> filesToUpload() const;
    Result<void> markUpload(const Sha256& hash, const std::string& url, std::uint64_t sent);
    // Every byte was acknowledged. Whether the file is there is asked for next.
    Result<void> markUploaded(const Sha256& hash);
    // Acknowledged files about which the server is to be asked: those it has said nothing of, then those of which it
    // spoke longest ago.
    [[nodiscard]] std::vector<FileRow> filesToAskAbout(std::size_t limit) const;
    // Wanted, and the server has not said that it holds them.
    [[nodiscard]] std::vector<FileRow> filesNotThere() const;
    Result<void> markThere(const std::vector<Sha256>& hashes, TimePoint said);
    // The server does not hold it (any more): it is sent again from the start.
    Result<void> markLost(const std::vector<Sha256>& hashes);
    [[nodiscard]] FileTally tallyOf(const std::vector<record::FileRef>& files, std::string_view role = "") const;
    [[nodiscard]] FileTally tally() const;  // of all that are wanted

    // --- drafts
    Result<DraftRow> createDraft(const std::string& site, const Sha256& checklist, const std::string& amends = "",
                                 const std::string& round = "");
    // Of an act of this type about the inspection `of`.
    Result<DraftRow> createActDraft(const std::string& type, const std::string& of, const std::string& site);
    // Of inspections and self-assessments; of acts. Newest change first.
    [[nodiscard]] std::vector<DraftRow> drafts() const;
    [[nodiscard]] std::vector<DraftRow> actDrafts() const;
    [[nodiscard]] std::optional<DraftRow> draft(const std::string& id) const;
    // Upserts (an empty value deletes) in one transaction: on disk when it returns.
    Result<void> putEntries(const std::string& draft, const std::vector<DraftEntry>& entries);
    // The same, and the draft stands on another document of its checklist from then on.
    Result<void> moveDraft(const std::string& draft, const Sha256& checklist, const std::vector<DraftEntry>& entries);
    // A photo's name comes back as it is in the table, not as it was given (sealed_names.h).
    Result<std::vector<DraftEntry>> entries(const std::string& draft) const;
    Result<void> deleteDraft(const std::string& id);

  private:
    TabletStore(std::filesystem::path folder, crypto::DataKey key, Clock clock, BootClock bootClock,
                std::unique_ptr<Database> database);

    // Borrowed until the next call.
    Result<const domain::TrustBook*> trustBook() const;
    Result<void> judgeOwn(const record::Line& line, const record::Payload& payload,
                          const std::vector<record::Line>& beside) const;
    Result<void> insertLine(const record::Line& line, const record::Payload& payload, bool own, RecordState state,
                            std::optional<std::uint64_t> index, const std::string& doubt,
                            std::optional<std::uint64_t> provedUnder = std::nullopt);
    void putCheckpoint(const crypto::Checkpoint& checkpoint, const std::string& note);
    void putSetting(const std::string& name, const std::string& value);  // within a transaction
    Result<FileRow> sealFile(ByteView content, const std::string& type);
    void putFileRow(const Sha256& hash, std::size_t size, const std::string& type);  // within a transaction
    [[nodiscard]] std::string shownName(const Sha256& original) const;
    Result<void> putRows(const std::string& draft, const std::vector<DraftEntry>& entries);
    Result<DraftRow> putDraft(DraftRow row);
    [[nodiscard]] std::vector<DraftRow> draftsWhere(const std::string& condition) const;
    [[nodiscard]] SQLite::Database& sql() const { return m_database->sql(); }

    std::filesystem::path m_folder;
    crypto::DataKey m_key;
    Clock m_clock;
    BootClock m_bootClock;
    std::unique_ptr<Database> m_database;
    FileVault m_vault;
    // The book that was last judged, and the hash of what it was judged from.
    mutable std::optional<domain::TrustBook> m_book;
    mutable Sha256 m_bookOf;
};

}  // namespace plumb::store
