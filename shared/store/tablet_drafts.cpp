// Drafts: a row each, and an entry per answer, note, photo or finding, so that one tap writes one small sealed value.
#include "shared/base/uuid.h"
#include "shared/store/sealed_names.h"
#include "shared/store/tablet_store.h"

namespace plumb::store {
namespace {

constexpr const char* kColumns = "id, site, checklist, amends, created, updated, round, act";

DraftRow rowOf(SQLite::Statement& get) {
    DraftRow row;
    row.id = get.getColumn(0).getString();
    row.site = get.getColumn(1).getString();
    if (const auto hash = Sha256::fromView(blobOf(get.getColumn(2)))) row.checklist = *hash;
    row.amends = get.getColumn(3).getString();
    row.created = TimePoint(std::chrono::milliseconds(get.getColumn(4).getInt64()));
    row.updated = TimePoint(std::chrono::milliseconds(get.getColumn(5).getInt64()));
    row.round = get.getColumn(6).getString();
    row.act = get.getColumn(7).getString();
    return row;
}

}  // namespace

Result<DraftRow> TabletStore::putDraft(DraftRow row) {
    row.created = row.updated = now().utc;
    row.id = makeUuid7(row.created);
    const auto done = m_database->write([&]() -> Result<void> {
        SQLite::Statement put(sql(),
                              "INSERT INTO draft(id, site, checklist, amends, created, updated, round, act) VALUES(?, "
                              "?, ?, ?, ?, ?, ?, ?)");
        const auto at = static_cast<std::int64_t>(row.created.time_since_epoch().count());
        put.bind(1, row.id);
        put.bind(2, row.site);
        bindBlob(put, 3, row.checklist.view());
        put.bind(4, row.amends);
        put.bind(5, at);
        put.bind(6, at);
        put.bind(7, row.round);
        put.bind(8, row.act);
        put.exec();
        return {};
    });
    if (!done) return fail(done.error());
    return row;
}

Result<DraftRow> TabletStore::createDraft(const std::string& site, const Sha256& checklist, const std::string& amends,
                                          const std::string& round) {
    return putDraft({{}, site, amends, checklist, {}, {}, round, {}});
}

Result<DraftRow> TabletStore::createActDraft(const std::string& type, const std::string& of, const std::string& site) {
    return putDraft({{}, site, of, {}, {}, {}, {}, type});
}

std::vector<DraftRow> TabletStore::draftsWhere(const std::string& condition) const {
    SQLite::Statement get(
        sql(), "SELECT " + std::string(kColumns) + " FROM draft WHERE " + condition + " ORDER BY updated DESC, id");
    std::vector<DraftRow> out;
    while (get.executeStep()) out.push_back(rowOf(get));
    return out;
}

std::vector<DraftRow> TabletStore::drafts() const {
    return draftsWhere("act = ''");
}

std::vector<DraftRow> TabletStore::actDrafts() const {
    return draftsWhere("act <> ''");
}

std::optional<DraftRow> TabletStore::draft(const std::string& id) const {
    SQLite::Statement get(sql(), "SELECT " + std::string(kColumns) + " FROM draft WHERE id = ?");
    get.bind(1, id);
    if (!get.executeStep()) return std::nullopt;
    return rowOf(get);
}

Result<void> TabletStore::putEntries(const std::string& draft, const std::vector<DraftEntry>& entries) {
    return m_database->write([&] { return putRows(draft, entries); });
}

Result<void> TabletStore::moveDraft(const std::string& draft, const Sha256& checklist,
                                    const std::vector<DraftEntry>& entries) {
    return m_database->write([&]() -> Result<void> {
        SQLite::Statement move(sql(), "UPDATE draft SET checklist = ? WHERE id = ?");
        bindBlob(move, 1, checklist.view());
        move.bind(2, draft);
        move.exec();
        return putRows(draft, entries);
    });
}

Result<void> TabletStore::putRows(const std::string& draft, const std::vector<DraftEntry>& entries) {
    SQLite::Statement touch(sql(), "UPDATE draft SET updated = ? WHERE id = ?");
    touch.bind(1, static_cast<std::int64_t>(now().utc.time_since_epoch().count()));
    touch.bind(2, draft);
    if (touch.exec() == 0)
        return fail(ErrorKind::notFound, "no_draft", "this draft is not here any more; it was signed or deleted");
    SQLite::Statement drop(sql(), "DELETE FROM entry WHERE draft = ? AND kind = ? AND name = ?");
    SQLite::Statement put(
        sql(),
        "INSERT INTO entry(draft, kind, name, value) VALUES(?, ?, ?, ?) ON CONFLICT DO UPDATE SET value = "
        "excluded.value");
    for (const auto& entry : entries) {
        auto& statement = entry.value.empty() ? drop : put;
        statement.reset();
        statement.bind(1, draft);
        statement.bind(2, entry.kind);
        const std::string name = entryRowName(m_key, entry.kind, entry.name);
        statement.bind(3, name);
        Bytes sealed;
        if (!entry.value.empty()) {
            sealed = m_key.seal(asBytes(entry.value), entryIdentity(draft, entry.kind, name));
            bindBlob(put, 4, sealed);
        }
        statement.exec();
    }
    return {};
}

Result<std::vector<DraftEntry>> TabletStore::entries(const std::string& draft) const {
    SQLite::Statement get(sql(), "SELECT kind, name, value FROM entry WHERE draft = ? ORDER BY kind, name");
    get.bind(1, draft);
    std::vector<DraftEntry> out;
    while (get.executeStep()) {
        DraftEntry entry{get.getColumn(0).getString(), get.getColumn(1).getString(), {}};
        const auto plain = m_key.open(blobOf(get.getColumn(2)), entryIdentity(draft, entry.kind, entry.name));
        if (!plain) return fail(plain.error());
        entry.value = asText(*plain);
        out.push_back(std::move(entry));
    }
    return out;
}

Result<void> TabletStore::deleteDraft(const std::string& id) {
    return m_database->write([&]() -> Result<void> {
        SQLite::Statement drop(sql(), "DELETE FROM draft WHERE id = ?");
        drop.bind(1, id);
        drop.exec();
        return {};
    });
}

}  // namespace plumb::store
