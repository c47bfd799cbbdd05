// What RFC 9112 and RFC 9110 demand of a request's head and Beast's parser lets pass: each of these is a way in which a
// proxy before this server may read another request than this server does.
#pragma once

#include "sync-server/http/message.h"

namespace plumb::server {

// The head's bytes as they came: obs-fold (RFC 9112 §5.2) is refused. bad_request.
Result<void> checkFolding(std::string_view head);
// The fields that say where the request goes and where it ends; `minor`: the minor HTTP version. bad_request.
Result<void> checkFraming(const Headers& headers, unsigned minor);

}  // namespace plumb::server
