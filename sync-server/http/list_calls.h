// What calls that answer from projections have in common: what they answer from, what a caller's query says, and the
// page that it asks for.
// For the handlers of this room.
#pragma once

#include "sync-server/http/message.h"
#include "sync-server/http/services.h"
#include "sync-server/query/page.h"
#include "sync-server/query/sources.h"

namespace plumb::server {

inline constexpr std::uint64_t kDefaultPage = 50, kMostPage = 200;

// `reader` outlives what is returned.
QuerySources sourcesOf(Services& services, StoreReader& reader);

// A parameter of the query; "" where it is absent.
std::string textOf(const Request& request, const char* name);

// "limit" and "after" of a list whose key is an index of the log. Malformed "bad_query".
Result<PageAsked> pageAsked(const Request& request);

}  // namespace plumb::server
