// From an admitted request to its answer: the body's encoding undone, the handler called, what it throws turned into a
// problem, the answer encoded. Blocks; for a worker's thread.
#pragma once

#include "sync-server/http/router.h"

namespace plumb::server {

Response respond(Request& request, const Route& route, Services& services);

}  // namespace plumb::server
