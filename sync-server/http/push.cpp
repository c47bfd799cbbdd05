#include "sync-server/http/push.h"

#include "sync-server/log/proofs.h"

namespace plumb::server {
namespace {

json::object describeVerdict(const Verdict& verdict) {
    json::object out{{"hash", verdict.hash.hex()}, {"status", outcomeName(verdict.outcome)}};
    if (!verdict.id.empty()) out["id"] = verdict.id;
    if (verdict.outcome == Outcome::refused) {
        out["code"] = verdict.error.code;
        out["detail"] = verdict.error.detail;
        return out;
    }
    out["index"] = verdict.index;
    if (!verdict.notes.empty()) out["notes"] = json::array(verdict.notes.begin(), verdict.notes.end());
    return out;
}

}  // namespace

Result<PushOutcome> pushLines(const std::vector<std::string_view>& lines, Services& services) {
    std::vector<Candidate> candidates(lines.size());
    services.pool.run(lines.size(), [&](std::size_t i) { candidates[i] = services.stateless.validate(lines[i]); });
    return services.writer.push(std::move(candidates)).get();
}

json::object describePush(const PushOutcome& outcome, std::uint64_t have, StoreReader& reader) {
    const auto nodes = nodesOf(reader);
    json::array results;
    json::object inclusion;
    results.reserve(outcome.verdicts.size());
    for (const auto& verdict : outcome.verdicts) {
        results.push_back(describeVerdict(verdict));
        if (verdict.outcome == Outcome::refused) continue;
        if (auto proof = inclusionOf(verdict.index, outcome.head->size, nodes))
            inclusion[std::to_string(verdict.index)] = std::move(*proof);
    }
    json::object out{
        {"results", std::move(results)}, {"checkpoint", outcome.head->note}, {"inclusion", std::move(inclusion)}};
    // A caller who knows a larger log than this one is told so by its size in the checkpoint; the lines are safe all
    // the same.
    if (auto proof = consistencyOf(have, outcome.head->size, nodes)) out["consistency"] = std::move(*proof);
    return out;
}

}  // namespace plumb::server
