#include "sync-server/blobs/uploads.h"

#include <algorithm>
#include <vector>

#include "sync-server/store/store.h"

namespace plumb::server {
namespace {

tl::unexpected<Error> diskFull() {
    return fail(ErrorKind::full, "disk_full", "the server's disk is full; what came so far is kept, try again later");
}
tl::unexpected<Error> unknownUpload() {
    return fail(ErrorKind::notFound, "upload_unknown",
                "there is no such upload of this caller; begin one with POST /v1/uploads");
}

// Also keeps names that are not ours out of paths.
bool isUploadOf(const std::string& kid, const std::string& id) {
    const auto hash = hashOfUploadId(id);
    return hash && uploadId(kid, *hash) == id;
}

}  // namespace

struct UploadWriter::Slot {
    std::mutex mutex;
    std::uint64_t turn = 0;  // whose turn it is to write: a newer caller counts it up
};

UploadWriter::UploadWriter(Uploads& uploads, std::shared_ptr<Slot> slot, std::uint64_t turn, std::string id,
                           UploadMeta meta, std::uint64_t start, std::optional<Checksum> checksum,
                           std::unique_ptr<BlobReader> whole)
    : m_uploads(uploads),
      m_slot(std::move(slot)),
      m_turn(turn),
      m_id(std::move(id)),
      m_meta(std::move(meta)),
      m_start(start),
      m_offset(start),
      m_checksum(std::move(checksum)),
      m_whole(std::move(whole)),
      m_file(m_whole ? std::nullopt : std::optional(File::openToAppend(uploads.partOf(m_id)))) {}

Result<void> UploadWriter::append(ByteView bytes) {
    const std::lock_guard lock(m_slot->mutex);
    if (m_slot->turn != m_turn)
        return fail(ErrorKind::conflict, "wrong_offset", "the caller went on with this upload on another connection");
    if (bytes.size() > m_meta.length - m_offset) {
        return fail(ErrorKind::tooLarge, "upload_too_long",
                    "more bytes came than the upload's length of " + std::to_string(m_meta.length));
    }
    if (m_whole) {
        if (const auto same = compare(bytes); !same) return same;
    } else {
        try {
            m_file->append(bytes);
        } catch (const StoreFull&) {
            return diskFull();
        }
    }
    if (m_checksum) m_checksum->add(bytes);
    m_offset += bytes.size();
    return {};
}

Result<void> UploadWriter::compare(ByteView bytes) {
    std::vector<std::uint8_t> there(bytes.size());
    std::size_t size = 0;
    while (size < there.size()) {
        const auto more = m_whole->read(m_offset + size, std::span(there).subspan(size));
        if (more == 0) break;
        size += more;
    }
    if (size == bytes.size() && std::equal(there.begin(), there.end(), bytes.begin())) return {};
    return fail(ErrorKind::refused, "wrong_hash",
                "the file that was named is here already, and these bytes are not its own from byte " +
                    std::to_string(m_offset) + " on; name the file that you send by its SHA-256");
}

void UploadWriter::cut() {
    const std::lock_guard lock(m_slot->mutex);
    if (m_slot->turn == m_turn && m_file) sync();
}

// What could not be brought to the disk may be gone, and a second sync would not say so: those bytes are to come again.
void UploadWriter::sync() {
    try {
        m_file->sync();
    } catch (...) {
        m_file->truncate(m_start);
        throw;
    }
    m_uploads.touch(m_id);
}

Result<UploadState> UploadWriter::finish() {
    const std::lock_guard lock(m_slot->mutex);
    if (m_slot->turn != m_turn)
        return fail(ErrorKind::conflict, "wrong_offset", "the caller went on with this upload on another connection");
    if (m_checksum && !m_checksum->matches()) {
        if (!m_whole) m_file->truncate(m_start);
        return fail(ErrorKind::refused, "wrong_checksum",
                    "the bytes of this PATCH are not those that Upload-Checksum names; they were dropped");
    }
    if (m_whole) return m_uploads.stateOf(m_id, m_meta, m_meta.length);
    sync();
    if (m_offset < m_meta.length) return m_uploads.stateOf(m_id, m_meta, m_offset);
    m_file.reset();
    return m_uploads.complete(m_id, m_meta);
}

Uploads::Uploads(std::filesystem::path folder, BlobStore& blobs, FileHolders& holders, Clock clock, UploadLimits limits,
                 UnnamedFiles* unnamed)
    : m_folder(std::move(folder)),
      m_blobs(blobs),
      m_holders(holders),
      m_clock(std::move(clock)),
      m_limits(limits),
      m_unnamed(unnamed) {
    std::filesystem::create_directories(m_folder);
    for (const auto& entry : std::filesystem::directory_iterator(m_folder)) {
        if (entry.path().extension() != ".json") continue;
        const auto text = readWholeFile(entry.path());
        const auto meta = text ? parseUploadMeta(*text) : Result<UploadMeta>(fail(Error{}));
        // Whether it is a whole file by now is asked when somebody comes for it: its store may be away.
        if (meta && !std::filesystem::exists(partOf(entry.path().stem().string())))
            std::filesystem::remove(entry.path());
        else if (meta)
            count(*meta, 1);
    }
}

// A crash may leave the description of an upload that is complete, or whose bytes never got a name.
bool Uploads::isLeftOver(const std::string& id, const UploadMeta& meta) const {
    return !std::filesystem::exists(partOf(id)) || sizeFor(meta.kid, meta.sha256);
}

std::shared_ptr<UploadWriter::Slot> Uploads::slotOf(const std::string& id) {
    const std::lock_guard lock(m_mutex);
    auto& slot = m_slots[id];
    if (!slot) slot = std::make_shared<UploadWriter::Slot>();
    return slot;
}

void Uploads::count(const UploadMeta& meta, int by) {
    const std::lock_guard lock(m_mutex);
    auto& open = m_open[meta.kid];
    if (by > 0) {
        ++open.count;
        open.bytes += meta.length;
        m_openBytes += meta.length;
    } else if (open.count > 0) {
        --open.count;
        open.bytes -= meta.length;
        m_openBytes -= meta.length;
    }
    if (open.count == 0) m_open.erase(meta.kid);
}

Result<void> Uploads::mayBegin(const UploadMeta& meta) {
    Open own;
    std::uint64_t all = 0;
    {
        const std::lock_guard lock(m_mutex);
        if (const auto found = m_open.find(meta.kid); found != m_open.end()) own = found->second;
        all = m_openBytes;
    }
    if (own.count >= m_limits.openPerCaller) {
        return fail(ErrorKind::refused, "too_many_uploads",
                    "this caller has " + std::to_string(own.count) + " unfinished uploads; finish some first");
    }
    if (!m_unnamed) return {};
    return m_unnamed->mayBegin(meta.kid, meta.sha256, meta.length, own.bytes, all);
}

TimePoint Uploads::touched(const std::string& id) const {
    const auto at = std::filesystem::last_write_time(partOf(id));
    return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::file_clock::to_sys(at));
}

