// The sites of a round of self-assessment and how far each has come, those that have not begun among them; as far as
// the caller may read them. Pages by key, with how many stand where.
#pragma once

#include "shared/base/civil_date.h"
#include "sync-server/query/asked.h"
#include "sync-server/query/sources.h"

namespace plumb::server {

// Each site stands at one of these.
enum class SiteStep { notBegun, filling, submitted, returned, accepted };

struct RoundSitesQuestion {
    std::string round;
    std::optional<SiteStep> step;  // only sites that stand there
    // Only what came after the round's last day, or has not come though that day has passed: beside the steps, since
    // what came late is looked through as everything else.
    bool late = false;
    Day today{};
    std::string after;  // as "next" gives it
    std::size_t limit = 50;
};

// "not_begun" …
std::optional<SiteStep> siteStepNamed(std::string_view name);

// "step" (a step's name, or "late") and "today", which has to be there; all but the round and the page. bad_query.
Result<RoundSitesQuestion> readRoundSitesQuestion(const AskedWords& words);

// not_found where there is no such round.
Result<json::object> listRoundSites(const RoundSitesQuestion& question, const Principal& caller,
                                    const QuerySources& sources);

}  // namespace plumb::server
