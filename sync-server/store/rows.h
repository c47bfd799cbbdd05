// Plain values that the server's store takes and gives. No database type is seen outside this folder.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/sha256.h"
#include "shared/records/inspection/standing.h"

namespace plumb::server {

// What the index knows of one line of the log.
struct Entry {
    std::uint64_t index = 0;
    Sha256 hash;
    std::string author;  // kid
    std::uint64_t seq = 0;
    std::string record;  // the record's id
    std::string type;
    std::string region;
    std::string site;
    TimePoint received{};
};

// One author's chain as far as it has arrived.
struct ChainState {
    std::uint64_t tipSeq = 0;  // 0: no line yet
    Sha256 tipHash;
    std::uint64_t places = 0;  // how many different numbers are there: fewer than tipSeq means that lines are missing
    std::uint64_t forks = 0;   // lines that stand where another line stood, or name another line as the one before
};

// An inspection as lists show it: the submission's place, the newest version's contents.
struct InspectionRow {
    std::uint64_t index = 0;   // of the submission: the key of lists
    std::uint64_t newest = 0;  // log index of the newest version
    std::string record;
    Sha256 hash;         // line hash of the newest version
    std::string author;  // kid
    std::string site, region;
    std::string checklist, checklistVersion;
    Sha256 checklistHash;
    std::string kind, at;
    std::int64_t points = 0, max = 0;
    std::string grade;
    int vetoes = 0, findings = 0, files = 0, version = 1;
    records::InspectionStatus status = records::InspectionStatus::submitted;
};

struct ChecklistRow {
    std::string id, version;
    Sha256 sha256;
    std::string titleJson;
    std::uint64_t index = 0;
};

// A file that a line names.
struct FileUse {
    Sha256 sha256;
    std::uint64_t size = 0;
    std::string type;
    Entry entry;  // the line
};

struct NamedFile {
    Sha256 sha256;
    std::uint64_t index = 0;  // of the first line that names it
};

// How many inspections stand where: rights are judged per group, so that counting never walks all rows.
struct Tally {
    records::InspectionStatus status = records::InspectionStatus::submitted;
    std::string region, site, author;
    std::uint64_t count = 0;
};

struct ChainTotals {
    std::uint64_t authors = 0, withGaps = 0, withForks = 0;
};

}  // namespace plumb::server