// By the same clock that says when it is over.
void Uploads::touch(const std::string& id) {
    std::filesystem::last_write_time(partOf(id), std::chrono::file_clock::from_sys(m_clock().utc));
}

UploadState Uploads::stateOf(const std::string& id, const UploadMeta& meta, std::uint64_t offset) const {
    return {id, offset, meta.length, offset == meta.length ? m_clock().utc + kUploadLife : touched(id) + kUploadLife};
}

std::optional<std::uint64_t> Uploads::sizeFor(const std::string& kid, const Sha256& sha256) const {
    const auto size = m_blobs.sizeOf(sha256);
    return size && m_holders.holds(sha256, kid) ? size : std::nullopt;
}

Result<UploadMeta> Uploads::find(const std::string& kid, const std::string& id) {
    const auto hash = hashOfUploadId(id);
    const auto text = readWholeFile(metaOf(id));
    if (!text) {
        // Complete uploads leave no description behind: the file itself says that they are.
        const auto size = sizeFor(kid, *hash);
        if (!size) return unknownUpload();
        return UploadMeta{*hash, *size, kid, {}};
    }
    auto meta = parseUploadMeta(*text);
    if (!meta) return meta;
    if (isLeftOver(id, *meta)) {
        drop(id);
        return find(kid, id);
    }
    if (touched(id) + kUploadLife <= m_clock().utc) {
        return fail(ErrorKind::expired, "upload_expired", "nobody touched this upload for 7 days; begin it again");
    }
    return meta;
}

