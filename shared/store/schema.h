// The tablet's tables, one person's store. Values that tell about people or findings are sealed (BLOB, vault.h); what
// stands open is what finding and ordering them needs. Ordered migrations; see Database::open.
#pragma once

#include <array>

namespace plumb::store {

inline constexpr std::array<const char*, 10> kTabletMigrations{R"sql(
CREATE TABLE setting(
    name TEXT PRIMARY KEY,
    value BLOB NOT NULL            -- sealed
) STRICT, WITHOUT ROWID;

CREATE TABLE record(
    hash BLOB PRIMARY KEY,         -- SHA-256 of the line
    id TEXT NOT NULL,
    kid TEXT NOT NULL,
    seq INTEGER NOT NULL,
    type TEXT NOT NULL,
    site TEXT NOT NULL,
    region TEXT NOT NULL,
    about TEXT NOT NULL,           -- body.of: the record that this one speaks of, or ''
    at INTEGER NOT NULL,           -- author's clock, ms since 1970
    own INTEGER NOT NULL,          -- 1: signed on this device
    state INTEGER NOT NULL,        -- RecordState
    log_index INTEGER,             -- once the log has it
    proved_size INTEGER,           -- checkpoint whose inclusion proof was verified here
    problem TEXT NOT NULL DEFAULT '', -- why the server refused it
    line BLOB NOT NULL             -- sealed
) STRICT;
CREATE INDEX record_by_id ON record(id);
CREATE INDEX record_by_type ON record(type, at);
CREATE INDEX record_by_about ON record(about) WHERE about <> '';
CREATE INDEX record_waiting ON record(seq) WHERE own = 1 AND state = 0;
CREATE UNIQUE INDEX record_own_seq ON record(seq) WHERE own = 1;

CREATE TABLE checkpoint(
    size INTEGER PRIMARY KEY,
    root BLOB NOT NULL,
    time INTEGER NOT NULL,
    note TEXT NOT NULL
) STRICT;

CREATE TABLE file(
    sha256 BLOB PRIMARY KEY,
    size INTEGER NOT NULL,
    type TEXT NOT NULL,
    wanted INTEGER NOT NULL DEFAULT 0,   -- 1: a signed record of ours names it, the server must get it
    first INTEGER NOT NULL DEFAULT 0,    -- 1: must be there before the lines (checklists)
    uploaded INTEGER NOT NULL DEFAULT 0, -- 1: each byte was acknowledged; see `there`
    url TEXT NOT NULL DEFAULT '',        -- tus upload under way
    sent INTEGER NOT NULL DEFAULT 0      -- bytes that the server acknowledged
) STRICT;

CREATE TABLE draft(
    id TEXT PRIMARY KEY,
    site TEXT NOT NULL,
    checklist BLOB NOT NULL,       -- SHA-256 of the document on which it was begun
    amends TEXT NOT NULL,          -- record id, or ''
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL
) STRICT;

CREATE TABLE entry(
    draft TEXT NOT NULL REFERENCES draft(id) ON DELETE CASCADE,
    kind TEXT NOT NULL,            -- answer, na, note, photo, finding, place …
    name TEXT NOT NULL,
    value BLOB NOT NULL,           -- sealed
    PRIMARY KEY(draft, kind, name)
) STRICT, WITHOUT ROWID;
)sql",
                                                               // A file is there once the server has said so about
                                                               // its SHA-256; lists go by the log.
                                                               R"sql(
ALTER TABLE file ADD COLUMN there INTEGER NOT NULL DEFAULT 0;  -- when the server last said that it holds it, by its own
                                                               -- signed time, ms since 1970; 0: it has not
CREATE INDEX file_wanted ON file(there) WHERE wanted = 1;
CREATE INDEX record_newest ON record(type, COALESCE(log_index, 9223372036854775807) DESC, seq DESC);
)sql",
                                                               // What was pulled is believed once it was proved; what
                                                               // came before this was asked for is read again.
                                                               R"sql(
ALTER TABLE record ADD COLUMN doubt TEXT NOT NULL DEFAULT '';  -- why it is not believed; '' where it is
UPDATE record SET doubt = 'unproved: it has not been read again since this device asks for proofs' WHERE own = 0;
DELETE FROM setting WHERE name = 'feed_cursor';
DROP INDEX record_newest;
CREATE INDEX record_newest ON record(type, doubt, COALESCE(log_index, 9223372036854775807) DESC, seq DESC);
CREATE INDEX record_trust ON record(log_index)
    WHERE type IN ('invite.issued', 'key.enrolled', 'key.revoked', 'role.granted', 'role.withdrawn') AND
          log_index IS NOT NULL;
CREATE INDEX record_published ON record(site, log_index) WHERE type = 'site.published';
)sql",
                                                               // One wrong answer is no end: what was refused is
                                                               // offered again, and so is what a server lost.
                                                               R"sql(
