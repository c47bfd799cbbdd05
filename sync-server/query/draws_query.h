// Draws as far as the caller may read them, and what decides one; pages by key, newest first.
#pragma once

#include "sync-server/projections/draws/draw_rows.h"
#include "sync-server/query/sources.h"

namespace plumb::server {

struct DrawsQuestion {
    std::optional<std::uint64_t> before;  // index of a commitment
    std::size_t limit = 50;
};

json::object listDraws(const DrawsQuestion& question, const Principal& caller, const QuerySources& sources);
// One draw by its commitment's id, with the checkpoint that decides it under "deciding" (null where the log has not
// come so far). notFound "draw_unknown", also where the caller may not read it.
Result<json::object> describeDraw(const std::string& id, const Principal& caller, const QuerySources& sources);

}  // namespace plumb::server
