#include "shared/store/witness_book.h"

#include "shared/crypto/merkle.h"

namespace plumb::store {
namespace {

constexpr const char* kMigrations[] = {
    R"sql(
CREATE TABLE log(
    origin TEXT PRIMARY KEY,
    key TEXT NOT NULL,
    size INTEGER NOT NULL DEFAULT 0,
    root BLOB NOT NULL,
    note TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE TABLE contradiction(
    id INTEGER PRIMARY KEY,
    origin TEXT NOT NULL REFERENCES log(origin),
    cosigned TEXT NOT NULL,
    note TEXT NOT NULL,
    UNIQUE(origin, note)
) STRICT;
)sql",
};

WitnessedLog logOf(SQLite::Statement& row) {
    auto key = crypto::parseNoteKey(row.getColumn(0).getString());
    const auto root = Sha256::fromView(blobOf(row.getColumn(2)));
    if (!key || !root) throw std::runtime_error("the witness's book is damaged");
    return {std::move(*key), static_cast<std::uint64_t>(row.getColumn(1).getInt64()), *root,
            row.getColumn(3).getString()};
}

}  // namespace

Result<std::unique_ptr<WitnessBook>> WitnessBook::open(const std::filesystem::path& file) {
    auto database = Database::open(file, kMigrations);
    if (!database) return fail(database.error());
    return std::unique_ptr<WitnessBook>(new WitnessBook(std::move(*database)));
}

Result<void> WitnessBook::addLog(const crypto::NoteKey& key) {
    return m_database->write([&]() -> Result<void> {
        if (const auto known = log(key.name)) {
            if (known->key.key.raw() == key.key.raw()) return {};
            return fail(ErrorKind::conflict, "log_known",
                        "the log " + key.name + " is known here by another key; two logs must not go by one name");
        }
        SQLite::Statement put(m_database->sql(), "INSERT INTO log(origin, key, root) VALUES(?, ?, ?)");
        put.bind(1, key.name);
        put.bind(2, crypto::formatNoteKey(key.name, key.key));
        const auto root = crypto::emptyRoot();
        bindBlob(put, 3, root.view());
        put.exec();
        return {};
    });
}

std::vector<WitnessedLog> WitnessBook::logs() const {
    SQLite::Statement get(m_database->sql(), "SELECT key, size, root, note FROM log ORDER BY origin");
    std::vector<WitnessedLog> out;
    while (get.executeStep()) out.push_back(logOf(get));
    return out;
}

std::optional<WitnessedLog> WitnessBook::log(const std::string& origin) const {
    SQLite::Statement get(m_database->sql(), "SELECT key, size, root, note FROM log WHERE origin = ?");
    get.bind(1, origin);
    if (!get.executeStep()) return std::nullopt;
    return logOf(get);
}

Result<void> WitnessBook::advance(const std::string& origin, const std::string& note, const Step& step) {
    return m_database->write([&]() -> Result<void> {
        const auto known = log(origin);
        if (!known) return fail(ErrorKind::notFound, "log_unknown", "the log " + origin + " is not known here");
        const auto next = step(*known);
        if (!next) return fail(next.error());
        SQLite::Statement put(m_database->sql(), "UPDATE log SET size = ?, root = ?, note = ? WHERE origin = ?");
        put.bind(1, static_cast<std::int64_t>(next->size));
        bindBlob(put, 2, next->root.view());
        put.bind(3, note);
        put.bind(4, origin);
        put.exec();
        return {};
    });
}

Result<void> WitnessBook::keepContradiction(const WitnessedContradiction& found) {
    return m_database->write([&]() -> Result<void> {
        SQLite::Statement put(m_database->sql(),
                              "INSERT INTO contradiction(origin, cosigned, note) SELECT ?1, ?2, ?3 WHERE (SELECT "
                              "count(*) FROM contradiction WHERE origin = ?1) < ?4 ON CONFLICT DO NOTHING");
        put.bind(1, found.origin);
        put.bind(2, found.cosigned);
        put.bind(3, found.note);
        put.bind(4, kMostContradictions);
        put.exec();
        return {};
    });
}

std::vector<WitnessedContradiction> WitnessBook::contradictions() const {
    SQLite::Statement get(m_database->sql(), "SELECT origin, cosigned, note FROM contradiction ORDER BY id");
    std::vector<WitnessedContradiction> out;
    while (get.executeStep())
        out.push_back({get.getColumn(0).getString(), get.getColumn(1).getString(), get.getColumn(2).getString()});
    return out;
}

}  // namespace plumb::store
