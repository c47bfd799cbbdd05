// Devices as an administrator watches over them: how far each key's chain of lines has come, which of its numbers are
// missing (a gap), which stand twice (a fork: a restored or copied device), when it last called. Told of a key whose
// rights, at any time, lay in a region that the caller administers or audits; and of the caller's own.
//
// Cheap for chains that are whole. A chain in trouble costs one pass over the index of its own lines.
#pragma once

#include "shared/base/json.h"
#include "sync-server/query/sources.h"
#include "sync-server/store/last_calls.h"

namespace plumb::server {

struct ChainsQuestion {
    std::string after;  // kid of the page before; "" at first
    std::size_t limit = 1000;
};

json::object listChains(const ChainsQuestion& question, const Principal& caller, const QuerySources& sources,
                        const LastCalls& calls);

// The lines of one chain around its first trouble, or its last ones. Of a line that the caller may not read only its
// number, place and hashes. "not_found", also where the caller may not know of the key.
Result<json::object> describeChainOf(const std::string& kid, const Principal& caller, const QuerySources& sources);

}  // namespace plumb::server
