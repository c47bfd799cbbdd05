// What whoever holds a complaint's code is told of it: where it stands, until when what comes next is due, and the
// answer; of who answers nothing, and of the complaint nothing that she did not hear before. For the thread of the
// reader.
#pragma once

#include "shared/base/json.h"
#include "shared/base/result.h"
#include "sync-server/store/store.h"

namespace plumb::server {

// code_unknown: no such code was given; the same of what is no code at all.
Result<json::object> describeByCode(std::string_view typed, StoreReader& reader);
// What a link to the page leads to, by name: "credential" (the thumbprint of a device's key is asked of the book of
// trust, not here), "site" or "programme". about_unknown.
Result<json::object> describeAbout(std::string_view kind, std::string_view key, StoreReader& reader);

}  // namespace plumb::server