ALTER TABLE record ADD COLUMN refusals INTEGER NOT NULL DEFAULT 0;  -- how often in a row the server refused it
ALTER TABLE record ADD COLUMN ask_at INTEGER NOT NULL DEFAULT 0;    -- the run at which it is offered again
ALTER TABLE record ADD COLUMN offered INTEGER NOT NULL DEFAULT 0;   -- 1: pulled from a log that was lost, and offered
                                                                    -- to the one that took its place
CREATE INDEX record_refused ON record(seq) WHERE own = 1 AND state = 3;
CREATE INDEX record_sent ON record(seq) WHERE own = 1 AND state = 1;
CREATE INDEX record_offered ON record(hash) WHERE offered = 1;
CREATE INDEX record_place ON record(log_index) WHERE log_index IS NOT NULL;
-- An index that a server only stated was never worth anything.
UPDATE record SET log_index = NULL WHERE own = 1 AND state = 1;

-- What was proved under a log that its server lost. A break is a log.recovered that was believed here.
CREATE TABLE log_break(
    number INTEGER PRIMARY KEY,    -- from 1 on
    line BLOB NOT NULL,            -- hash of the log.recovered
    kept INTEGER NOT NULL,         -- entries that the log began again with
    common INTEGER NOT NULL,       -- of which this device has verified that they are the old ones
    at INTEGER NOT NULL            -- when it was believed here, ms since 1970
) STRICT;
CREATE TABLE lost_checkpoint(
    number INTEGER NOT NULL REFERENCES log_break(number),
    size INTEGER NOT NULL,
    root BLOB NOT NULL,
    time INTEGER NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY(number, size)
) STRICT, WITHOUT ROWID;
CREATE TABLE lost_place(
    hash BLOB NOT NULL,
    number INTEGER NOT NULL REFERENCES log_break(number),
    log_index INTEGER NOT NULL,
    proved_size INTEGER,
    PRIMARY KEY(hash, number)
) STRICT, WITHOUT ROWID;
)sql",
                                                               // A file's SHA-256 tells who has the photo that it is
                                                               // here: what stands open is its name in the vault.
                                                               // open_names.h fills the new table and drops the old.
                                                               R"sql(
DROP INDEX file_wanted;
ALTER TABLE file RENAME TO file_by_hash;
CREATE TABLE file(
    name BLOB PRIMARY KEY,               -- FileVault::nameOf(its SHA-256)
    hash BLOB NOT NULL,                  -- its SHA-256, sealed
    size INTEGER NOT NULL,
    type TEXT NOT NULL,
    wanted INTEGER NOT NULL DEFAULT 0,   -- as above
    first INTEGER NOT NULL DEFAULT 0,
    uploaded INTEGER NOT NULL DEFAULT 0,
    url TEXT NOT NULL DEFAULT '',
    sent INTEGER NOT NULL DEFAULT 0,
    there INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX file_wanted ON file(there) WHERE wanted = 1;
)sql",
                                                               // What derived tables follow: lines in the order in
                                                               // which they are stored (rowid), and those whose place
                                                               // in the log, belief or refusal changed since.
                                                               R"sql(
CREATE TABLE changed(
    hash BLOB PRIMARY KEY,               -- of the line
    number INTEGER NOT NULL              -- ascending; of its newest change
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX changed_number ON changed(number);
CREATE TRIGGER record_changed AFTER UPDATE OF log_index, doubt, state ON record
WHEN OLD.log_index IS NOT NEW.log_index OR OLD.doubt <> NEW.doubt OR (OLD.state = 3) <> (NEW.state = 3)
BEGIN
    INSERT INTO changed(hash, number) VALUES(NEW.hash, (SELECT COALESCE(max(number), 0) + 1 FROM changed))
        ON CONFLICT(hash) DO UPDATE SET number = excluded.number;
END;
)sql",
                                                               // Drafts of self-assessments and of the acts of a
                                                               // rectification; a site's contributions.
                                                               R"sql(
ALTER TABLE draft ADD COLUMN round TEXT NOT NULL DEFAULT '';   -- of a self-assessment
ALTER TABLE draft ADD COLUMN act TEXT NOT NULL DEFAULT '';     -- the type of the act; '' of an inspection
CREATE INDEX record_assessed ON record(site, type) WHERE type IN ('assessment.contributed', 'assessment.submitted');
)sql",
                                                               // Who is to fill which section.
                                                               R"sql(
DROP INDEX record_assessed;
CREATE INDEX record_assessed ON record(site, type)
    WHERE type IN ('assessment.contributed', 'assessment.assigned', 'assessment.submitted');
)sql",
                                                               // Who certifies document keys is a trust line, too.
                                                               R"sql(
DROP INDEX record_trust;
CREATE INDEX record_trust ON record(log_index)
    WHERE type IN ('invite.issued', 'key.enrolled', 'key.revoked', 'role.granted', 'role.withdrawn',
                   'documents.certified') AND log_index IS NOT NULL;
)sql",
                                                               // What is not believed is seldom any, and is counted
                                                               // for the sync page: that looked at every line before.
                                                               R"sql(
CREATE INDEX record_doubted ON record(log_index) WHERE doubt <> '';
)sql"};

}  // namespace plumb::store
