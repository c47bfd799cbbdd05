#include "sync-server/query/chain_query.h"

namespace plumb::server {

json::object describeCaller(const Principal& caller) {
    return {{"kid", caller.kid},
            {"person", {{"id", caller.personId}, {"name", caller.personName}}},
            {"grants", domain::grantsToJson(caller.grants)}};
}

json::object describeChain(const Principal& caller, StoreReader& reader) {
    const auto chain = reader.chain(caller.kid).value_or(ChainState{});
    return {{"size", chain.tipSeq}, {"prev", chain.tipSeq == 0 ? std::string() : chain.tipHash.hex()}};
}

}  // namespace plumb::server
