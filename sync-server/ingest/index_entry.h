// What the log's index keeps of a line: the same when it comes and when the index is made again.
#pragma once

#include "shared/domain/trust.h"
#include "sync-server/projections/projection.h"

namespace plumb::server {

inline void putEntry(StoreWriter& writer, const LoggedLine& line, TimePoint received) {
    const auto& said = line.payload;
    writer.putEntry(
        {line.index, line.hash, std::string(line.kid), said.seq, said.id, said.type, said.region, said.site, received},
        domain::isTrustType(said.type));
}

}  // namespace plumb::server
