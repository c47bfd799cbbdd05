// Stands between a program and the C library: counts its accesses to the files below one folder, makes the planned one
// fail, and keeps a journal of all of them. A test links it (accesses of its own process, from arm() to disarm()); a
// program is started with LD_PRELOAD=libfailing_access.so and PLUMB_FAULT=toText(plan) (from its first access to its
// end).
//
// What it cannot see: writes through a memory map (SQLite's -shm, which no crash outlives), sendfile, and what the C
// library does inside itself (stdio). Calls of all threads are counted in one order, one at a time.
#pragma once

#include <vector>

#include "shared/base/bytes.h"
#include "tests/faults/failing_access/plan.h"

namespace plumb::faults {

// One thing that was done to the files of a folder.
struct Step {
    enum class Kind { create, write, truncate, sync, syncFolder, rename, remove, makeFolder } kind = Kind::write;
    std::string path;  // absolute
    std::string to = {};
    std::uint64_t at = 0;  // of a write; of a truncate: the new size
    Bytes bytes = {};
};

// Syncs of this process are taken as done from here on, also where no plan is in force: a test that cuts nobody's power
// need not wait for disks.
void doNotWaitForDisks();

void arm(const Plan& plan);
// Ends the plan; what was counted since arm().
Counts disarm();
[[nodiscard]] Counts counted();

// From here on every step below one of the folders is kept, in order. Failing and recording are independent of each
// other.
void beginJournal(std::vector<std::string> folders);
// How many steps there are so far.
[[nodiscard]] std::size_t journalSize();
std::vector<Step> endJournal();

}  // namespace plumb::faults
