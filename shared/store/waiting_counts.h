// What of a person's store waits for the server, for a screen before anybody unlocked: numbers, and nothing else. They
// stand open in the store (vault_store.h says what does); no key is needed and nothing is written. Any thread;
// blocking.
#pragma once

#include <cstddef>
#include <filesystem>

namespace plumb::store {

struct WaitingCounts {
    std::size_t records = 0;  // signed, and not said to be in the log
    std::size_t files = 0;    // wanted by the server, and not said to be there

    [[nodiscard]] std::size_t all() const { return records + files; }
};

// Nothing waits where there is no store, or it cannot be read now.
WaitingCounts waitingIn(const std::filesystem::path& folder);

}  // namespace plumb::store
