#include "sync-server/query/chains_query.h"

#include <algorithm>

#include "sync-server/projections/line_at.h"
#include "sync-server/query/entry_rights.h"
#include "sync-server/query/tuning.h"

namespace plumb::server {
namespace {

using domain::Role;

bool oversees(const Principal& caller, const KnownKey& key) {
    if (caller.kid == key.kid) return true;
    return std::any_of(caller.grants.begin(), caller.grants.end(), [&](const domain::Grant& grant) {
        if (grant.role != Role::administrator && grant.role != Role::auditor) return false;
        return std::any_of(key.regions.begin(), key.regions.end(),
                           [&](const std::string& region) { return grant.covers(region); });
    });
}

json::value instantOrNull(std::optional<TimePoint> at) {
    if (!at) return nullptr;
    return json::value(formatInstant({*at, std::chrono::minutes{0}}));
}

// Whether numbers are missing, beside those whose line was refused.
bool hasGap(const std::string& kid, const ChainState& chain, StoreReader& reader) {
    return chain.places < chain.tipSeq && chain.places + reader.refusedPlaces(kid, chain.tipSeq) < chain.tipSeq;
}

json::object describe(const std::string& kid, const QuerySources& sources, const LastCalls& calls) {
    auto& reader = sources.reader;
    const auto chain = reader.chain(kid).value_or(ChainState{});
    json::object out{{"kid", kid}, {"size", chain.tipSeq}, {"forks", chain.forks}};
    json::array missing, doubled;
    if (hasGap(kid, chain, reader)) {
        for (const auto& [first, last] : reader.missingPlaces(kid, kMaxTroublesTold)) missing.push_back({first, last});
    }
    if (chain.forks > 0) {
        for (const auto seq : reader.doubledPlaces(kid, kMaxTroublesTold)) doubled.emplace_back(seq);
    }
    out["missing"] = std::move(missing);
    out["doubled"] = std::move(doubled);
    std::optional<TimePoint> line;
    if (chain.tipSeq > 0) {
        for (const auto& entry : reader.placesOf(kid, chain.tipSeq, 1)) line = entry.received;
    }
    const auto call = calls.of(kid);
    out["line"] = instantOrNull(line);
    out["seen"] = instantOrNull(call && line ? std::max(call, line) : call ? call : line);
    return out;
}

// The number from which on a reader wants to see the chain.
std::uint64_t firstTold(const std::string& kid, const ChainState& chain, StoreReader& reader) {
    auto trouble = chain.tipSeq;
    if (chain.forks > 0) {
        for (const auto seq : reader.doubledPlaces(kid, 1)) trouble = std::min(trouble, seq);
    }
    if (hasGap(kid, chain, reader)) {
        for (const auto& [first, last] : reader.missingPlaces(kid, 1)) trouble = std::min(trouble, first);
    }
    const auto before = trouble == chain.tipSeq ? kChainTold - 1 : kChainToldBefore;
    return trouble > before ? trouble - before : 1;
}

std::string prevOf(std::uint64_t index, StoreReader& reader) {
    const auto payload = payloadAt(index, reader);
    return payload.prev ? payload.prev->hex() : std::string();
}

}  // namespace

json::object listChains(const ChainsQuestion& question, const Principal& caller, const QuerySources& sources,
                        const LastCalls& calls) {
    json::array items;
    json::value next = nullptr;
    std::string last;
    for (const auto& key : sources.trust.keysAfter(question.after)) {
        if (!oversees(caller, key)) continue;
        if (items.size() == question.limit) {
            next = json::value(last);
            break;
        }
        items.push_back(describe(key.kid, sources, calls));
        last = key.kid;
    }
    return {{"items", std::move(items)}, {"next", std::move(next)}};
}

Result<json::object> describeChainOf(const std::string& kid, const Principal& caller, const QuerySources& sources) {
    const auto key = sources.trust.knownKey(kid);
    if (!key || !oversees(caller, *key))
        return fail(ErrorKind::notFound, "not_found", "there is no such key in the regions that you administer");
    auto& reader = sources.reader;
    const auto chain = reader.chain(kid).value_or(ChainState{});
    json::array lines;
    for (const auto& entry : reader.chainFrom(kid, firstTold(kid, chain, reader), kChainTold)) {
        json::object line{{"index", entry.index},
                          {"seq", entry.seq},
                          {"hash", entry.hash.hex()},
                          {"prev", prevOf(entry.index, reader)},
                          {"received", instantOrNull(entry.received)}};
        if (mayReadEntry(caller, entry, reader)) {
            line["type"] = entry.type;
            line["record"] = entry.record;
        }
        lines.push_back(std::move(line));
    }
    return json::object{{"kid", kid}, {"size", chain.tipSeq}, {"lines", std::move(lines)}};
}

}  // namespace plumb::server
