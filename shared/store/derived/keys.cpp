#include "shared/store/derived/keys.h"

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

}  // namespace plumb::store
