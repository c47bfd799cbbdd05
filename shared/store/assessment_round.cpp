#include "shared/store/assessment_round.h"

namespace plumb::store {
namespace {

// And the region of the line.
Result<std::pair<records::Round, std::string>> publishedRound(const TabletStore& store, const std::string& id) {
    const auto lines = store.linesOfType("round.published", {});
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
        if (line->row.state == RecordState::refused) continue;
        const auto payload = store.payload(*line);
        if (!payload || textOr(payload->body, "id") != id) continue;
        auto round = records::readRound(payload->body);
        if (!round) return fail(round.error());
        return std::pair(std::move(*round), line->row.region);
    }
    return fail(ErrorKind::notFound, "round_unknown",
                "no round \"" + id + "\" of self-assessment was published; sync first");
}

}  // namespace

Result<records::Round> roundById(const TabletStore& store, const std::string& id) {
    auto published = publishedRound(store, id);
    if (!published) return fail(published.error());
    return std::move(published->first);
}

Result<records::Round> openRound(const TabletStore& store, const Site& site, const std::string& id,
                                 const std::string& checklist) {
    auto published = publishedRound(store, id);
    if (!published) return fail(published.error());
    auto& [round, region] = *published;
    const bool asked = checklist.empty() || round.checklist.id == checklist;
    if (!asked || !round.isFor(site.id, site.region, region))
        return fail(
            ErrorKind::refused, "round_unknown",
            "round \"" + id + "\" is not for this site and this checklist; an administrator has to publish one");
    if (round.closed) return fail(ErrorKind::refused, "round_closed", "round \"" + id + "\" was closed for all sites");
    return std::move(round);
}

}  // namespace plumb::store
