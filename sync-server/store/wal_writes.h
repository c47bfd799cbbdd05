// How the log's one writer hands its write-ahead log to the system: SQLite writes each page of a commit by itself, with
// a head of 24 bytes before it, some eighty calls for a group of lines. Here what follows without a gap is gathered and
// written in pieces of up to 112 KB, at the latest when SQLite asks to have it on the disk, so before any other
// connection is told of it. What fails then fails the commit, as a write of SQLite's own would.
//
// A VFS of SQLite (sqlite.org/vfs.html) over the system's own, which does everything else. REQUIRES of a connection
// that is opened with it: `synchronous` FULL, or pages would be announced that are not written.
#pragma once

namespace plumb::server {

// Its name, for opening; made at the first call. Thread-safe.
const char* gatheringVfs();

}  // namespace plumb::server