Result<UploadState> Uploads::create(const UploadMeta& meta, bool known) {
    if (meta.length > m_limits.fileSize) {
        return fail(ErrorKind::tooLarge, "file_too_large",
                    "the file has " + std::to_string(meta.length) + " bytes, the limit is " +
                        std::to_string(m_limits.fileSize));
    }
    // Whoever may not know of the file is told when she has shown that she holds all of it.
    if (auto may = known ? m_mayTake(meta.sha256) : Result<void>(); !may) return fail(may.error());
    const std::string id = uploadId(meta.kid, meta.sha256);
    const auto slot = slotOf(id);
    const std::lock_guard lock(slot->mutex);
    ++slot->turn;
    if (const auto size = m_blobs.sizeOf(meta.sha256); size && known) {
        try {
            m_holders.add(meta.sha256, meta.kid);
        } catch (const StoreFull&) {
            return diskFull();
        }
        if (*size == meta.length) {
            drop(id);  // of a try that was cut off behind its last step
            if (m_unnamed) m_unnamed->askedFor(meta.sha256);
            return stateOf(id, meta, meta.length);
        }
        // Either the caller is wrong about the length, or what lies here is no longer what came: its hash tells.
        if (m_blobs.isWhole(meta.sha256))
            return fail(ErrorKind::malformed, "bad_length",
                        "the file with this hash has " + std::to_string(*size) + " bytes");
        m_blobs.setAside(meta.sha256);
    }
    const auto begun = find(meta.kid, id);
    if (begun && begun->length == meta.length) return standing(id, meta);
    if (begun || begun.error().kind == ErrorKind::expired) drop(id);
    if (auto may = mayBegin(meta); !may) return fail(may.error());
    try {
        File::openToAppend(partOf(id)).truncate(0);
        touch(id);
        writeWholeFile(metaOf(id), formatUploadMeta(meta), true);
    } catch (const StoreFull&) {
        return diskFull();
    }
    count(meta, 1);
    if (meta.length == 0) return complete(id, meta);
    return stateOf(id, meta, 0);
}

// The newest offset; a file whose last byte came just before a crash takes its place now.
Result<UploadState> Uploads::standing(const std::string& id, const UploadMeta& meta) {
    auto file = File::openToAppend(partOf(id));
    const auto size = file.size();
    if (size == meta.length) {
        file.sync();
        return complete(id, meta);
    }
    return stateOf(id, meta, size);
}

Result<UploadState> Uploads::state(const std::string& kid, const std::string& id) {
    if (!isUploadOf(kid, id)) return unknownUpload();
    const auto slot = slotOf(id);
    const std::lock_guard lock(slot->mutex);
    const auto meta = find(kid, id);
    if (!meta) return fail(meta.error());
    ++slot->turn;
    if (sizeFor(kid, meta->sha256)) return stateOf(id, *meta, meta->length);
    return standing(id, *meta);
}

