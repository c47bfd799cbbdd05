#include "sync-server/store/schema.h"

#include <SQLiteCpp/Transaction.h>

#include "sync-server/store/table.h"

namespace plumb::server {
namespace {

// `lines` is the truth. Nothing updates or deletes it; triggers hold that even against a mistake of ours.
constexpr const char* kFirst = R"sql(
CREATE TABLE lines (
  idx INTEGER PRIMARY KEY,
  received INTEGER NOT NULL,
  line BLOB NOT NULL
) STRICT;
CREATE TRIGGER lines_no_update BEFORE UPDATE ON lines BEGIN SELECT RAISE(ABORT, 'lines are append-only'); END;
CREATE TRIGGER lines_no_delete BEFORE DELETE ON lines BEGIN SELECT RAISE(ABORT, 'lines are append-only'); END;

CREATE TABLE authors (
  id INTEGER PRIMARY KEY,
  kid TEXT NOT NULL UNIQUE,
  tip_seq INTEGER NOT NULL,
  tip_hash BLOB NOT NULL,
  places INTEGER NOT NULL,
  forks INTEGER NOT NULL
) STRICT;

CREATE TABLE entries (
  idx INTEGER PRIMARY KEY,
  hash BLOB NOT NULL UNIQUE,
  author INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  record TEXT NOT NULL,
  type TEXT NOT NULL,
  region TEXT NOT NULL,
  site TEXT NOT NULL,
  trust INTEGER NOT NULL
) STRICT;
CREATE INDEX entries_chain ON entries (author, seq);
CREATE INDEX entries_record ON entries (record);
CREATE INDEX entries_trust ON entries (idx) WHERE trust = 1;

CREATE TABLE nodes (
  level INTEGER NOT NULL,
  idx INTEGER NOT NULL,
  hash BLOB NOT NULL,
  PRIMARY KEY (level, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE story (
  record TEXT NOT NULL,
  idx INTEGER NOT NULL,
  PRIMARY KEY (record, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE inspections (
  idx INTEGER PRIMARY KEY,
  newest INTEGER NOT NULL,
  record TEXT NOT NULL,
  hash BLOB NOT NULL,
  author INTEGER NOT NULL,
  site TEXT NOT NULL,
  region TEXT NOT NULL,
  checklist TEXT NOT NULL,
  checklist_version TEXT NOT NULL,
  checklist_hash BLOB NOT NULL,
  kind TEXT NOT NULL,
  at TEXT NOT NULL,
  points INTEGER NOT NULL,
  max INTEGER NOT NULL,
  grade TEXT NOT NULL,
  vetoes INTEGER NOT NULL,
  findings INTEGER NOT NULL,
  files INTEGER NOT NULL,
  version INTEGER NOT NULL,
  status INTEGER NOT NULL
) STRICT;
CREATE INDEX inspections_status ON inspections (status, idx);

CREATE TABLE tallies (
  status INTEGER NOT NULL,
  region TEXT NOT NULL,
  site TEXT NOT NULL,
  author INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (status, region, site, author)
) STRICT, WITHOUT ROWID;

CREATE TABLE files (
  idx INTEGER NOT NULL,
  n INTEGER NOT NULL,
  sha256 BLOB NOT NULL,
  size INTEGER NOT NULL,
  type TEXT NOT NULL,
  PRIMARY KEY (idx, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX files_hash ON files (sha256);

CREATE TABLE sites (
  site TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  idx INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE checklists (
  id TEXT NOT NULL,
  version TEXT NOT NULL,
  sha256 BLOB NOT NULL,
  title TEXT NOT NULL,
  idx INTEGER NOT NULL,
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX checklists_hash ON checklists (sha256);
)sql";

// Where each site, checklist, programme and standard was published, also formerly; and the lines of enrolled keys that
// were refused, so that the place of one is told from that of a line which never came.
constexpr const char* kSecond = R"sql(
CREATE TABLE publications (
  type TEXT NOT NULL,
  id TEXT NOT NULL,
  idx INTEGER NOT NULL,
  PRIMARY KEY (type, id, idx)
) STRICT, WITHOUT ROWID;
INSERT INTO publications SELECT type, site, idx FROM entries WHERE type = 'site.published';
UPDATE entries SET trust = 1 WHERE type IN ('role.granted', 'role.withdrawn');
INSERT OR IGNORE INTO publications SELECT 'checklist.published', id, idx FROM checklists;

CREATE TABLE refused (
  kid TEXT NOT NULL,
  seq INTEGER NOT NULL,
  hash BLOB NOT NULL,
  code TEXT NOT NULL,
  PRIMARY KEY (kid, seq, hash)
) STRICT, WITHOUT ROWID;
)sql";

// Each projection defines its tables, and says of which version they are and how many lines they hold. What was there
// before goes: it is made again from the lines when the server starts. The index stays as it is.
constexpr const char* kThird = R"sql(
DROP TABLE story;
DROP TABLE inspections;
DROP TABLE tallies;
DROP TABLE files;
DROP TABLE sites;
DROP TABLE checklists;
DROP TABLE publications;
CREATE TABLE projections (
  name TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  upto INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO projections SELECT 'index', 1, coalesce(max(idx) + 1, 0) FROM lines;
)sql";

constexpr const char* kMigrations[] = {kFirst, kSecond, kThird};
static_assert(std::size(kMigrations) == kSchemaNewest);

constexpr Table kIndexTables[] = {
    {"nodes", nullptr, "SELECT level, idx, hash FROM nodes ORDER BY level, idx", 2},
    {"entries", nullptr,
     "SELECT e.idx, e.hash, a.kid, e.seq, e.record, e.type, e.region, e.site, e.trust FROM entries e LEFT JOIN authors "
     "a ON a.id = e.author ORDER BY e.idx",
     1},
    {"authors", nullptr, "SELECT kid, tip_seq, tip_hash, places, forks FROM authors ORDER BY kid", 1},
};

}  // namespace

std::span<const Table> indexTables() {
    return kIndexTables;
}

Result<void> migrate(SQLite::Database& database) {
    const int found = database.execAndGet("PRAGMA user_version").getInt();
    if (found > kSchemaNewest) {
        return fail(ErrorKind::unsupported, "store_newer",
                    "the log's database has format " + std::to_string(found) +
                        ", this plumbserver knows formats up to " + std::to_string(int{kSchemaNewest}) +
                        "; start a newer plumbserver");
    }
    for (int version = found; version < kSchemaNewest; ++version) {
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        database.exec(kMigrations[version]);
        database.exec("PRAGMA user_version = " + std::to_string(version + 1));
        transaction.commit();
    }
    return {};
}

}  // namespace plumb::server
