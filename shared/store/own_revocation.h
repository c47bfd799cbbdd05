// Whether this device's key was revoked: by a line of the log that is held here with its proof and that the chain of
// trust judges from the root at its own index. What a server merely says of the key is none.
#pragma once

#include <optional>
#include <string>

#include "shared/store/tablet_store.h"

namespace plumb::store {

struct OwnRevocation {
    std::uint64_t index = 0;  // in the log
    Instant at;               // as the line states it
    std::string by;           // the person; empty: the root itself
    std::string reason;
};

// None where the key stands. The chain of trust is judged only where such a line is here.
std::optional<OwnRevocation> ownRevocation(const TabletStore& store);

}  // namespace plumb::store
