// Draws as far as the caller may read them, and what decides one; pages by key, newest first.
#pragma once

#include "sync-server/projections/draws/draw_rows.h"
#include "sync-server/query/page.h"
#include "sync-server/query/sources.h"

namespace plumb::server {

// By the index of the commitment.
json::object listDraws(const PageAsked& asked, const Principal& caller, const QuerySources& sources);
// One draw by its commitment's id, with the checkpoint that decides it under "deciding" (null where the log has not
// come so far). notFound "draw_unknown", also where the caller may not read it.
Result<json::object> describeDraw(const std::string& id, const Principal& caller, const QuerySources& sources);

}  // namespace plumb::server
