#include "sync-server/http/push.h"

#include "sync-server/log/proofs.h"

namespace plumb::server {
json::object describeDecision(const Decision& decision) {
    json::object out{{"hash", decision.hash.hex()}, {"status", outcomeName(decision.outcome)}};
    if (!decision.id.empty()) out["id"] = decision.id;
    if (decision.outcome == Outcome::refused) {
        out["code"] = decision.error.code;
        out["detail"] = decision.error.detail;
        return out;
    }
    out["index"] = decision.index;
    if (!decision.notes.empty()) out["notes"] = json::array(decision.notes.begin(), decision.notes.end());
    return out;
}

Result<PushOutcome> pushLines(const std::vector<std::string_view>& lines, Services& services) {
    std::vector<Candidate> candidates(lines.size());
    {
        std::optional<LogWriter::Coming> coming;
        if (services.writer) coming.emplace(*services.writer);
        services.pool.run(lines.size(), [&](std::size_t i) { candidates[i] = services.stateless.validate(lines[i]); });
    }
    if (services.frontEnd) return services.frontEnd->push(std::move(candidates));
    return services.writer->push(std::move(candidates)).get();
}

json::object describePush(const PushOutcome& outcome, std::uint64_t have, Services& services) {
    const auto nodes = nodesOf(services.head.nodes(), services.readers);
    json::array results;
    json::object inclusion;
    results.reserve(outcome.decisions.size());
    for (const auto& decision : outcome.decisions) {
        results.push_back(describeDecision(decision));
        if (decision.outcome == Outcome::refused) continue;
        if (auto proof = inclusionOf(decision.index, outcome.head->size, nodes))
            inclusion[std::to_string(decision.index)] = std::move(*proof);
    }
    json::object out{
        {"results", std::move(results)}, {"checkpoint", outcome.head->note}, {"inclusion", std::move(inclusion)}};
    // A caller who knows a larger log than this one is told so by its size in the checkpoint; the lines are safe all
    // the same.
    if (auto proof = consistencyOf(have, outcome.head->size, nodes)) out["consistency"] = std::move(*proof);
    return out;
}

}  // namespace plumb::server
