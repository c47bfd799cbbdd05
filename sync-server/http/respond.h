// From an admitted request to its answer: the body's encoding undone, the handler called, what it throws turned into a
// problem, the answer encoded. All of it blocks; for a worker's thread. Nothing is thrown out of here.
#pragma once

#include "sync-server/http/router.h"

namespace plumb::server {

Response respond(Request& request, const Route& route, Services& services);

// The next piece of an answer that is made while it is sent; a refusal where it broke.
struct Pulled {
    bool more = false;
    std::optional<Response> refusal;
};
Pulled pullFrom(BodySource& source, std::string& piece, const Route& route);

// The same for a streamed body: opened, appended to piece by piece, then finished, or cut where the connection broke.
struct OpenedSink {
    std::shared_ptr<BodySink> sink;  // null: refused
    Response refusal;
};
OpenedSink openSink(const Request& request, const Route& route, Services& services);
// An answer where the piece was refused.
std::optional<Response> appendTo(BodySink& sink, ByteView bytes, const Route& route);
Response finishSink(BodySink& sink, const Route& route);
bool cutSink(BodySink& sink, const Route& route);

}  // namespace plumb::server
