#include "shared/store/derived/keys.h"

#include "shared/base/encoding.h"
#include "shared/base/uuid.h"
#include "shared/store/derived/schema.h"
#include "shared/store/tablet_store.h"

namespace plumb::store {

std::int64_t rankOf(const RecordRow& row) {
    return row.logIndex ? static_cast<std::int64_t>(*row.logIndex) : kWaits + row.number;
}

std::int64_t siteKey(Database& tables, const std::string& id) {
    const auto get = tables.kept("SELECT key FROM site WHERE id = ?");
    get->bind(1, id);
    if (get->executeStep()) return get->getColumn(0).getInt64();
    const auto write = tables.kept("INSERT INTO site(id) VALUES(?)");
    write->bind(1, id);
    write->exec();
    return tables.sql().getLastInsertRowid();
}

std::int64_t documentKey(Database& tables, const records::ChecklistRef& checklist) {
    const auto get = tables.kept("SELECT key FROM document WHERE sha256 = ? AND id = ? AND version = ?");
    bindBlob(*get, 1, checklist.sha256.view());
    get->bind(2, checklist.id);
    get->bind(3, checklist.version);
    if (get->executeStep()) return get->getColumn(0).getInt64();
    const auto write = tables.kept("INSERT INTO document(sha256, id, version) VALUES(?, ?, ?)");
    bindBlob(*write, 1, checklist.sha256.view());
    write->bind(2, checklist.id);
    write->bind(3, checklist.version);
    write->exec();
    return tables.sql().getLastInsertRowid();
}

std::int64_t authorKey(Database& tables, const std::string& kid) {
    const auto get = tables.kept("SELECT key FROM author WHERE kid = ?");
    get->bind(1, kid);
    if (get->executeStep()) return get->getColumn(0).getInt64();
    const auto write = tables.kept("INSERT INTO author(kid) VALUES(?)");
    write->bind(1, kid);
    write->exec();
    return tables.sql().getLastInsertRowid();
}

void bindId(SQLite::Statement& statement, int index, const std::string& id) {
    std::string digits = isUuid(id) ? id : std::string();
    std::erase(digits, '-');
    bindBlob(statement, index, fromHex(digits).value_or(Bytes{}));
}

std::string idOf(const SQLite::Column& column) {
    std::string text = toHex(blobOf(column));
    if (text.size() != 32) return {};
    for (const std::size_t dash : {20, 16, 12, 8}) text.insert(dash, 1, '-');
    return text;
}

}  // namespace plumb::store
