#include "sync-server/store/postgres_schema.h"

namespace plumb::server {
namespace {

// As schema.cpp has it after its migrations. `lines` is the truth: nothing updates, deletes or empties it, even by a
// mistake of ours. Lines are compressed by nobody: their payloads are base64url of what a signature covers.
constexpr const char* kFirst = R"sql(
CREATE TABLE lines (
  idx {integer} PRIMARY KEY,
  received {integer} NOT NULL,
  line {bytes} NOT NULL
){rows};
CREATE FUNCTION lines_refuse() RETURNS trigger LANGUAGE plpgsql AS
  'BEGIN RAISE EXCEPTION ''lines are append-only''; END';
CREATE TRIGGER lines_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON lines
  FOR EACH STATEMENT EXECUTE FUNCTION lines_refuse();

CREATE TABLE authors (
  id {counted},
  kid {text} NOT NULL UNIQUE,
  tip_seq {integer} NOT NULL,
  tip_hash {bytes} NOT NULL,
  places {integer} NOT NULL,
  forks {integer} NOT NULL
){rows};

CREATE TABLE entries (
  idx {integer} PRIMARY KEY,
  hash {bytes} NOT NULL UNIQUE,
  author {integer} NOT NULL,
  seq {integer} NOT NULL,
  record {text} NOT NULL,
  type {text} NOT NULL,
  region {text} NOT NULL,
  site {text} NOT NULL,
  trust {integer} NOT NULL
){rows};
CREATE INDEX entries_chain ON entries (author, seq);
CREATE INDEX entries_record ON entries (record, idx);
CREATE INDEX entries_trust ON entries (idx) WHERE trust = 1;

CREATE TABLE nodes (
  level {integer} NOT NULL,
  idx {integer} NOT NULL,
  hash {bytes} NOT NULL,
  PRIMARY KEY (level, idx)
){keyed};

CREATE TABLE refused (
  kid {text} NOT NULL,
  seq {integer} NOT NULL,
  hash {bytes} NOT NULL,
  code {text} NOT NULL,
  PRIMARY KEY (kid, seq, hash)
){keyed};

CREATE TABLE projections (
  name {text} PRIMARY KEY,
  version {integer} NOT NULL,
  upto {integer} NOT NULL
){keyed};

CREATE TABLE commits (
  session {bytes} PRIMARY KEY,
  n {integer} NOT NULL,
  at {integer} NOT NULL
){keyed};
)sql";

constexpr const char* kMigrations[] = {kFirst};
static_assert(std::size(kMigrations) == kPostgresNewest);

// Who migrates; any number that nobody else takes.
constexpr std::int64_t kMigratingLock = 0x706c756d63;

std::int64_t formatOf(sql::Connection& connection) {
    auto row = connection.use("SELECT format FROM store_format");
    return row.step() ? row.integer(0) : std::int64_t{kPostgresEmpty};
}

void putFormat(sql::Connection& connection, std::int64_t format) {
    connection.define("DELETE FROM store_format");
    connection.use("INSERT INTO store_format (format) VALUES (?1)").with(format).run();
}

// One program at a time, and which format there is.
template <class Work>
Result<void> withFormat(sql::Connection& connection, const Work& work) {
    Result<void> out;
    connection.transact([&] {
        connection.use("SELECT pg_advisory_xact_lock(?1)").with(kMigratingLock).step();
        connection.define("CREATE TABLE IF NOT EXISTS store_format (format {integer} NOT NULL){rows}");
        out = work(formatOf(connection));
    });
    return out;
}

Result<void> migrateFrom(std::int64_t found, sql::Connection& connection) {
    if (found == kPostgresMovedAway)
        return fail(ErrorKind::conflict, "store_moved",
                    "the log that lay in this database was moved away (plumbserver move) and is served from elsewhere");
    if (found == kPostgresArriving)
        return fail(ErrorKind::conflict, "store_arriving",
                    "a move into this database was interrupted; run plumbserver move again, which goes on with it");
    if (found > kPostgresNewest)
        return fail(ErrorKind::unsupported, "store_newer",
                    "the log's database has format " + std::to_string(found) +
                        ", this plumbserver knows formats up to " + std::to_string(int{kPostgresNewest}) +
                        "; start a newer plumbserver");
    for (auto format = found; format < kPostgresNewest; ++format) connection.define(kMigrations[format]);
    if (found != kPostgresNewest) putFormat(connection, kPostgresNewest);
    return {};
}

}  // namespace

Result<void> migratePostgres(sql::Connection& connection) {
    return withFormat(connection, [&](std::int64_t found) { return migrateFrom(found, connection); });
}

Result<void> beginArrival(sql::Connection& connection) {
    return withFormat(connection, [&](std::int64_t found) -> Result<void> {
        if (found == kPostgresArriving) return {};
        if (auto good = migrateFrom(found, connection); !good) return good;
        if (connection.use("SELECT idx FROM lines LIMIT 1").step())
            return fail(ErrorKind::conflict, "store_not_empty",
                        "the database holds a log already, and nothing is written over it; take an empty one");
        putFormat(connection, kPostgresArriving);
        return {};
    });
}

void endArrival(sql::Connection& connection) {
    putFormat(connection, kPostgresNewest);
}

void keepFromWriting(sql::Connection& connection) {
    connection.define("LOCK TABLE lines IN SHARE MODE");
}

void markMovedAway(sql::Connection& connection) {
    putFormat(connection, kPostgresMovedAway);
    connection.define(
        "CREATE TRIGGER lines_moved BEFORE INSERT ON lines FOR EACH STATEMENT EXECUTE FUNCTION "
        "lines_refuse()");
}

}  // namespace plumb::server
