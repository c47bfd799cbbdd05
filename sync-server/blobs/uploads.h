// Uploads that grow and can be resumed to the byte, also after kill -9: the offset is what lies on the disk. An upload
// has one writer at a time and the newest wins: a caller who asks for the offset, or begins again, ends the writer that
// hangs on a dead connection.
//
// Thread-safe. Codes: upload_unknown (not found), upload_expired (expired), wrong_offset (conflict), upload_too_long,
// wrong_checksum, wrong_hash, disk_full, too_many_uploads, unnamed_full, bad_length, upload_complete (conflict).
#pragma once

#include <map>
#include <memory>
#include <mutex>

#include "shared/base/clock.h"
#include "sync-server/blobs/blob_store.h"
#include "sync-server/blobs/checksum.h"
#include "sync-server/blobs/unnamed_files.h"
#include "sync-server/blobs/upload_meta.h"
#include "sync-server/store/file_holders.h"

namespace plumb::server {

// Two gigabytes and a little: a film of an hour's visit, and what its maker called "2 GB".
constexpr std::uint64_t kMostUploadBytes = (std::uint64_t{2} << 30) + (std::uint64_t{64} << 20);

struct UploadLimits {
    std::uint64_t fileSize = kMostUploadBytes;
    std::size_t openPerCaller = 1000;
};
constexpr std::chrono::hours kUploadLife{7 * 24};

struct UploadState {
    std::string id;
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
    TimePoint expires{};
    [[nodiscard]] bool complete() const { return offset == length; }
};

class Uploads;

// One PATCH's bytes on their way to the disk. One thread at a time.
class UploadWriter {
  public:
    // Writes on; what was written stays even when the rest never comes. Of a file that is whole already nothing is
    // written: the bytes must be its own, or it is refused (wrong_hash).
    Result<void> append(ByteView bytes);
    // All has come: durable when this returns; with the last byte of the file, its hash is checked and it takes its
    // place.
    Result<UploadState> finish();
    // The connection broke: what came is kept, where it could be brought to the disk.
    void cut();

  private:
    friend class Uploads;
    struct Slot;
    void sync();
    Result<void> compare(ByteView bytes);
    // `uploads` outlives this. `whole`: the file, where all of it is there.
    UploadWriter(Uploads& uploads, std::shared_ptr<Slot> slot, std::uint64_t turn, std::string id, UploadMeta meta,
                 std::uint64_t start, std::optional<Checksum> checksum, std::unique_ptr<BlobReader> whole);

    Uploads& m_uploads;
    std::shared_ptr<Slot> m_slot;
    std::uint64_t m_turn;
    std::string m_id;
    UploadMeta m_meta;
    std::uint64_t m_start, m_offset;
    std::optional<Checksum> m_checksum;
    std::unique_ptr<BlobReader> m_whole;  // where the file is whole: to compare with
    std::optional<File> m_file;           // else: to append to
};

class Uploads {
  public:
    // What is passed outlives this. `unnamed` keeps account of files that no line names; null: nobody does.
    Uploads(std::filesystem::path folder, BlobStore& blobs, FileHolders& holders, Clock clock, UploadLimits limits = {},
            UnnamedFiles* unnamed = nullptr);

    // Asked when a file's last byte came and when it has its place, before a whole one is compared, and of whoever may
    // know of the file before its first one: what was disposed of is told to nobody for a hash alone. Not asked: all
    // are. REQUIRES: before the first call.
    using MayTake = std::function<Result<void>(const Sha256&)>;
    void takeOnly(MayTake mayTake) { m_mayTake = std::move(mayTake); }

    // Begins an upload, or finds the one that this caller began for this file. Of a file that is there and that the
    // caller may know of (`known`) the offset is its length, and the caller counts as one who has it; to anybody else
    // it is a file like one that is not there.
    Result<UploadState> create(const UploadMeta& meta, bool known);
    Result<UploadState> state(const std::string& kid, const std::string& id);
    // A writer from `offset` on, which is where the upload stands (wrong_offset). Of a file that is whole any offset
    // within it will do: clients that know nothing of files by their hash send what is there once more.
    Result<std::unique_ptr<UploadWriter>> resume(const std::string& kid, const std::string& id, std::uint64_t offset,
                                                 std::optional<Checksum> checksum);
    // Ends an unfinished upload and frees what it took. A whole file is no upload any more: upload_complete.
    Result<void> terminate(const std::string& kid, const std::string& id);

    // Removes what nobody touched for seven days, and the files that no line came to name.
    void sweep();
    [[nodiscard]] const UploadLimits& limits() const { return m_limits; }
    [[nodiscard]] std::uint64_t unnamedBytes() const { return m_unnamed ? m_unnamed->bytes() : 0; }

  private:
    friend class UploadWriter;
    std::filesystem::path partOf(const std::string& id) const { return m_folder / (id + ".part"); }
    std::filesystem::path metaOf(const std::string& id) const { return m_folder / (id + ".json"); }
    std::shared_ptr<UploadWriter::Slot> slotOf(const std::string& id);
    // The size of a file that is there, for a caller who has it.
    [[nodiscard]] std::optional<std::uint64_t> sizeFor(const std::string& kid, const Sha256& sha256) const;
    Result<UploadMeta> find(const std::string& kid, const std::string& id);
    Result<UploadState> standing(const std::string& id, const UploadMeta& meta);
    UploadState stateOf(const std::string& id, const UploadMeta& meta, std::uint64_t offset) const;
    [[nodiscard]] bool isLeftOver(const std::string& id, const UploadMeta& meta) const;
    TimePoint touched(const std::string& id) const;
    void touch(const std::string& id);
    Result<UploadState> complete(const std::string& id, const UploadMeta& meta);
    void drop(const std::string& id);
    void count(const UploadMeta& meta, int by);
    Result<void> mayBegin(const UploadMeta& meta);

    std::filesystem::path m_folder;
    BlobStore& m_blobs;
    FileHolders& m_holders;
    Clock m_clock;
    UploadLimits m_limits;
    std::mutex m_mutex;  // guards the two maps
    std::map<std::string, std::shared_ptr<UploadWriter::Slot>> m_slots;
    struct Open {
        std::size_t count = 0;
        std::uint64_t bytes = 0;  // as announced
    };
    std::map<std::string, Open> m_open;  // per caller
    std::uint64_t m_openBytes = 0;       // of all
    UnnamedFiles* m_unnamed;
    MayTake m_mayTake = [](const Sha256&) { return Result<void>(); };
};

}  // namespace plumb::server
