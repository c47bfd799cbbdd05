// RFC 9457 problem documents. One table says which code is which status and title; a code that is not in it takes its
// kind's. Nothing else in the server chooses a status for an error.
#pragma once

#include "sync-server/http/message.h"

namespace plumb::server {

int statusOf(const Error& error);
// `status`: for the calls where PROTOCOL.md gives a code another status than elsewhere.
Response problem(const Error& error, std::optional<int> status = std::nullopt);

}  // namespace plumb::server
