#include "shared/records/planning/draw.h"

#include <algorithm>
#include <set>

#include "shared/base/encoding.h"
#include "shared/crypto/hash.h"

namespace plumb::records {
namespace {

constexpr std::string_view kHead = "plumb-pool-v1";
constexpr std::string_view kSite = "site\t", kInspector = "inspector\t";

// Numbers below 2^64, one after the other, that follow from the seed.
class Stream {
  public:
    Stream(const Sha256& seed, std::string_view label) : m_begin(seed.hex() + '\n' + std::string(label) + '\n') {}

    // Each below `most` is as likely as any other: what lies beyond the last whole multiple is not taken.
    std::uint64_t below(std::uint64_t most) {
        const std::uint64_t beyond = (std::uint64_t{0} - most) % most;  // 2^64 mod most
        for (;;) {
            const auto number = next();
            if (number <= ~std::uint64_t{0} - beyond) return number % most;
        }
    }

  private:
    std::uint64_t next() {
        const auto hash = crypto::sha256(m_begin + std::to_string(m_number++));
        std::uint64_t out = 0;
        for (std::size_t i = 0; i < 8; ++i) out = out << 8 | hash.bytes[i];
        return out;
    }

    std::string m_begin;
    std::uint64_t m_number = 0;
};

tl::unexpected<Error> badLine(std::size_t number, const char* what) {
    return fail(ErrorKind::malformed, "bad_pool", "line " + std::to_string(number) + " of the pool " + what);
}

// The first `wanted` that are not excluded.
std::optional<std::vector<std::string>> firstOf(const std::vector<std::string>& order, std::size_t wanted,
                                                const std::set<std::string>& excluded) {
    std::vector<std::string> out;
    for (const auto& id : order) {
        if (out.size() == wanted) break;
        if (!excluded.contains(id)) out.push_back(id);
    }
    return out.size() == wanted ? std::optional(std::move(out)) : std::nullopt;
}

std::vector<std::vector<std::string>> teamsOf(const std::vector<std::string>& order, std::size_t size,
                                              const std::set<std::string>& excluded) {
    std::vector<std::vector<std::string>> out;
    std::vector<std::string> team;
    for (const auto& person : order) {
        if (excluded.contains(person)) continue;
        team.push_back(person);
        if (team.size() == size) out.push_back(std::exchange(team, {}));
    }
    return out;
}

tl::unexpected<Error> tooFew(const std::string& what) {
    return fail(ErrorKind::refused, "draw_short", what);
}

Result<void> checkAsked(const DrawPool& pool, const DrawRatios& ratios, std::size_t teamSize,
                        const std::set<std::string>& excluded) {
    const auto same = [](const auto& a, const auto& b) { return a.first == b.first; };
    if (!std::equal(pool.sites.begin(), pool.sites.end(), ratios.begin(), ratios.end(), same))
        return fail(ErrorKind::malformed, "bad_draw", "each stratum of the pool needs a ratio, and each ratio one");
    if (teamSize == 0) return fail(ErrorKind::malformed, "bad_draw", "a team has one person at least");
    for (const auto& id : excluded) {
        const bool known = std::binary_search(pool.inspectors.begin(), pool.inspectors.end(), id) ||
                           std::any_of(pool.sites.begin(), pool.sites.end(), [&](const auto& stratum) {
                               return std::binary_search(stratum.second.begin(), stratum.second.end(), id);
                           });
        if (!known) return fail(ErrorKind::refused, "draw_excluded", id.substr(0, 80) + " is not in the pool");
    }
    return {};
}

}  // namespace

Result<DrawPool> parsePool(std::string_view text) {
    DrawPool out;
    std::set<std::string_view> sites;
    std::string_view before;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const auto end = text.find('\n');
        if (end == std::string_view::npos) return badLine(number, "has no line end");
        const auto line = text.substr(0, end);
        text.remove_prefix(end + 1);
        if (number == 1) {
            if (line != kHead) return badLine(number, "must be \"plumb-pool-v1\"");
            continue;
        }
        if (line <= before) return badLine(number, "must come after the one before, by its bytes, and once");
        before = line;
        if (line.starts_with(kInspector)) {
            const auto id = line.substr(kInspector.size());
            if (id.empty() || id.find('\t') != std::string_view::npos) return badLine(number, "names no person");
            out.inspectors.emplace_back(id);
            continue;
        }
        const auto rest = line.starts_with(kSite) ? line.substr(kSite.size()) : std::string_view();
        const auto tab = rest.find('\t');
        if (tab == 0 || tab == std::string_view::npos) return badLine(number, "is neither a site nor an inspector");
        const auto id = rest.substr(tab + 1);
        if (id.empty() || id.find('\t') != std::string_view::npos) return badLine(number, "names no site");
        if (!sites.insert(id).second) return badLine(number, "names a site of another stratum");
        out.sites[std::string(rest.substr(0, tab))].emplace_back(id);
    }
    if (out.sites.empty()) return badLine(1, "is followed by no site");
    return out;
}

std::string poolText(const DrawPool& pool) {
    std::vector<std::string> lines;
    for (const auto& person : pool.inspectors) lines.push_back(std::string(kInspector) + person);
    for (const auto& [stratum, ids] : pool.sites) {
        for (const auto& id : ids) lines.push_back(std::string(kSite) + stratum + '\t' + id);
    }
    std::sort(lines.begin(), lines.end());
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    std::string out = std::string(kHead) + '\n';
    for (const auto& line : lines) out += line + '\n';
    return out;
}

std::size_t drawnOf(std::size_t pool, int permille) {
    return (pool * static_cast<std::size_t>(permille) + 999) / 1000;
}

Sha256 drawSeed(const DrawCheckpoint& checkpoint, const Sha256& pool) {
    return crypto::sha256(std::string(kDrawRule) + ' ' + std::to_string(checkpoint.size) + ' ' +
                          toBase64(checkpoint.root.view()) + ' ' + pool.hex());
}

std::vector<std::string> shuffled(std::vector<std::string> ids, const Sha256& seed, std::string_view label) {
    Stream numbers(seed, label);
    for (std::size_t i = 0; i + 1 < ids.size(); ++i)
        std::swap(ids[i], ids[i + static_cast<std::size_t>(numbers.below(ids.size() - i))]);
    return ids;
}

Result<DrawResult> draw(const DrawPool& pool, const DrawRatios& ratios, std::size_t teamSize, const Sha256& seed,
                        const std::vector<std::string>& excluded) {
    const std::set<std::string> out(excluded.begin(), excluded.end());
    if (auto good = checkAsked(pool, ratios, teamSize, out); !good) return fail(good.error());
    DrawResult result;
    result.teams = teamsOf(shuffled(pool.inspectors, seed, "inspector"), teamSize, out);
    if (result.teams.empty()) return tooFew("no whole team is left of the inspectors");
    for (const auto& [stratum, ids] : pool.sites) {
        const auto wanted = drawnOf(ids.size(), ratios.at(stratum));
        const auto first = firstOf(shuffled(ids, seed, "site " + stratum), wanted, out);
        if (!first)
            return tooFew("of stratum " + stratum + " fewer than " + std::to_string(wanted) + " sites are left");
        for (const auto& site : *first)
            result.sites.push_back({site, stratum, result.sites.size() % result.teams.size()});
    }
    return result;
}

}  // namespace plumb::records
