// Plain values of the log and its index. No database type, and no meaning of a line's body.
#pragma once

#include <cstdint>
#include <string>

#include "shared/base/clock.h"
#include "shared/base/sha256.h"

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

struct ChainTotals {
    std::uint64_t authors = 0, withGaps = 0, withForks = 0;
};

}  // namespace plumb::server
