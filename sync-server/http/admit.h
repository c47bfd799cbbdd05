// What is decided from a request's head alone, before a byte of its body is read: which call it is, whether its caller
// may make it, whether its body may be so large. Plain function; cheap enough for the network's thread.
#pragma once

#include "sync-server/http/router.h"

namespace plumb::server {

struct Admission {
    const Route* route = nullptr;  // null: refused
    std::size_t bodyLimit = 0;
    Response refusal;
};

// Fills `captures` and `caller` of the request. `contentLength`: where the head tells it.
Admission admit(Request& request, std::optional<std::uint64_t> contentLength, Services& services);

// The most bytes that a call's body may have, also after unfolding.
std::size_t bodyLimitOf(BodySize size, const Limits& limits);

// Looks up again who calls, for a call that waited: a key that was revoked meanwhile may no longer ask, a right that
// was withdrawn no longer counts. key_revoked.
Result<void> renewCaller(Request& request, const Services& services);

}  // namespace plumb::server
