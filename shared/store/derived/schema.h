// The tables that are folded from a person's lines. They are in memory; what lies on the disk of them is a sealed image
// (snapshot.h). Whoever changes a table, or a fold or a text that fills one, raises kForm: images of another form are
// thrown away, and the tables are made again from the lines.
#pragma once

#include <cstdint>

namespace plumb::store {

inline constexpr int kForm = 11;

// A line's rank is its place in the order in which lines are folded: its log index, or, where it is in no log (yet),
// this and the number under which the device stored it, after all that the log has.
inline constexpr std::int64_t kWaits = std::int64_t{1} << 62;

// A finding without a day that is due comes after all others.
inline constexpr std::int64_t kNoDay = std::int64_t{1} << 40;

inline constexpr const char* kSchema = R"sql(
CREATE TABLE position(                -- one row: how far the store was followed
    line INTEGER NOT NULL,
    change INTEGER NOT NULL
) STRICT;
INSERT INTO position VALUES(0, 0);

CREATE TABLE site(
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    rank INTEGER,                     -- of the publication that holds; NULL: only named by records
    name TEXT NOT NULL DEFAULT '',
    code TEXT NOT NULL DEFAULT '',
    region TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL DEFAULT '',
    programme TEXT NOT NULL DEFAULT '',
    sector TEXT NOT NULL DEFAULT '',
    contact TEXT NOT NULL DEFAULT '',
    latitude REAL,
    longitude REAL,
    products TEXT NOT NULL DEFAULT '[]',   -- JSON
    scale REAL,
    scale_unit TEXT NOT NULL DEFAULT '',
    level TEXT NOT NULL DEFAULT '',
    boundary TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX site_by_name ON site(name, id) WHERE rank IS NOT NULL;

CREATE TABLE publication(             -- of checklists
    hash BLOB PRIMARY KEY,            -- of the line
    rank INTEGER NOT NULL,
    id TEXT NOT NULL,
    version TEXT NOT NULL,
    title_zh TEXT NOT NULL,
    title_en TEXT NOT NULL,
    sha256 BLOB NOT NULL,             -- of the document
    attachments BLOB NOT NULL,        -- hashes of the files that it needs, one after the other
    programmes TEXT NOT NULL,         -- JSON
    sectors TEXT NOT NULL,
    withdrawn TEXT NOT NULL,          -- why nothing begins on it any more
    kinds TEXT NOT NULL,              -- JSON
    test INTEGER NOT NULL             -- 1: a draft version
) STRICT;

CREATE TABLE document(                -- what inspections were filled under
    key INTEGER PRIMARY KEY,
    sha256 BLOB NOT NULL,
    id TEXT NOT NULL,
    version TEXT NOT NULL,
    UNIQUE(sha256, id, version)
) STRICT;

CREATE TABLE author(                  -- keys that inspections were signed with
    key INTEGER PRIMARY KEY,
    kid TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE inspection(              -- records::InspectionRow
    key INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,          -- keys.h, bindId
    author INTEGER NOT NULL,
    own INTEGER NOT NULL,
    first INTEGER,
    newest INTEGER,
    hash BLOB NOT NULL,
    site INTEGER NOT NULL,
    region TEXT NOT NULL,
    at INTEGER NOT NULL,
    zone INTEGER NOT NULL,            -- minutes
    files INTEGER NOT NULL,
    document INTEGER NOT NULL,
    kind TEXT NOT NULL,
    points INTEGER NOT NULL,
    max INTEGER NOT NULL,
    grade TEXT NOT NULL,
    vetoes INTEGER NOT NULL,
    findings INTEGER NOT NULL,
    round TEXT NOT NULL,              -- of a self-assessment; '' of an inspection
    rechecks TEXT NOT NULL,           -- of a re-check: its order's record id; '' else
    version INTEGER NOT NULL,
    status INTEGER NOT NULL,
    decided BLOB,
    signers INTEGER NOT NULL,
    cosigned BLOB,                    -- hash of the second inspector's line
    agreed BLOB,                      -- hash of the first of two acceptances
    agreed_by TEXT NOT NULL,          -- the person who signed that; ''
    comment TEXT NOT NULL,            -- of the newest review that counts
    reviewed INTEGER,                 -- its time
    rank INTEGER NOT NULL,            -- of the submission
    through INTEGER NOT NULL          -- the highest rank of a line that was folded into it
) STRICT;
CREATE INDEX inspection_by_site ON inspection(site, document);
CREATE INDEX inspection_incomplete ON inspection(rank) WHERE status = 3;
CREATE INDEX inspection_returned ON inspection(status) WHERE own = 1 AND status = 1;

-- The list in its order and what a search reads of it: narrow, so that one pass over all of it is short.
CREATE TABLE listed(
    rank INTEGER PRIMARY KEY,
    inspection INTEGER NOT NULL,
    site INTEGER NOT NULL,
    document INTEGER NOT NULL,
    own INTEGER NOT NULL,
    test INTEGER NOT NULL,            -- 1: made in test mode, and in a list of its own
    text TEXT NOT NULL                -- in lower case: the people and the day of each version, spaces between
) STRICT;
CREATE INDEX listed_own ON listed(rank) WHERE own = 1 AND test = 0;
CREATE INDEX listed_test ON listed(rank) WHERE test = 1;

CREATE TABLE thread(                  -- records::Thread
    id TEXT PRIMARY KEY,
    inspection BLOB NOT NULL,         -- its id
    item TEXT NOT NULL,
    begun TEXT NOT NULL,              -- persons
    last TEXT NOT NULL,
    remarks INTEGER NOT NULL,
    resolved INTEGER NOT NULL,
    waits INTEGER NOT NULL,           -- as long as it is open, for a word of this person: ThreadWait; whether she may
                                      -- review is asked when it is listed
    text TEXT NOT NULL,               -- of the last remark
    at INTEGER NOT NULL               -- its time
) STRICT;
CREATE INDEX thread_of ON thread(inspection, resolved);
CREATE INDEX thread_waits ON thread(at) WHERE waits > 0 AND resolved = 0;

CREATE TABLE rectification(           -- records::CaseRow; one of each inspection, but re-checks, tests and what the server refused
    key INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,          -- of the inspection
    site INTEGER NOT NULL,
    region TEXT NOT NULL,
    own INTEGER NOT NULL,
    state INTEGER NOT NULL,
    due INTEGER NOT NULL,             -- the first of what the enterprise has to do, days since 1970; kNoDay: none
    rank INTEGER NOT NULL,            -- of the submission
    through INTEGER NOT NULL,
    row TEXT NOT NULL                 -- JSON; '' where nothing was found and nothing happened: as the inspection says
) STRICT;
CREATE INDEX rectification_listed ON rectification(rank);
CREATE INDEX rectification_by_state ON rectification(state, rank);

-- The findings of the cases: narrow, so that a count of all of them is short.
CREATE TABLE finding(
    rectification INTEGER NOT NULL,
    number INTEGER NOT NULL,          -- its place in the case's row
    list INTEGER NOT NULL,            -- FindingColumn
    state INTEGER NOT NULL,
    due INTEGER NOT NULL,             -- days since 1970; kNoDay: none
    asked INTEGER NOT NULL,           -- 1: a request for more time waits
    own INTEGER NOT NULL,
    site INTEGER NOT NULL,
    severity TEXT NOT NULL,
    region TEXT NOT NULL,
    PRIMARY KEY(rectification, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_listed ON finding(list, due, rectification, number, state, asked, own, site, severity, region);
CREATE INDEX finding_at_site ON finding(site, list, due);

CREATE TABLE assessment(              -- records::AssessmentRow
    key INTEGER PRIMARY KEY,
    site INTEGER NOT NULL,
    round TEXT NOT NULL,
    checklist TEXT NOT NULL,
    submission TEXT NOT NULL,         -- record id; '' before it
    first INTEGER NOT NULL,           -- rank of the line with which it began
    through INTEGER NOT NULL,
    row TEXT NOT NULL,                -- JSON
    UNIQUE(site, round, checklist)
) STRICT;
CREATE INDEX assessment_submission ON assessment(submission) WHERE submission <> '';

CREATE TABLE round(
    id TEXT PRIMARY KEY,
    rank INTEGER NOT NULL,            -- of the publication that holds
    region TEXT NOT NULL,             -- of its line
    opens INTEGER NOT NULL,           -- days since 1970
    closes INTEGER NOT NULL,
    closed INTEGER NOT NULL,
    body TEXT NOT NULL                -- JSON
) STRICT;

CREATE TABLE task(                    -- records::TaskRow
    id TEXT PRIMARY KEY,
    site INTEGER NOT NULL,
    due INTEGER NOT NULL,             -- days since 1970
    open INTEGER NOT NULL,            -- 1: neither done nor cancelled
    row TEXT NOT NULL                 -- JSON
) STRICT;
CREATE INDEX task_open ON task(due, id) WHERE open = 1;
CREATE TABLE task_visit(              -- inspections that name a task
    hash BLOB PRIMARY KEY,            -- of the submission's line
    task TEXT NOT NULL
) STRICT;
CREATE INDEX task_visit_task ON task_visit(task);
)sql";

}  // namespace plumb::store