Result<std::unique_ptr<UploadWriter>> Uploads::resume(const std::string& kid, const std::string& id,
                                                      std::uint64_t offset, std::optional<Checksum> checksum) {
    if (!isUploadOf(kid, id)) return unknownUpload();
    const auto slot = slotOf(id);
    const std::lock_guard lock(slot->mutex);
    const auto meta = find(kid, id);
    if (!meta) return fail(meta.error());
    auto whole = sizeFor(kid, meta->sha256) ? m_blobs.open(meta->sha256) : nullptr;
    if (auto may = whole ? m_mayTake(meta->sha256) : Result<void>(); !may) return fail(may.error());
    const auto there = whole ? meta->length : File::openToAppend(partOf(id)).size();
    if (whole ? offset > there : offset != there || there == meta->length) {
        return fail(ErrorKind::conflict, "wrong_offset",
                    "this upload stands at byte " + std::to_string(there) + ", not " + std::to_string(offset) +
                        "; ask with HEAD");
    }
    return std::unique_ptr<UploadWriter>(
        new UploadWriter(*this, slot, ++slot->turn, id, *meta, offset, std::move(checksum), std::move(whole)));
}

Result<void> Uploads::terminate(const std::string& kid, const std::string& id) {
    if (!isUploadOf(kid, id)) return unknownUpload();
    const auto slot = slotOf(id);
    const std::lock_guard lock(slot->mutex);
    const auto meta = find(kid, id);
    if (!meta && meta.error().kind != ErrorKind::expired) return fail(meta.error());
    if (meta && sizeFor(kid, meta->sha256)) {
        return fail(ErrorKind::conflict, "upload_complete",
                    "the file is whole and here; it goes by itself when no record comes to name it");
    }
    ++slot->turn;
    drop(id);
    return {};
}

Result<UploadState> Uploads::complete(const std::string& id, const UploadMeta& meta) {
    if (hashOfFile(partOf(id)) != meta.sha256) {
        drop(id);
        return fail(ErrorKind::refused, "wrong_hash",
                    "the file's SHA-256 is not the one that was named; the upload was dropped, begin it again");
    }
    if (auto may = m_mayTake(meta.sha256); !may) {
        drop(id);
        return fail(may.error());
    }
    try {
        m_holders.add(meta.sha256, meta.kid);
        if (m_unnamed) m_unnamed->arrives(meta.kid, meta.sha256, meta.length);
        m_blobs.adopt(partOf(id), meta.sha256);
    } catch (const StoreFull&) {
        return diskFull();
    }
    drop(id);
    // The list that lets it go may have been approved, and swept, since it was asked for: nobody comes back for it.
    if (auto may = m_mayTake(meta.sha256); !may && m_blobs.takeAside(meta.sha256)) {
        if (m_mayTake(meta.sha256)) {
            m_blobs.putBack(meta.sha256);
        } else {
            m_blobs.removeAside(meta.sha256);
            return fail(may.error());
        }
    }
    return stateOf(id, meta, meta.length);
}

void Uploads::drop(const std::string& id) {
    const auto text = readWholeFile(metaOf(id));
    const auto meta = text ? parseUploadMeta(*text) : Result<UploadMeta>(fail(Error{}));
    if (meta) count(*meta, -1);
    std::filesystem::remove(metaOf(id));
    std::filesystem::remove(partOf(id));
}

void Uploads::sweep() {
    const auto now = m_clock().utc;
    std::vector<std::string> old;
    for (const auto& entry : std::filesystem::directory_iterator(m_folder)) {
        if (entry.path().extension() != ".part") continue;
        const std::string id = entry.path().stem().string();
        // Twice the life: in between, the caller is told that it expired rather than that it never was.
        if (hashOfUploadId(id) && touched(id) + 2 * kUploadLife <= now) old.push_back(id);
    }
    for (const auto& id : old) {
        const auto slot = slotOf(id);
        {
            const std::lock_guard lock(slot->mutex);
            ++slot->turn;
            drop(id);
        }
    }
    if (m_unnamed) m_unnamed->sweep();
    // Slots that nobody holds are only names.
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_slots, [](const auto& entry) { return entry.second.use_count() == 1; });
}

}  // namespace plumb::server
