// The random draw of sites and inspectors (双随机), so that anybody can make it again: DRAW.md says it for other
// languages, with the twenty lines that do it. A frozen pool, a seed that nobody could choose, a shuffle per stratum
// by Fisher and Yates with numbers that are rejected where they would prefer anybody. Pure; any thread.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/base/sha256.h"

namespace plumb::records {

inline constexpr std::string_view kDrawRule = "plumb-draw-v1";

// Who may be drawn, as a text whose hash is committed: the line "plumb-pool-v1", then a line each of
// "site<TAB>stratum<TAB>id" and "inspector<TAB>id", ascending by their bytes, each once.
struct DrawPool {
    std::map<std::string, std::vector<std::string>> sites;  // by stratum, ascending
    std::vector<std::string> inspectors;                    // ids of persons, ascending

    friend bool operator==(const DrawPool&, const DrawPool&) = default;
};
// bad_pool names the line: no such line, not ascending, blank, a site in two strata.
Result<DrawPool> parsePool(std::string_view text);
// REQUIRES: neither tabs nor line ends in names and ids.
std::string poolText(const DrawPool& pool);

// Parts of a thousand of each stratum that are drawn; the number is rounded up.
using DrawRatios = std::map<std::string, int>;
std::size_t drawnOf(std::size_t pool, int permille);

// What decides the draw: the tree of the log at a size that it did not have when the pool was committed.
struct DrawCheckpoint {
    std::uint64_t size = 0;
    Sha256 root;

    friend bool operator==(const DrawCheckpoint&, const DrawCheckpoint&) = default;
};
// SHA-256 of "plumb-draw-v1 <size> <root, base64> <pool's hash, hex>".
Sha256 drawSeed(const DrawCheckpoint& checkpoint, const Sha256& pool);

// The order in which `ids` are drawn. `label`: what keeps several shuffles of one seed apart.
std::vector<std::string> shuffled(std::vector<std::string> ids, const Sha256& seed, std::string_view label);

struct DrawnSite {
    std::string site, stratum;
    std::size_t team = 0;  // number of its team, from 0 on

    friend bool operator==(const DrawnSite&, const DrawnSite&) = default;
};

struct DrawResult {
    std::vector<DrawnSite> sites;                 // stratum by stratum, as they were drawn
    std::vector<std::vector<std::string>> teams;  // of persons, as they were drawn

    friend bool operator==(const DrawResult&, const DrawResult&) = default;
};
// Site by site the teams take turns. Who is excluded (sites and persons, by id) is passed over: the next in the order
// takes the place. Refused "draw_short": fewer are left than are to be drawn, or no whole team; "draw_excluded": an
// exclusion names nobody of the pool. malformed "bad_draw": a stratum without a ratio, or a ratio without a stratum.
Result<DrawResult> draw(const DrawPool& pool, const DrawRatios& ratios, std::size_t teamSize, const Sha256& seed,
                        const std::vector<std::string>& excluded);

}  // namespace plumb::records
