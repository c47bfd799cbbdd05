// The tablet's files: what is here, and what the server still lacks.
#include <algorithm>
#include <stdexcept>

#include "shared/store/image_type.h"
#include "shared/store/judged_picture.h"
#include "shared/store/sealed_names.h"
#include "shared/store/shown_link.h"
#include "shared/store/tablet_store.h"

namespace plumb::store {
namespace {

constexpr const char* kColumns = "name, hash, size, type, wanted, first, uploaded, url, sent, there";

FileRow rowOf(SQLite::Statement& get, const crypto::DataKey& key) {
    FileRow row;
    const auto name = Sha256::fromView(blobOf(get.getColumn(0)));
    const auto hash = name ? openFileHash(key, *name, blobOf(get.getColumn(1))) : name;
    if (!hash) throw std::runtime_error("the store's list of files is damaged: " + hash.error().detail);
    row.sha256 = *hash;
    row.size = static_cast<std::uint64_t>(get.getColumn(2).getInt64());
    row.type = get.getColumn(3).getString();
    row.wanted = get.getColumn(4).getInt() != 0;
    row.first = get.getColumn(5).getInt() != 0;
    row.uploaded = get.getColumn(6).getInt() != 0;
    row.url = get.getColumn(7).getString();
    row.sent = static_cast<std::uint64_t>(get.getColumn(8).getInt64());
    row.there = TimePoint(std::chrono::milliseconds(get.getColumn(9).getInt64()));
    return row;
}

}  // namespace

Result<FileRow> TabletStore::importFile(ByteView content, const std::string& type) {
    return isPhotoType(type) ? importPicture(content) : sealFile(content, type);
}

Result<FileRow> TabletStore::importPicture(ByteView content) {
    const auto judged = JudgedPicture::of(Bytes(content.begin(), content.end()));
    if (!judged) return fail(judged.error());
    return sealPicture(*judged);
}

Result<FileRow> TabletStore::sealPicture(const JudgedPicture& picture) {
    if (picture.shown().empty()) return sealFile(picture.content(), picture.type());
    const auto original = m_vault.put(picture.content());
    if (!original) return fail(original.error());
    const auto shown = m_vault.put(picture.shown());
    if (!shown) return fail(shown.error());
    // Both at once: no record names a HEIC that nobody without its decoder could look at.
    const auto done = m_database->write([&]() -> Result<void> {
        putFileRow(*original, picture.content().size(), picture.type());
        putFileRow(*shown, picture.shown().size(), "image/jpeg");
        putSetting(shownName(*original), shown->hex());
        return {};
    });
    if (!done) return fail(done.error());
    return *file(*original);
}

std::string TabletStore::shownName(const Sha256& original) const {
    return store::shownName(m_vault, original);
}

std::optional<FileRow> TabletStore::shownOf(const Sha256& original) const {
    const auto hash = Sha256::fromHex(setting(shownName(original), ""));
    return hash ? file(*hash) : std::nullopt;
}

Result<FileRow> TabletStore::sealFile(ByteView content, const std::string& type) {
    const auto hash = m_vault.put(content);
    if (!hash) return fail(hash.error());
    const auto done = m_database->write([&]() -> Result<void> {
        putFileRow(*hash, content.size(), type);
        return {};
    });
    if (!done) return fail(done.error());
    return *file(*hash);
}

void TabletStore::putFileRow(const Sha256& hash, std::size_t size, const std::string& type) {
    SQLite::Statement put(sql(), "INSERT OR IGNORE INTO file(name, hash, size, type) VALUES(?, ?, ?, ?)");
    const auto name = m_vault.nameOf(hash);
    const Bytes sealed = sealFileHash(m_key, name, hash);
    bindBlob(put, 1, name.view());
    bindBlob(put, 2, sealed);
    put.bind(3, static_cast<std::int64_t>(size));
    put.bind(4, type);
    put.exec();
}

std::optional<FileRow> TabletStore::file(const Sha256& hash) const {
    SQLite::Statement get(sql(), "SELECT " + std::string(kColumns) + " FROM file WHERE name = ?");
    bindBlob(get, 1, m_vault.nameOf(hash).view());
    if (!get.executeStep()) return std::nullopt;
    return rowOf(get, m_key);
}

std::vector<FileRow> TabletStore::filesToUpload() const {
    SQLite::Statement get(sql(), "SELECT " + std::string(kColumns) +
                                     " FROM file WHERE wanted = 1 AND uploaded = 0 ORDER BY first DESC, size, name");
    std::vector<FileRow> out;
    while (get.executeStep()) out.push_back(rowOf(get, m_key));
    return out;
}

Result<void> TabletStore::markUpload(const Sha256& hash, const std::string& url, std::uint64_t sent) {
    return m_database->write([&]() -> Result<void> {
        SQLite::Statement mark(sql(), "UPDATE file SET url = ?, sent = ? WHERE name = ?");
        mark.bind(1, url);
        mark.bind(2, static_cast<std::int64_t>(sent));
        bindBlob(mark, 3, m_vault.nameOf(hash).view());
        mark.exec();
        return {};
    });
}

Result<void> TabletStore::markUploaded(const Sha256& hash) {
    return m_database->write([&]() -> Result<void> {
        SQLite::Statement mark(sql(), "UPDATE file SET uploaded = 1, url = '', sent = size WHERE name = ?");
        bindBlob(mark, 1, m_vault.nameOf(hash).view());
        mark.exec();
        return {};
    });
}

std::vector<FileRow> TabletStore::filesToAskAbout(std::size_t limit) const {
    SQLite::Statement get(sql(), "SELECT " + std::string(kColumns) +
                                     " FROM file WHERE wanted = 1 AND uploaded = 1 ORDER BY there, name LIMIT ?");
    get.bind(1, static_cast<std::int64_t>(limit));
    std::vector<FileRow> out;
    while (get.executeStep()) out.push_back(rowOf(get, m_key));
    return out;
}

std::vector<FileRow> TabletStore::filesNotThere() const {
    SQLite::Statement get(sql(), "SELECT " + std::string(kColumns) +
                                     " FROM file WHERE wanted = 1 AND there = 0 ORDER BY first DESC, size, name");
    std::vector<FileRow> out;
    while (get.executeStep()) out.push_back(rowOf(get, m_key));
    return out;
}

Result<void> TabletStore::markThere(const std::vector<Sha256>& hashes, TimePoint said) {
    if (hashes.empty()) return {};
    return m_database->write([&]() -> Result<void> {
        SQLite::Statement mark(sql(), "UPDATE file SET there = ? WHERE name = ?");
        for (const auto& hash : hashes) {
            mark.bind(1, std::max<std::int64_t>(1, said.time_since_epoch().count()));
            bindBlob(mark, 2, m_vault.nameOf(hash).view());
            mark.exec();
            mark.reset();
        }
        return {};
    });
}

Result<void> TabletStore::markLost(const std::vector<Sha256>& hashes) {
    if (hashes.empty()) return {};
    return m_database->write([&]() -> Result<void> {
        SQLite::Statement mark(sql(), "UPDATE file SET there = 0, uploaded = 0, url = '', sent = 0 WHERE name = ?");
        for (const auto& hash : hashes) {
            bindBlob(mark, 1, m_vault.nameOf(hash).view());
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
