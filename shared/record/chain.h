// One author's chain: seq counts up by one and prev names the line before. ChainTip makes the next payload; ChainView
// takes lines in any order and tells gaps (a line that is missing) and forks (two lines with one seq).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "shared/base/sha256.h"
#include "shared/record/payload.h"

namespace plumb::record {

struct ChainTip {
    std::uint64_t seq = 0;  // of the newest line; 0 before the first
    std::optional<Sha256> hash;
};

enum class Link {
    next,   // follows what is there
    known,  // the very same line again
    gap,    // accepted, but a line between is missing
    fills,  // closes (part of) a gap
    fork,   // another line stands at this seq, or prev names another line than the one before
};

class ChainView {
  public:
    // Classifies a line and takes it in.
    Link add(std::uint64_t seq, const std::optional<Sha256>& prev, const Sha256& hash);

    // Sequence numbers below the highest that are missing, at most `limit` of them.
    [[nodiscard]] std::vector<std::uint64_t> missing(std::size_t limit = 100) const;
    // Sequence numbers with a fork.
    [[nodiscard]] std::vector<std::uint64_t> forks() const;
    [[nodiscard]] ChainTip tip() const;

  private:
    struct Place {
        std::vector<Sha256> hashes;
        std::vector<std::optional<Sha256>> prevs;
    };
    std::map<std::uint64_t, Place> m_places;
};

}  // namespace plumb::record
