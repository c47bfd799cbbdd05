// The table of calls. A handler is a plain function; a streamed call opens a sink for its body instead.
#pragma once

#include <span>

#include "sync-server/http/message.h"
#include "sync-server/http/services.h"

namespace plumb::server {

enum class Access {
    open,      // anyone, at a limited rate
    token,     // an enrolled key's bearer token
    loopback,  // this machine only
    frontEnd,  // another front end of this log; to anyone else there is nothing here
};

enum class BodySize { none, open, small, large, streamed, pack, complaint, handed };

using Handler = Response (*)(const Request&, Services&);
using Opener = Result<std::unique_ptr<BodySink>> (*)(const Request&, Services&);

struct Route {
    Method method;
    // Segments; "*" catches one, "**" the rest of the path.
    std::string_view pattern;
    Access access;
    BodySize body;
    Handler handler;
    Opener open = nullptr;
    // Where several front ends serve one log, done by the sequencer alone: it needs what one process keeps, or one that
    // speaks. Any other front end hands the call over.
    bool atSequencer = false;
};

std::span<const Route> routes();

struct Found {
    const Route* route = nullptr;
    std::vector<std::string> captures;
    std::string allow;  // where only the method is wrong: what would be right
};
Found findRoute(Method method, std::string_view path);

}  // namespace plumb::server
