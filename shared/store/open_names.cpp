#include "shared/store/open_names.h"

#include <sqlite3.h>

#include "shared/store/sealed_names.h"

namespace plumb::store {
namespace {

bool isLeft(Database& database) {
    return database.sql().tableExists("file_by_hash");
}

Result<void> moveFiles(SQLite::Database& sql, const FileVault& vault, const crypto::DataKey& key) {
    SQLite::Statement get(sql, "SELECT sha256 FROM file_by_hash");
    SQLite::Statement put(
        sql,
        "INSERT OR IGNORE INTO file(name, hash, size, type, wanted, first, uploaded, url, sent, there) "
        "SELECT ?, ?, size, type, wanted, first, uploaded, url, sent, there FROM file_by_hash WHERE sha256 = ?");
    while (get.executeStep()) {
        const auto hash = Sha256::fromView(blobOf(get.getColumn(0)));
        if (!hash) return fail(ErrorKind::broken, "store_broken", "the store's list of files is damaged");
        const auto name = vault.nameOf(*hash);
        bindBlob(put, 1, name.view());
        bindBlob(put, 2, sealFileHash(key, name, *hash));
        bindBlob(put, 3, hash->view());
        put.exec();
        put.reset();
    }
    sql.exec("DELETE FROM file_by_hash");
    return {};
}

Result<void> moveDraftPhotos(SQLite::Database& sql, const crypto::DataKey& key) {
    struct Row {
        std::string draft, name;
        Bytes value;
    };
    std::vector<Row> rows;
    SQLite::Statement get(sql, "SELECT draft, name, value FROM entry WHERE kind = 'photo'");
    while (get.executeStep())
        rows.push_back({get.getColumn(0).getString(), get.getColumn(1).getString(), blobOf(get.getColumn(2))});
    SQLite::Statement move(sql, "UPDATE entry SET name = ?, value = ? WHERE draft = ? AND kind = 'photo' AND name = ?");
    for (const auto& row : rows) {
        const auto plain = key.open(row.value, entryIdentity(row.draft, "photo", row.name));
        if (!plain) return fail(plain.error());
        const auto name = entryRowName(key, "photo", row.name);
        move.bind(1, name);
        bindBlob(move, 2, key.seal(*plain, entryIdentity(row.draft, "photo", name)));
        move.bind(3, row.draft);
        move.bind(4, row.name);
        move.exec();
        move.reset();
    }
    return {};
}

// Whether the whole database was written anew. Another connection that reads just now, or a full disk, prevents it.
bool rewrite(SQLite::Database& sql) {
    try {
        sql.exec("VACUUM");
        sql.exec("PRAGMA wal_checkpoint(TRUNCATE)");
        return true;
    } catch (const SQLite::Exception& error) {
        if (isDiskFull(error) || error.getErrorCode() == SQLITE_BUSY || error.getErrorCode() == SQLITE_LOCKED)
            return false;
        throw;
    }
}

enum class Holds { nothing, ours, anothers };

// Names under another key would be found by nobody: whose key it is is asked before any file is renamed.
Holds whatIsHeld(SQLite::Database& sql, const crypto::DataKey& key) {
    SQLite::Statement get(sql, "SELECT name, value FROM setting LIMIT 1");
    if (!get.executeStep()) return Holds::nothing;
    const auto plain = key.open(blobOf(get.getColumn(1)), "setting/" + get.getColumn(0).getString());
    return plain ? Holds::ours : Holds::anothers;
}

}  // namespace

Result<void> leaveOpenNames(Database& database, FileVault& vault, const crypto::DataKey& key) {
    if (!isLeft(database)) return {};
    const auto held = whatIsHeld(database.sql(), key);
    if (held == Holds::anothers)
        return fail(ErrorKind::badSignature, "seal_broken", "this store is sealed under another key");
    if (auto renamed = vault.leaveOpenNames(); !renamed) return renamed;
    auto moved = database.write([&]() -> Result<void> {
        // Rows are moved once: the drafts' photos have no mark of their own.
        if (!isLeft(database) || database.sql().execAndGet("SELECT count(*) FROM file_by_hash").getInt64() == 0)
            return {};
        if (auto files = moveFiles(database.sql(), vault, key); !files) return files;
        return moveDraftPhotos(database.sql(), key);
    });
    if (!moved) return moved;
    // A new store has no pages that held anything.
    if (held == Holds::ours && !rewrite(database.sql())) return {};
    return database.write([&]() -> Result<void> {
        database.sql().exec("DROP TABLE IF EXISTS file_by_hash");
        return {};
    });
}

}  // namespace plumb::store
