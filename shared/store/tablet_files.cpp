// The tablet's files: what is here, and what the server still lacks.
#include <algorithm>

#include "shared/store/image_type.h"
#include "shared/store/tablet_store.h"

namespace plumb::store {
namespace {

constexpr const char* kColumns = "sha256, size, type, wanted, first, uploaded, url, sent, there";

FileRow rowOf(SQLite::Statement& get) {
    FileRow row;
    if (const auto hash = Sha256::fromView(blobOf(get.getColumn(0)))) row.sha256 = *hash;
    row.size = static_cast<std::uint64_t>(get.getColumn(1).getInt64());
    row.type = get.getColumn(2).getString();
    row.wanted = get.getColumn(3).getInt() != 0;
    row.first = get.getColumn(4).getInt() != 0;
    row.uploaded = get.getColumn(5).getInt() != 0;
    row.url = get.getColumn(6).getString();
    row.sent = static_cast<std::uint64_t>(get.getColumn(7).getInt64());
    row.there = TimePoint(std::chrono::milliseconds(get.getColumn(8).getInt64()));
    return row;
}

}  // namespace

Result<FileRow> TabletStore::importFile(ByteView content, const std::string& type) {
    return isPhotoType(type) ? importPicture(content) : sealFile(content, type);
}

Result<FileRow> TabletStore::importPicture(ByteView content) {
    const auto info = imageInfo(content);
    if (!info) return fail(info.error());
    return sealFile(content, info->type);
}

Result<FileRow> TabletStore::sealFile(ByteView content, const std::string& type) {
    const auto hash = m_vault.put(content);
    if (!hash) return fail(hash.error());
    const auto done = m_database->write([&]() -> Result<void> {
        SQLite::Statement put(sql(), "INSERT OR IGNORE INTO file(sha256, size, type) VALUES(?, ?, ?)");
        bindBlob(put, 1, hash->view());
        put.bind(2, static_cast<std::int64_t>(content.size()));
        put.bind(3, type);
        put.exec();
        return {};
    });
    if (!done) return fail(done.error());
    return *file(*hash);
}

std::optional<FileRow> TabletStore::file(const Sha256& hash) const {
    SQLite::Statement get(sql(), "SELECT " + std::string(kColumns) + " FROM file WHERE sha256 = ?");
    bindBlob(get, 1, hash.view());
    if (!get.executeStep()) return std::nullopt;
    return rowOf(get);
}

std::vector<FileRow> TabletStore::filesToUpload() const {
    SQLite::Statement get(sql(), "SELECT " + std::string(kColumns) +
                                     " FROM file WHERE wanted = 1 AND uploaded = 0 ORDER BY first DESC, size, sha256");
    std::vector<FileRow> out;
    while (get.executeStep()) out.push_back(rowOf(get));
    return out;
}

Result<void> TabletStore::markUpload(const Sha256& hash, const std::string& url, std::uint64_t sent) {
    return m_database->write([&]() -> Result<void> {
        SQLite::Statement mark(sql(), "UPDATE file SET url = ?, sent = ? WHERE sha256 = ?");
        mark.bind(1, url);
        mark.bind(2, static_cast<std::int64_t>(sent));
        bindBlob(mark, 3, hash.view());
        mark.exec();
        return {};
    });
}

Result<void> TabletStore::markUploaded(const Sha256& hash) {
    return m_database->write([&]() -> Result<void> {
        SQLite::Statement mark(sql(), "UPDATE file SET uploaded = 1, url = '', sent = size WHERE sha256 = ?");
        bindBlob(mark, 1, hash.view());
        mark.exec();
        return {};
    });
}

std::vector<FileRow> TabletStore::filesToAskAbout(std::size_t limit) const {
    SQLite::Statement get(sql(), "SELECT " + std::string(kColumns) +
                                     " FROM file WHERE wanted = 1 AND uploaded = 1 ORDER BY there, sha256 LIMIT ?");
    get.bind(1, static_cast<std::int64_t>(limit));
    std::vector<FileRow> out;
    while (get.executeStep()) out.push_back(rowOf(get));
    return out;
}

std::vector<FileRow> TabletStore::filesNotThere() const {
    SQLite::Statement get(sql(), "SELECT " + std::string(kColumns) +
                                     " FROM file WHERE wanted = 1 AND there = 0 ORDER BY first DESC, size, sha256");
    std::vector<FileRow> out;
    while (get.executeStep()) out.push_back(rowOf(get));
    return out;
}

Result<void> TabletStore::markThere(const std::vector<Sha256>& hashes, TimePoint said) {
    if (hashes.empty()) return {};
    return m_database->write([&]() -> Result<void> {
        SQLite::Statement mark(sql(), "UPDATE file SET there = ? WHERE sha256 = ?");
        for (const auto& hash : hashes) {
            mark.bind(1, std::max<std::int64_t>(1, said.time_since_epoch().count()));
            bindBlob(mark, 2, hash.view());
            mark.exec();
            mark.reset();
        }
        return {};
    });
}

Result<void> TabletStore::markLost(const std::vector<Sha256>& hashes) {
    if (hashes.empty()) return {};
    return m_database->write([&]() -> Result<void> {
        SQLite::Statement mark(sql(), "UPDATE file SET there = 0, uploaded = 0, url = '', sent = 0 WHERE sha256 = ?");
        for (const auto& hash : hashes) {
            bindBlob(mark, 1, hash.view());
            mark.exec();
            mark.reset();
        }
        return {};
    });
}

FileTally TabletStore::tallyOf(const std::vector<record::FileRef>& files, std::string_view role) const {
    FileTally out;
    for (const auto& ref : files) {
        if (!role.empty() && ref.role != role) continue;
        ++out.total;
        const auto row = file(ref.sha256);
        if (row && row->wanted && !row->isThere()) ++out.missing;
    }
    return out;
}

FileTally TabletStore::tally() const {
    SQLite::Statement get(sql(), "SELECT count(*), sum(there = 0) FROM file WHERE wanted = 1");
    get.executeStep();
    return {static_cast<std::size_t>(get.getColumn(0).getInt64()),
            static_cast<std::size_t>(get.getColumn(1).getInt64())};
}

}  // namespace plumb::store
