// How the items of an inspection or self-assessment came out, as its body states them (RECORDS.md, `score.items`).
// Pure; any thread.
#pragma once

#include "sync-server/projections/projection.h"

namespace plumb::server {

// In the body's order. Less strict than the whole body's reader: what a log took in before outcomes were signed has
// none. REQUIRES: the body has its score still (dropAnswers).
std::vector<ItemOutcome> outcomesOf(const json::object& body);

}  // namespace plumb::server
